/** Longer words are no name of a table. */
const LONGEST_HEADING = 60;

/** The name of a sheet or of a part of a report, above its header: a few words alone in their row, and no sentence nor the end of one. */
export function isHeading(cells: readonly string[]): boolean {
  const [only = '', ...others] = cells.filter((cell) => cell.trim() !== '');
  return (
    others.length === 0 &&
    only.length <= LONGEST_HEADING &&
    /^\s*[\p{Lu}\p{N}].*[^.!?"\u201d\s]\s*$/u.test(only)
  );
}
