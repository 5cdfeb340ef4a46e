/** Letters alone, in one order, so that `O'Neil, Mia` and `mia oneil` are one. */
export function keyOfName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\([^)]*\)/g, '')
    .toLowerCase()
    .split(/[\s,]+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
