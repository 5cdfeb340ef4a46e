import type { CountCell } from '../../../privacy/count-cell.ts';
import type { KindWords } from '../words/read-kind-words.ts';

/** One line of the return: a protected characteristic and how to read its number from a table of labels. */
export interface TypeRow {
  readonly code: string;
  readonly title: string;
  readonly read: (counts: { readonly labels: Readonly<Record<string, CountCell>> }) => CountCell;
}

/** The lines of the return, in the order of its words. */
export function listTypeRows({ types = [] }: KindWords): readonly TypeRow[] {
  return types.map(({ code, name }) => ({ code, title: name, read: ({ labels }) => labels[code] ?? 0 }));
}
