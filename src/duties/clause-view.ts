import type { CompiledRules } from '../classify/compile-rules.ts';
import type { Hit } from '../classify/create-hit-finder.ts';
import { rowIncludes } from '../classify/rows.ts';
import { type Scan, spanOf } from '../classify/scan.ts';
import type { TokenBuffer } from '../classify/token-buffer.ts';

/** One record cut into clauses, with everything found in it: the working state of the action reader. */
export interface ClauseView {
  readonly tokens: TokenBuffer;
  readonly scan: Scan;
  readonly compiled: CompiledRules;
}

/** One stretch of words that says one thing: tokens `from` up to but not including `to`. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly field: 'narrative' | 'action';
  /** Number of the sentence it was cut from. */
  readonly sentence: number;
  readonly hits: readonly FoundFact[];
}

const CUE_MARK = '~'.charCodeAt(0);

/** A pattern of a fact that was found, with the fact's code. */
export interface FoundFact extends Pick<Hit, 'from' | 'to'> {
  readonly code: string;
  /** Asked for or offered only, by the words that it shares with such a request. */
  readonly isAsked?: true;
}

/** Whether a fact found is a thing done, not a cue (`~not`, `~planned`, a day) that works on others. */
export function isAct({ code }: FoundFact): boolean {
  return code.charCodeAt(0) !== CUE_MARK;
}

/** Whether a token carries a class of the lexicon, alone or as the start of a phrase. */
export function carries(view: ClauseView, at: number, className: string): boolean {
  const symbol = view.compiled.grammar.symbols.get(`c:${className}`);
  if (symbol === undefined) return false;
  if (rowIncludes(view.compiled.grammar.wordSymbols, view.tokens.word[at] ?? 0, symbol)) return true;
  return spanOf(view.scan, view.compiled.grammar, view.tokens, at, symbol) > 0;
}
