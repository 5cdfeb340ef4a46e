/** A recorded category in running text, so that it cannot be taken for the label of the same name. */
export function nameCategory(category: string): string {
  return `Recorded as ‘${category}’`;
}
