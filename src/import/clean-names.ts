import { breakHtmlLines } from './break-html-lines.ts';
import { cleanText } from './clean-text.ts';

/** A longer cell is a long list of names, or text, in which runs of blanks are slow to look through. */
const LONG = 200;
/** `"Lee, Ann"; "Day, Bo"`: each name of a list in quotes of its own. */
const QUOTED = /^\s*"[^"]*"(?:\s*[;|,\n\r]\s*"[^"]*")*\s*$/;

function unquote(cell: string): string {
  return cell.startsWith('"') && QUOTED.test(cell)
    ? (cell.match(/"[^"]*"/g) ?? []).map((name) => name.slice(1, -1)).join('; ')
    : cell;
}

/**
 * A cell of names as plain text: entities are decoded, tags go, each line, of rich text or by an odd line end, is a line, quotes
 * round names go, and no run of blanks in a long cell is longer than one.
 */
export function cleanNames(cell: string): string {
  const text = /[<&\v\f\u2028\u2029]/.test(cell) ? cleanText(breakHtmlLines(cell)) : cell;
  return unquote(text.length > LONG ? text.replaceAll(/[^\S\r\n]{2,}/g, ' ') : text);
}
