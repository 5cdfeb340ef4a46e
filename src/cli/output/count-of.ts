/** `1 school`, `2 schools`: a number with its noun. */
export function countOf(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
