import type { LabelWork } from './label-work.ts';

/** What the rules make of a record, by name, each once: the second reader has learned what it is worth. */
export interface RecordSigns {
  /** Labels that they would give, what they found or stopped, and the recorded categories. */
  readonly found: readonly string[];
  /** Of these the labels that are given, found, stopped or recorded, without the rules. */
  readonly kinds: readonly string[];
  /** Classes of the lexicon, with the field in which a word of each stands. */
  readonly classes: readonly string[];
}

/** No signs: for a record that the rules have not read. */
export const NO_SIGNS: RecordSigns = { found: [], kinds: [], classes: [] };

/** Names with what stops them, put together once: rules and kinds are few, records many. */
const NAMES = new Map<string, Map<string | null, string>>();

function nameWith(name: string, stop: string | null): string {
  let byStop = NAMES.get(name);
  if (byStop === undefined) {
    byStop = new Map();
    NAMES.set(name, byStop);
  }
  let whole = byStop.get(stop);
  if (whole === undefined) {
    whole = `${name} ${stop ?? ''}`;
    byStop.set(stop, whole);
  }
  return whole;
}

/** Names of labels that are given, and of those that a category stands for, by code. */
const GIVEN = new Map<string, string>();
const RECORDED = new Map<string, string>();
const KINDS = new Map<string, string>();

function nameOnce(names: Map<string, string>, start: string, code: string): string {
  let whole = names.get(code);
  if (whole === undefined) {
    whole = `${start} ${code}`;
    names.set(code, whole);
  }
  return whole;
}

/** Lists the signs of the record that is being decided. The names are the model's own: changed, it must learn again. */
export function listSigns({ drafts, candidates, categories, answers }: LabelWork): RecordSigns {
  const rules = new Set<string>();
  const kinds = new Set<string>();
  for (const { kind } of drafts) kinds.add(nameOnce(GIVEN, 'given', kind.name));
  for (const { kind, rule, stop } of candidates) {
    rules.add(nameWith(rule, stop));
    kinds.add(nameWith(nameOnce(KINDS, '~', kind.name), stop));
  }
  for (const { meaning } of categories)
    for (const code of meaning.codes) kinds.add(nameOnce(RECORDED, 'category', code));
  return { found: [...kinds, ...rules], kinds: [...kinds], classes: answers.listClasses() };
}
