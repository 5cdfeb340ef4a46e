import type { CountRow, CountSheet } from '../incident/count-sheet.ts';
import type { ExclusionCase, ExclusionList } from '../incident/exclusion-list.ts';
import { readExclusionReasons } from '../policy/exclusion-reasons.ts';
import { tallyRow } from './tally-row.ts';

/** Days above which an exclusion is a long one. */
const LONG = 5;

/** How long suspensions lasted and which national reasons records give, in counts for governors. */
export function tabulateExclusions({ cases }: ExclusionList): readonly CountSheet[] {
  const own = cases.filter(({ source }) => source === 'export');
  const suspended = own.filter(({ kind }) => kind === 'suspension');
  const out = own.filter(({ kind }) => kind !== 'internal');
  const pupilsOf = (some: typeof own): number => new Set(some.flatMap(({ pupils }) => pupils)).size;
  const named = ({ pupils }: ExclusionCase): readonly string[] => pupils;
  const lasted = (name: string, holds: (days: number | null) => boolean): CountRow =>
    tallyRow(name, suspended, ({ days }) => holds(days), named);
  const base = ['labels.exclusion.suspension', 'labels.exclusion.permanent'];
  return [
    {
      id: 'length',
      total: suspended.length,
      base,
      pupils: pupilsOf(suspended),
      holds: 'parts',
      named_by: 'termwise',
      rows: [
        lasted(`Up to ${LONG} days`, (days) => days !== null && days <= LONG),
        lasted(`Over ${LONG} days`, (days) => days !== null && days > LONG),
        lasted('Not said', (days) => days === null),
      ],
    },
    {
      id: 'reasons',
      total: out.length,
      base,
      pupils: pupilsOf(out),
      holds: 'marks',
      named_by: 'termwise',
      rows: readExclusionReasons()
        .map(({ code, name }) =>
          tallyRow(`${name} (${code})`, out, ({ reasons }) => reasons.includes(code), named),
        )
        .filter(({ count }) => count > 0),
    },
  ];
}
