import data from './placeholder-words.yaml';

const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (data as { readonly placeholders: readonly string[] }).placeholders,
);
const ENDS = /^[\s\-\u2013\u2014_.*<>:?]+|[\s\-\u2013\u2014_.*<>:]+$/g;
/** No such cell is longer. */
const LONGEST = 40;

/** Whether a cell only stands where something could have been chosen or written: `N/A`, `Please select`, `-- Select --`, `(blank)`. */
export function isPlaceholder(cell: string): boolean {
  return (
    cell.length <= LONGEST &&
    PLACEHOLDERS.has(cell.toLowerCase().replaceAll(ENDS, '').replaceAll(/\s+/g, ' '))
  );
}
