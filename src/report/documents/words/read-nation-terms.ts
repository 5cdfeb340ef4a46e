import data from './nation-terms.yaml';

/** Names of one nation for our own, by code or by the name that they stand for. */
interface Terms {
  readonly labels: Readonly<Record<string, string>>;
  readonly definitions: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, string>>;
  readonly characteristics: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  /** Sentences of the head's own copy. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a nation calls a label, a measure, a group or a reason; the name itself where it has no other for it. */
export function nationTerm(nation: string, of: keyof Terms, key: string, name: string): string {
  const terms = (data as Readonly<Record<string, Terms>>)[nation];
  return terms?.[of][key] ?? name;
}
