import type { People } from './assign-roles.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { EventWords } from './event-words.ts';
import type { EventReading, RuleReading } from './read-rule.ts';
import type { EventRole } from './rule-data.ts';
import type { Scan } from './scan.ts';
import { MARK, type TokenBuffer } from './token-buffer.ts';

/** What the event pass looks at. */
export interface EventView {
  readonly tokens: TokenBuffer;
  readonly scan: Scan;
  readonly people: People;
  readonly compiled: CompiledRules;
  readonly words: EventWords;
  /** Rules by owner, null for owners that are no rules; and event rules by the symbol of their verb. */
  readonly readings: readonly (RuleReading | null)[];
  readonly eventRules: ReadonlyMap<number, readonly EventReading[]>;
}

/** The person of an event, as far as the record tells. */
export interface EventPerson {
  readonly role: EventRole;
  readonly at: number;
  /** First token of the persons who are joined to this one by `and`. */
  readonly from?: number;
}

/** Nobody whom the record tells of. */
export const NOBODY: EventPerson = { role: 'none', at: -1 };

/** Whether a word or phrase of the class starts at a token; `bit` is one of `view.words`. */
export function is({ tokens, scan }: EventView, at: number, bit: number): boolean {
  return at >= 0 && at < tokens.count && ((scan.events[at] ?? 0) & bit) !== 0;
}

/** Whether a token stands in a sentence. */
export function inSentence(view: EventView, at: number, sentence: number): boolean {
  return at >= 0 && at < view.tokens.count && view.tokens.sentence[at] === sentence;
}

/** Within quotation marks, where it is a child who says `I` and `my`. */
export function isQuoted({ tokens }: EventView, at: number): boolean {
  return ((tokens.marks[at] ?? 0) & MARK.quoted) !== 0;
}

/** Whether a comma, dash or bracket stands before a token. */
export function isParted({ tokens }: EventView, at: number): boolean {
  return ((tokens.marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
}

/** Whether a token starts with a capital. */
export function isCapital({ tokens }: EventView, at: number): boolean {
  return ((tokens.marks[at] ?? 0) & MARK.capital) !== 0;
}
