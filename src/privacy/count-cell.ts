/** Marks a number that this edition may not hold; writers print the rules' symbol, never 0. */
export const HIDDEN = 'hidden';

/** A count as an edition may hold it. */
export type CountCell = number | typeof HIDDEN;

/** Narrows a cell to its number. */
export function isShown(cell: CountCell): cell is number {
  return cell !== HIDDEN;
}
