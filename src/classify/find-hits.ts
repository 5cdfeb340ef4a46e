import type { CompiledRules } from './compile-rules.ts';
import type { Matcher, Scan } from './scan.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** One pattern found: tokens `from` up to but not including `to`. */
export interface Hit {
  readonly owner: number;
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/** Most hits of one record that are kept: far above any real record, so that hostile text ends. */
const MAX_HITS = 4000;

/**
 * Tries, at every token, the patterns that start with something found there. Of one rule's patterns only the
 * longest match at a place is kept.
 */
export function findHits(compiled: CompiledRules, scan: Scan, tokens: TokenBuffer, matcher: Matcher): Hit[] {
  const { grammar, patterns, byFirst } = compiled;
  const hits: Hit[] = [];
  let first = 0;
  const tryPatterns = (at: number, symbol: number): void => {
    const list = byFirst[symbol];
    if (list === undefined) return;
    for (let i = 0; i < list.length; i++) {
      const index = list[i] ?? 0;
      const pattern = patterns[index];
      if (pattern === undefined) continue;
      const to = matcher.match(pattern, at);
      if (to < 0) continue;
      let known = -1;
      for (let k = first; k < hits.length; k++) if (hits[k]?.owner === pattern.owner) known = k;
      if (known < 0) hits.push({ owner: pattern.owner, pattern: index, from: at, to });
      else if ((hits[known]?.to ?? 0) < to)
        hits[known] = { owner: pattern.owner, pattern: index, from: at, to };
    }
  };
  for (let at = 0; at < tokens.count && hits.length < MAX_HITS; at++) {
    first = hits.length;
    const own = grammar.wordSymbols[tokens.word[at] ?? 0];
    if (own !== undefined) for (let i = 0; i < own.length; i++) tryPatterns(at, own[i] ?? 0);
    for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
      tryPatterns(at, scan.symbol[slot] ?? 0);
    }
  }
  return hits;
}
