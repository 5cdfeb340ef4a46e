import { isNobody } from './is-nobody.ts';
import data from './placeholder-words.yaml';

const UNISSUED: ReadonlySet<string> = new Set((data as { readonly unissued: readonly string[] }).unissued);
/** Noughts, crosses, what a spreadsheet shows or makes of a long number, and all noughts or nines (`A999999999999`). */
const NONE = /^(?:[0x.\s-]+|#[a-z/]+[!?]?|\d(?:[.,]\d+)?e\+?\d+|[a-z]?(?:0{5,}|9{5,})[a-z]?)$/i;
/** No such cell is longer. */
const LONGEST = 40;

/**
 * Whether a cell stands for a pupil's number that is not there: a placeholder (`Awaiting UPN`), noughts or nines, or
 * what a spreadsheet made of a long number. Such cells are alike for many pupils, who would become one.
 */
export function isNoNumber(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  return isNobody(cell) || NONE.test(cell) || UNISSUED.has(cell.trim().toLowerCase().replaceAll(/\s+/g, ' '));
}
