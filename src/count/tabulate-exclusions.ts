import type { CountSheet } from '../incident/count-sheet.ts';
import type { ExclusionList } from '../incident/exclusion-list.ts';
import { readExclusionReasons } from '../policy/exclusion-reasons.ts';

/** Days above which an exclusion is a long one. */
const LONG = 5;

/** How long suspensions lasted and which national reasons records give, in counts for governors. */
export function tabulateExclusions({ cases }: ExclusionList): readonly CountSheet[] {
  const own = cases.filter(({ source }) => source === 'export');
  const suspended = own.filter(({ kind }) => kind === 'suspension');
  const out = own.filter(({ kind }) => kind !== 'internal');
  const pupilsOf = (some: typeof own): number => new Set(some.flatMap(({ pupils }) => pupils)).size;
  const count = (holds: (days: number | null) => boolean): number =>
    suspended.filter(({ days }) => holds(days)).length;
  const base = ['labels.exclusion.suspension', 'labels.exclusion.permanent'];
  return [
    {
      id: 'length',
      total: suspended.length,
      base,
      pupils: pupilsOf(suspended),
      holds: 'parts',
      rows: [
        { name: `Up to ${LONG} days`, count: count((days) => days !== null && days <= LONG) },
        { name: `Over ${LONG} days`, count: count((days) => days !== null && days > LONG) },
        { name: 'Not said', count: count((days) => days === null) },
      ],
    },
    {
      id: 'reasons',
      total: out.length,
      base,
      pupils: pupilsOf(out),
      holds: 'marks',
      rows: readExclusionReasons()
        .map(({ code, name }) => ({
          name: `${name} (${code})`,
          count: out.filter(({ reasons }) => reasons.includes(code)).length,
        }))
        .filter(({ count }) => count > 0),
    },
  ];
}
