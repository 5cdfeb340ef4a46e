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

/** `AB`, `NK`: initials, each of which may be somebody. */
const INITIALS = /^\p{Lu}{1,3}$/u;

/** Two or three lines of one word each, as a narrow column of a spreadsheet breaks a name. */
function isWrapped(cell: string): boolean {
  const lines = cell.length > LONGEST || !/[\r\n]/.test(cell) ? [] : linesOf(cell);
  return (
    lines.length > 1 &&
    lines.length < 4 &&
    lines.every((line) => WORD.test(line)) &&
    !lines.every((line) => INITIALS.test(line))
  );
}

/** The word of a name that stands where forenames do, and the one where surnames do. */
function endsOf(name: string): { readonly forename: string; readonly surname: string } {
  const words = name.toLowerCase().split(/\s+/);
  const comma = words.findIndex((word) => word.endsWith(','));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return comma === -1
    ? { forename: first, surname: last }
    : { forename: words[comma + 1] ?? '', surname: (words[comma] ?? '').slice(0, -1) };
}

/**
 * Whether the lines of cells are pupils told by their forenames, `Kai` and `Zoe`: where whole names have a comma these have
 * none, or where surnames stand elsewhere these have what is a forename in other cells, in half of them or more.
 */
function areForenames(wrapped: readonly string[], whole: readonly string[]): boolean {
  const hasComma = (name: string): boolean => name.includes(',');
  if (whole.length > 0 && whole.every(hasComma) && !wrapped.some(hasComma)) return true;
  const [lines, ends] = [wrapped.map((cell) => endsOf(linesOf(cell).join(' '))), whole.map(endsOf)];
  // A comma at the end of a line says which word is the surname.
  if (wrapped.some(hasComma)) return false;
  const forenames = new Set([...ends, ...lines].map(({ forename }) => forename));
  const surnames = new Set(ends.map(({ surname }) => surname));
  const against = lines.filter(({ surname }) => forenames.has(surname) && !surnames.has(surname));
  return against.length * 2 >= lines.length;
}

/**
 * Whether a column of pupils breaks its names over lines, by its cells: each is either a whole name in one line or one
 * word a line. Where a cell is one word alone, lines of one word may be pupils of their own.
 */
export function wrapsNames(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const wrapped = filled.filter(isWrapped);
  if (wrapped.length === 0) return false;
  const others = filled.filter((cell) => !isWrapped(cell) && /\p{L}/u.test(cell));
  return (
    others.every((cell) => WHOLE.test(cell.slice(0, LONGEST))) &&
    !areForenames(
      wrapped,
      others.filter((cell) => cell.length <= LONGEST && !/[\r\n]/.test(cell)),
    )
  );
}

/** The name of a cell in one line, where it stands one word a line; other cells stay as they are. */
export function joinWrappedName(cell: string): string {
  return /[\r\n]/.test(cell) && isWrapped(cell) ? linesOf(cell).join(' ') : cell;
}
