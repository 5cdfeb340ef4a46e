import { breakHtmlLines } from './break-html-lines.ts';
import { cleanText } from './clean-text.ts';

/** A cell of names as plain text: entities are decoded, tags go, and each line, of rich text or by an odd line end, is a line. */
export function cleanNames(cell: string): string {
  return /[<&\v\f\u2028\u2029]/.test(cell) ? cleanText(breakHtmlLines(cell)) : cell;
}
