import factData from './facts.yaml';
import { RECORD_TITLES } from './record-codes.ts';
import { titleOfLabel } from './title-of-label.ts';

/** One thing that the words of a record can show: done, said, or a sign of what kind of record it is. */
export interface Fact {
  /** Such as `dsl_told`; one that starts with `~` changes what stands in the same clause and cannot be asked for. */
  readonly code: string;
  /** As printed in messages. */
  readonly title: string;
  /** Where it is looked for; `text` is narrative and action. */
  readonly in?: 'action' | 'narrative' | 'text';
  /** A `not` or a `will` is part of it and denies nothing: `refused to hand in`. */
  readonly as_written?: boolean;
  /** Counts only outside quotation marks: what a child said is no word of the record's writer. */
  readonly unquoted?: boolean;
  /** It matters for whom: the pupils and staff that its clause names are kept with it. */
  readonly whom?: boolean;
  /** To weigh it is what is asked: `considering a referral` shows it, and so does a decision that none is needed. */
  readonly weighed?: boolean;
  /** `Considering it` is no more than a plan of it. */
  readonly only_weighed?: boolean;
  /** It is for somebody who may not be reached: a call that nobody took tells nobody. */
  readonly answered?: boolean;
  /** It counts only from the incident on: `before the incident` it was about something else. */
  readonly afterwards?: boolean;
  /** The number in its words must be an hour of the school day before its end. */
  readonly in_school_hours?: boolean;
  /** Something held or carried out: words behind it may say that it did not come about. */
  readonly held?: boolean;
  /** One of its words denied is one action left out, not all of them. */
  readonly one_of_many?: boolean;
  /** Names of recorded categories that say it too, small letters, signs left out. */
  readonly category?: readonly string[];
  /** A `~` code whose words, where they overlap, say that it was asked for or offered only: no more than a plan of it. */
  readonly asked_by?: string;
  /** A `~` code whose words, where they overlap, say that it is something else: the head that was bumped. */
  readonly void_by?: string;
  /** Patterns of the classifier's rule language, one a line. */
  readonly any: string;
}

interface FactFile {
  readonly classes: Readonly<Record<string, string>>;
  readonly facts: readonly Fact[];
}

/** The facts that come with Termwise, and the classes of words that their patterns use. */
export function readFacts(): FactFile {
  return factData as unknown as FactFile;
}

let titles: ReadonlyMap<string, string> | undefined;

/** The printed title of a fact, a cell, a word of the roll or a label of the taxonomy; the code itself when it is none. */
export function titleOfFact(code: string): string {
  titles ??= new Map([
    ...Object.entries(RECORD_TITLES),
    ...readFacts().facts.map((fact) => [fact.code, fact.title] as const),
  ]);
  return titles.get(code) ?? titleOfLabel(code);
}
