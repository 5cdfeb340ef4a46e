/** Points as written, `-3`, `+2` or `2 points`; null for anything else. */
export function readPoints(cell: string): number | null {
  const found = /^([+-]?\d+(?:\.\d+)?)(?: ?(?:points?|pts?))?$/i.exec(cell.replace(/^[\u2212\u2013]/, '-'));
  return found === null ? null : Number(found[1]);
}
