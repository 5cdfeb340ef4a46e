import type { LabelWork } from './label-work.ts';

/** What the rules make of a record, by name, each once: the second reader has learned what it is worth. */
export interface RecordSigns {
  /** Labels that they would give, what they found or stopped, and the recorded categories. */
  readonly found: readonly string[];
  /** Classes of the lexicon, with the field in which a word of each stands. */
  readonly classes: readonly string[];
}

/** No signs: for a record that the rules have not read. */
export const NO_SIGNS: RecordSigns = { found: [], classes: [] };

/** Lists the signs of the record that is being decided. The names are the model's own: changed, it must learn again. */
export function listSigns({ drafts, candidates, categories, answers }: LabelWork): RecordSigns {
  const found = new Set<string>();
  for (const { kind } of drafts) found.add(`given ${kind.name}`);
  for (const { kind, rule, stop } of candidates) {
    found.add(`${rule} ${stop ?? ''}`);
    found.add(`~ ${kind.name} ${stop ?? ''}`);
  }
  for (const { meaning } of categories) for (const code of meaning.codes) found.add(`category ${code}`);
  return { found: [...found], classes: answers.listClasses() };
}
