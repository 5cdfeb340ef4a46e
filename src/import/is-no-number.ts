import { isNobody } from './is-nobody.ts';

/**
 * Whether a cell stands for a pupil's number that is not there: a placeholder, noughts, or what a spreadsheet made of a
 * long number. Such cells are alike for many pupils, who would become one.
 */
export function isNoNumber(cell: string): boolean {
  return isNobody(cell) || /^(?:[0x.\s-]+|#[a-z/]+[!?]?|\d(?:[.,]\d+)?e\+?\d+)$/i.test(cell);
}
