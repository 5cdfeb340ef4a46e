import { BARE_KINDS } from './is-category-code.ts';
import { readTaxonomy } from './taxonomy.ts';

/** Codes that a school may give a category of its own: labels, and kinds of record that are no label. */
export function listOverrideCodes(): readonly string[] {
  return [...readTaxonomy().labels.map(({ code }) => code), ...BARE_KINDS];
}
