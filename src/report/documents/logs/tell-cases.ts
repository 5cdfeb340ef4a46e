import { toDayNumber } from '../../../calendar/iso-date.ts';
import type { Analysis } from '../../../incident/analysis.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import type { ReportBlock } from '../../report-document.ts';
import { capitalise, countNoun, formatCount, joinWords } from '../sentences/format-number.ts';
import { callPeriods } from '../sentences/name-period.ts';
import { tellChanges } from '../sentences/tell-changes.ts';
import { fillWords } from '../words/fill-words.ts';
import { type LogWords, readLogWords } from '../words/read-log-words.ts';

/** What a log shows as a whole: how many cases and whether that is a change, who was told, who is named again. */
export function tellCases(log: LogWords, analysis: Analysis, cases: readonly RecordedCase[]): ReportBlock[] {
  const words = readLogWords();
  const calls = callPeriods(analysis.meta.period);
  if (cases.length === 0) return [{ type: 'paragraph', text: log.none }];
  const measures = analysis.headline
    .filter(({ code }) => log.measures.includes(code))
    .map((row) => {
      const told = tellChanges(row.now, [
        ...(row.last_year === null ? [] : [{ change: row.last_year, other: calls.last_year }]),
        ...(row.previous === null ? [] : [{ change: row.previous, other: calls.previous }]),
      ]);
      return [
        { text: `${log.names?.[row.code] ?? row.title}: ${formatCount(row.now)}.`, bold: true },
        { text: told === null ? '' : ` ${capitalise(told)}.` },
      ];
    });
  const told = cases.filter(({ parents_told }) => parents_told).length;
  const again = listAgain(cases);
  return [
    {
      type: 'bullets',
      items: [
        [
          { text: `${countNoun(cases.length, 'case')} ${calls.now}.`, bold: true },
          {
            text: ` ${countNoun(cases.filter(({ earlier }) => earlier.length > 0).length, 'case')} with an earlier one, in the twelve months before, with the same pupil ${words.again}.`,
          },
        ],
        ...measures,
        `${fillWords(words.parents, { told: formatCount(told), all: formatCount(cases.length) })}${told < cases.length ? ` ${words.silent}` : ''}`,
        ...(again.length === 0 ? [] : [fillWords(words.repeats, { pupils: joinWords(again) })]),
      ],
    },
  ];
}

/** Pupils in two cases of the list or more, by name, with how often in which part; witnesses have none. */
function listAgain(cases: readonly RecordedCase[]): string[] {
  const parts = ['harmed', 'harming', 'named'] as const;
  const inCases = (pupil: string): number =>
    cases.filter((each) => parts.some((part) => each[part].includes(pupil))).length;
  const pupils = [...new Set(cases.flatMap((each) => parts.flatMap((part) => each[part])))];
  return pupils
    .filter((pupil) => inCases(pupil) > 1)
    .sort()
    .map((pupil) => {
      const told = parts
        .map((part) => [part, cases.filter((each) => each[part].includes(pupil)).length] as const)
        .filter(([, count]) => count > 0)
        .map(([part, count]) => `${part} in ${formatCount(count)}`);
      return `${pupil} (${joinWords(told)})`;
    });
}

/** Records of the log that lack something, a line a fault. */
export function listFaults(cases: readonly RecordedCase[]): string[] {
  const words = readLogWords();
  const say = (template: string, faulty: readonly RecordedCase[]): string[] =>
    faulty.length === 0
      ? []
      : [fillWords(template, { ids: joinWords(faulty.map(({ incident_id }) => incident_id)) })];
  return [
    ...say(
      words.no_action,
      cases.filter(({ action }) => action.trim() === ''),
    ),
    ...say(
      words.no_parents,
      cases.filter(({ parents_told }) => !parents_told),
    ),
    ...say(
      words.to_review,
      cases.filter(({ to_review }) => to_review),
    ),
    ...say(words.late, cases.filter(isLate)),
  ];
}

/** Days between the two beyond which a weekend no longer explains it. */
const WEEKEND = 3;

function isLate({ date, recorded_date }: RecordedCase): boolean {
  return recorded_date !== null && toDayNumber(recorded_date) - toDayNumber(date) > WEEKEND;
}
