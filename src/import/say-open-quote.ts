/** Stands in the sentence of a quote that may be closed too early. */
export const CLOSED_EARLY = ', or closed before its cell ends';

/** Whether a further quote stands in the cell that a quote opened: text behind `"Shut up"` hides where the cell ends. */
function isClosedEarly(cells: readonly string[], openCell: number): boolean {
  return cells[openCell]?.includes('"') ?? false;
}

/** What to say of a record whose quote is never closed, and how to put it right. */
export function sayOpenQuote(
  column: string | null,
  line: number,
  cells: readonly string[],
  openCell: number,
): string {
  const place = column === null ? 'this row' : `"${column}"`;
  const [fault, remedy] = isClosedEarly(cells, openCell)
    ? [CLOSED_EARLY, 'Put the closing quote in its place, write quotes of the text double ("")']
    : ['', 'Put the closing quote in'];
  return `A quote (") opened in ${place} on line ${line} is never closed${fault}, so it cannot be told where its cells end. ${remedy} and import again.`;
}
