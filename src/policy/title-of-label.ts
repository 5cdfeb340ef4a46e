import { readTaxonomy } from './taxonomy.ts';

let titles: ReadonlyMap<string, string> | undefined;

/** The printed title of a label code; the code itself when no label has it, so that nothing is ever left unsaid. */
export function titleOfLabel(code: string): string {
  titles ??= new Map(readTaxonomy().labels.map((label) => [label.code, label.title]));
  return titles.get(code) ?? code;
}
