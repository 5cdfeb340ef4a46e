/** `Lee, Ann`: one comma, behind a single word; not `Ann, Bo and Cy`. */
const PAIR = /^[^\s,]+\s*,(?!.*\s(?:and|&)\s)[^,]+$/i;
/** `Ann Lee`: words without a comma, or with brackets before it, as in `Ann Lee (7A), Bo Day (7B)`. */
const WHOLE = /^[^\s,]+(?:\s+[^\s,]+)+$|[)\]]\s*,/;

/** `Garcia Lopez, Maria Jose` or `Ann Lee, Bo Day`: two words on either side of the one comma. */
const EITHER = /^[^\s,]+\s[^,]*,\s*[^\s,]+\s[^,]*$/;

/**
 * Whether a column of names puts the surname first, by the cells that can be read in one way only: more are `Lee, Ann` than
 * can be read in two, and none is `Ann Lee`. `Garcia Lopez, Maria Jose` is then one pupil, where else it may be two. Not so
 * where a lone forename (`Kai, Bo Day`) stands among lists of whole names.
 */
export function isSurnameFirst(cells: readonly string[]): boolean {
  const names = cells.flatMap((cell) => cell.split(/[;|\n\r]+/)).map((name) => name.trim());
  const count = (kind: RegExp): number => names.filter((name) => kind.test(name)).length;
  return count(PAIR) > count(EITHER) && count(WHOLE) === 0;
}
