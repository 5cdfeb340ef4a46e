import { MAX_SUSPENSION_DAYS } from '../calendar/statutory-terms.ts';
import { readNumber, WRITTEN_NUMBER } from './written-numbers.ts';

const CELL = new RegExp(`^\\W*(?<![\\w½-])(${WRITTEN_NUMBER})(?![\\d.])[\\s-]*(sessions?|lunch\\w*)?`, 'i');

/** Behind the number: a length that is not counted in days. */
const OTHER_UNIT = /^\s*(?:school\s+)?(?:w(?:ee)?ks?|months?|terms?|hours?|hrs?|min(?:ute)?s?)\b/i;

/**
 * The school days that a cell of lengths says, such as `3`, `2½ days` or `two and a half`; sessions and lunchtimes are
 * half days. Null where it says no number, one of weeks or hours, or none that a suspension can last: `until Monday` is
 * unknown and never 0.
 */
export function readDaysCell(cell: string, unit: 'days' | 'sessions' = 'days'): number | null {
  const found = CELL.exec(cell);
  if (found === null || OTHER_UNIT.test(cell.slice(found[0].length))) return null;
  const days = readNumber(found[1] ?? '') / (unit === 'sessions' || found[2] !== undefined ? 2 : 1);
  return days > 0 && days <= MAX_SUSPENSION_DAYS ? days : null;
}
