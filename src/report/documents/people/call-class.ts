/** A class as a page is headed: one whose name is a number alone would read as the number of the page or of a count. */
export function callClass(name: string): string {
  return /^\d+$/.test(name) ? `Class ${name}` : name;
}
