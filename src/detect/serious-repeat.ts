import { formatDayMonthYear } from '../calendar/iso-date.ts';
import { compareText } from '../incident/compare-text.ts';
import type { Finding } from '../incident/finding.ts';
import type { PupilKey } from '../incident/incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { roleOf } from './find-actors.ts';
import { makeFinding } from './make-finding.ts';
import type { DaySpan, NamedSpan, PlacedIncident } from './school-record.ts';
import data from './serious-categories.yaml';

export const SERIOUS_REPEAT: DetectorMeta = {
  id: 'serious_repeat',
  question: 'Which pupils’ records carry a serious label, and is it the first this school year?',
  needs: [],
};

const SERIOUS = (data as { readonly codes: readonly string[] }).codes;

/**
 * Lists every pupil with a serious label (sexual, prejudice, weapon, assault on staff) in a school year, and calls it
 * repeated from the second day on. No statistics: one is enough to act on, and one is not a pattern.
 *
 * A label comes from what was recorded; whether it was upheld is for a person to say. Only pupils whose own behaviour
 * the record is about are listed, never the child who was harmed; where several pupils are named and nothing says
 * who did what, the sentence says no more than that.
 */
export function detectSeriousRepeats(context: DetectionContext): DetectorResult {
  const { record } = context;
  const findings: Finding[] = [];
  let lookedAt = 0;
  record.events.forEach((events, pupil) => {
    for (const year of record.years) {
      const ofYear = withinSpan(events, year);
      if (ofYear.length === 0) continue;
      lookedAt += 1;
      const labelled = ofYear.filter(({ source }) => source.codes.size > 0);
      if (labelled.length === 0) continue;
      for (const code of SERIOUS) {
        const days = onePerDay(labelled.filter(({ source }) => source.codes.has(code)));
        if (days.length > 0) findings.push(describe(context, pupil, code, year, days));
      }
    }
  });
  return {
    findings: findings.toSorted(byRecordsThenDay),
    run: {
      detector: SERIOUS_REPEAT.id,
      question: SERIOUS_REPEAT.question,
      lookedAt,
      tooFew: 0,
      clear: findings.length,
      possible: 0,
      expectedByChance: null,
      note: 'Every record is listed. None recorded is not none happened.',
    },
  };
}

/** Those of a pupil's incidents, which are in order of day, that lie in a span. */
function withinSpan(events: readonly PlacedIncident[], { first, last }: DaySpan): readonly PlacedIncident[] {
  let start = 0;
  while (start < events.length && (events[start]?.day ?? 0) < first) start += 1;
  let end = start;
  while (end < events.length && (events[end]?.day ?? 0) <= last) end += 1;
  return events.slice(start, end);
}

function onePerDay(events: readonly PlacedIncident[]): readonly PlacedIncident[] {
  return events.filter(({ day }, at) => events[at - 1]?.day !== day);
}

/** Whether several pupils are named and nothing says what part this one had. */
function isOpen({ source }: PlacedIncident, key: PupilKey | null): boolean {
  const { involvements } = source.incident;
  const own = involvements.find(({ pupil }) => pupil === key);
  if (own === undefined || roleOf(source, own) !== 'unknown') return false;
  return involvements.some(({ pupil }) => pupil !== key);
}

function describe(
  { record }: DetectionContext,
  pupil: number,
  code: string,
  year: NamedSpan,
  days: readonly PlacedIncident[],
): Finding {
  const label = record.pupils[pupil]?.label ?? '';
  const title = readTaxonomy().labels.find((one) => one.code === code)?.title ?? code;
  const [first, last] = [record.days[days[0]?.day ?? 0] ?? '', record.days[days.at(-1)?.day ?? 0] ?? ''];
  const open = days.some((incident) => isOpen(incident, record.pupils[pupil]?.key ?? null));
  const one = open ? 'named in a record' : 'one record';
  const sentence =
    (days.length === 1
      ? `${label}: ${one} of ‘${title}’ in ${year.name}, on ${formatDayMonthYear(first)}. Nothing earlier that school year.`
      : `${label}: ${open ? 'named in records' : 'records'} of ‘${title}’ on ${countOf(days.length, 'day')} in ${year.name}, ` +
        `from ${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}: repeated. Check what was done after the first.`) +
    (open ? ' Others are named too, and who did what is not said.' : '');
  return makeFinding({
    kind: 'serious_repeat',
    subject: label,
    category: code,
    direction: null,
    from: first,
    to: last,
    comparison: null,
    tier: 'clear',
    observed: days.length,
    expected: 0,
    interval: [0, null],
    p: null,
    q: null,
    started: null,
    sentence,
    evidence: days,
  });
}

/** Most records first; ties by day, pupil and kind, so that the order of rows in the file decides nothing. */
function byRecordsThenDay(one: Finding, other: Finding): number {
  const key = ({ from, subject, category }: Finding): string => `${from}|${subject}|${category ?? ''}`;
  const [first, second] = [key(one), key(other)];
  return other.observed - one.observed || compareText(first, second);
}
