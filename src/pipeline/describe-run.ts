import { basename } from 'node:path';
import type { ChosenPeriods } from '../calendar/choose-period.ts';
import { saySpan } from '../calendar/say-span.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { isOnRoll } from '../count/match-roll.ts';
import type { AnalysisMeta } from '../incident/analysis.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import type { LineOptions } from './line-options.ts';
import type { Classified } from './line-result.ts';

/** What was run, on what and for which days: the head of every analysis. The mean roll is not known here yet. */
export function describeRun(
  options: LineOptions & { readonly asAt: IsoDate; readonly school: string | null },
  classified: Classified,
  periods: ChosenPeriods,
  calendar: SchoolCalendar,
  dataRange: readonly [IsoDate, IsoDate],
  assumptions: readonly string[],
): AnalysisMeta {
  const { config } = options;
  return {
    schema: 'termwise.analysis/1',
    termwise: TERMWISE_VERSION,
    school: options.school ?? 'School name not given',
    phase: config.phase,
    nation: config.nation,
    profile: config.profile.name,
    taxonomy_version: readTaxonomy().version,
    as_at: options.asAt,
    period: periods.period,
    previous: periods.previous,
    last_year: periods.lastYear,
    data_range: dataRange,
    calendar: calendar.source,
    roll: null,
    assumptions,
    fingerprint: classified.imported.fingerprint,
    files: options.files.map((file) => basename(file)),
    decisions: classified.decisions,
  };
}

/** What was taken for granted beside the calendar, each a sentence. */
export function assumeFromConfig(
  options: LineOptions & { readonly school: string | null },
  roll: readonly RollEntry[] | null,
  periods: ChosenPeriods,
): readonly string[] {
  const named = options.term ?? options.from ?? options.to;
  return [
    ...(named === undefined ? [`Reported on the latest term with data: ${periods.period.name}.`] : []),
    ...(options.from !== undefined || options.to !== undefined
      ? [
          'The days were chosen by hand: two reports on spans that overlap can be subtracted, so do not give out both.',
        ]
      : []),
    ...(options.school === null ? ['No school name was given.'] : []),
    ...(roll === null
      ? ['No roll was given, so there are counts and comparisons within the school, and no rates per pupil.']
      : tellRoll(roll, periods)),
  ];
}

/** What a reader must know of the roll: that it is of other days, or that pupils stand on it twice. */
function tellRoll(roll: readonly RollEntry[], { period }: ChosenPeriods): readonly string[] {
  if (!roll.some((entry) => isOnRoll(entry, period.from, period.to))) {
    const years = [...new Set(roll.map(({ academicYear }) => academicYear))].sort().join(', ');
    return [
      `The roll that was given (${years === '' ? 'empty' : years}) has nobody on it in these days, so there are no rates per pupil.`,
    ];
  }
  // Without a number: it stands in the governors' edition too, where a pupil or two would be told.
  return roll.some(({ isRepeated }) => isRepeated === true)
    ? [
        'Pupils who stand on the roll in more than one row for the same days, such as in two classes, count once, as the first row says.',
      ]
    : [];
}

/** That a term is cut to the days that the records reach: a total of a week is not read as one of a term. */
export function tellCut({ terms }: SchoolCalendar, { period }: ChosenPeriods): readonly string[] {
  const term = terms.find(({ name }) => name === period.name);
  if (term === undefined || (period.from === term.start && period.to === term.end)) return [];
  return [
    `The records do not reach over the whole of ${period.name} (${saySpan(term.start, term.end)}): only ${saySpan(period.from, period.to)} is reported on.`,
  ];
}
