import { breakHtmlLines } from './break-html-lines.ts';
import { cleanText } from './clean-text.ts';

/** A cell of names as plain text: entities are decoded, tags go, and each line of rich text is a line. */
export function cleanNames(cell: string): string {
  return /[<&]/.test(cell) ? cleanText(breakHtmlLines(cell)) : cell;
}
