/** `Lee, Ann`: one comma, behind a single word. */
const PAIR = /^[^\s,]+\s*,[^,]+$/;
/** `Ann Lee`: words without a comma, or with brackets before it, as in `Ann Lee (7A), Bo Day (7B)`. */
const WHOLE = /^[^\s,]+(?:\s+[^\s,]+)+$|[)\]]\s*,/;

/**
 * Whether a column of names puts the surname first, by the cells that can be read in one way only: some are `Lee, Ann` and
 * none is `Ann Lee`. `Garcia Lopez, Maria Jose` is then one pupil, where else it may be two.
 */
export function isSurnameFirst(cells: readonly string[]): boolean {
  const names = cells.flatMap((cell) => cell.split(/[;|\n\r]+/)).map((name) => name.trim());
  return names.some((name) => PAIR.test(name)) && !names.some((name) => WHOLE.test(name));
}
