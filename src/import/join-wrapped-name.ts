/** One word of a name, `Lee`, `O'Neil`, `Day-Lewis`, perhaps with the comma behind a surname. */
const WORD = /^\p{L}[\p{L}'\u2018\u2019-]*,?$/u;
/** A longer cell is no name, and slow to take apart. */
const LONGEST = 200;

function linesOf(cell: string): readonly string[] {
  return cell
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Two words in one line. */
const WHOLE = /\p{L}\S?[^\S\r\n]+\S*\p{L}|,[^\S\r\n]*\p{L}/u;

/** Two or three lines of one word each, as a narrow column of a spreadsheet breaks a name. */
function isWrapped(cell: string): boolean {
  const lines = cell.length > LONGEST ? [] : linesOf(cell);
  return lines.length > 1 && lines.length < 4 && lines.every((line) => WORD.test(line));
}

/**
 * Whether a column of pupils breaks its names over lines, by its cells: each is either a whole name in one line or one
 * word a line. Where a cell is one word alone, lines of one word may be pupils of their own.
 */
export function wrapsNames(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.some(isWrapped) &&
    filled.every((cell) => isWrapped(cell) || WHOLE.test(cell.slice(0, LONGEST)) || !/\p{L}/u.test(cell))
  );
}

/** The name of a cell in one line, where it stands one word a line; other cells stay as they are. */
export function joinWrappedName(cell: string): string {
  return /[\r\n]/.test(cell) && isWrapped(cell) ? linesOf(cell).join(' ') : cell;
}
