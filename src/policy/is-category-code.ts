import { readTaxonomy } from './taxonomy.ts';

/** Kinds of record that a category may mean without a label of its own. */
export const BARE_KINDS: ReadonlySet<string> = new Set(['behaviour', 'safeguarding']);

/** What a category may be said to mean, for whoever wrote a code that is none. */
export const CATEGORY_CODE_HINT =
  'Use one code in each row, such as bullying.verbal, or one of behaviour, positive, safeguarding, accident.';

/** Whether a code is one that a recorded category may be given: a label of the taxonomy or a bare kind. */
export function isCategoryCode(written: string): boolean {
  const code = written.trim().toLowerCase();
  return BARE_KINDS.has(code) || readTaxonomy().labels.some((label) => label.code === code);
}
