import atRisk from './at-risk.yaml';
import { fillWords } from './fill-words.ts';
import laReturn from './la-return.yaml';
import positives from './positives.yaml';
import restraint from './restraint.yaml';
import trust from './trust.yaml';

/** Fixed words of one kind of report. */
export interface KindWords {
  readonly title: string;
  readonly governor_title: string;
  readonly subject: string;
  readonly governor_subject: string;
  readonly handling: string;
  readonly none: string;
  readonly limits: readonly string[];
  /** In the edition for governors, where it cannot say the same as the one with names. */
  readonly governor_limits?: readonly string[];
  readonly questions: readonly string[];
  readonly headings: Readonly<Record<string, string>>;
  /** Sentences by name, with {names} to fill. */
  readonly say: Readonly<Record<string, string>>;
  /** Labels with a line of their own, and what the line is called. */
  readonly types?: readonly { readonly code: string; readonly name: string }[];
  /** First day of the duty that the words tell of (England), where there is one. */
  readonly begins?: string;
}

/** What a nation says otherwise. */
type OtherWords = Partial<Omit<KindWords, 'say' | 'headings'>> & {
  /** Another entry whose words stand where this one has none. */
  readonly like?: string;
  readonly say?: Readonly<Record<string, string>>;
  readonly headings?: Readonly<Record<string, string>>;
};

type WordFile = KindWords & { readonly nations?: Readonly<Record<string, OtherWords>> };

const FILES: Readonly<Record<string, unknown>> = {
  restraint,
  'la-return': laReturn,
  positives,
  'at-risk': atRisk,
  trust,
};

/** Kinds with words of their own here. */
export const WORDED_KINDS: readonly string[] = Object.keys(FILES);

/** The words of a kind, as a nation says them. Throws on a kind that has none: kinds come from the registry. */
export function readKindWords(kind: string, nation: string): KindWords {
  const file = FILES[kind] as WordFile | undefined;
  if (file === undefined) throw new Error(`no words for '${kind}'`);
  const { nations = {}, ...words } = file;
  const { like = '', ...own } = nations[nation] ?? {};
  const near = nations[like] ?? {};
  return {
    ...words,
    ...near,
    ...own,
    headings: { ...words.headings, ...near.headings, ...own.headings },
    say: { ...words.say, ...near.say, ...own.say },
  };
}

/** A sentence of a kind with its values put in; throws on a name that it does not have. */
export function sayWords(
  words: KindWords,
  name: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const template = words.say[name];
  if (template === undefined) throw new Error(`no sentence '${name}'`);
  return fillWords(template, values);
}

/** A heading of a kind; throws on a name that it does not have. */
export function headingOf({ headings }: KindWords, name: string): string {
  const heading = headings[name];
  if (heading === undefined) throw new Error(`no heading '${name}'`);
  return heading;
}
