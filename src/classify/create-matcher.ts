import type { Grammar } from './grammar.ts';
import type { PatternTable } from './index-patterns.ts';
import { STEP } from './pattern.ts';
import type { Scan } from './scan.ts';
import { ANY_SIGN, signOf } from './symbol-signs.ts';
import type { TokenBuffer } from './token-buffer.ts';

/**
 * Tries one pattern, by its number, at one token: the first token after the match, or -1. `isWord` says that the word
 * there is known to carry what the pattern starts with.
 */
export type Matcher = (pattern: number, at: number, isWord: boolean) => number;

/** Shorter sets are searched from end to end. */
const SHORT_SET = 8;

function createMembership({
  starts,
  items,
}: PatternTable['sets']): (element: number, symbol: number) => boolean {
  return (element, symbol) => {
    let low = starts[element] ?? 0;
    let high = (starts[element + 1] ?? 0) - 1;
    while (high - low >= SHORT_SET) {
      const middle = (low + high) >> 1;
      if ((items[middle] ?? 0) > symbol) high = middle - 1;
      else low = middle;
    }
    for (; low <= high; low++) if (items[low] === symbol) return true;
    return false;
  };
}

/** Makes the function that tries one pattern at one place, over the arrays of one classifier. */
export function createMatcher(
  scan: Scan,
  grammar: Grammar,
  tokens: TokenBuffer,
  patterns: PatternTable,
): Matcher {
  const { kinds, values, signs: stepSigns, starts } = patterns;
  const { starts: wordStarts, items: wordItems } = grammar.wordSymbols;
  const { sentence: sentenceOf, field: fieldOf, word: wordOf } = tokens;
  const { head, signs: tokenSigns } = scan;
  const isIn = createMembership(patterns.sets);
  let last = 0;

  const passGap = (part: number, at: number, sentence: number): number => {
    const within = kinds[part] === STEP.gap;
    const furthest = at + (values[part] ?? 0);
    const sign = stepSigns[part] ?? 0;
    for (let to = at; to <= furthest; to++) {
      if (to >= tokens.count) return -1;
      const there = sentenceOf[to] ?? 0;
      if ((within && there !== sentence) || fieldOf[to] !== fieldOf[at]) return -1;
      if (sign !== ANY_SIGN && ((tokenSigns[to] ?? 0) & sign) === 0) continue;
      const end = step(part + 1, to, there);
      if (end >= 0) return end;
    }
    return -1;
  };
  const wordIsIn = (part: number, at: number): boolean => {
    const element = values[part] ?? 0;
    const sign = stepSigns[part] ?? 0;
    const word = wordOf[at] ?? 0;
    const end = wordStarts[word + 1] ?? 0;
    for (let i = wordStarts[word] ?? 0; i < end; i++) {
      const symbol = wordItems[i] ?? 0;
      if ((signOf(symbol) & sign) !== 0 && isIn(element, symbol)) return true;
    }
    return false;
  };
  const passPhrase = (part: number, at: number, sentence: number): number => {
    const element = values[part] ?? 0;
    const sign = stepSigns[part] ?? 0;
    for (let slot = head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
      const symbol = scan.symbol[slot] ?? 0;
      if ((signOf(symbol) & sign) === 0 || !isIn(element, symbol)) continue;
      const end = step(part + 1, at + (scan.length[slot] ?? 1), sentence);
      if (end >= 0) return end;
    }
    return -1;
  };
  const step = (from: number, start: number, sentence: number): number => {
    let at = start;
    for (let part = from; part < last; part++) {
      const kind = kinds[part];
      if (kind === STEP.gap || kind === STEP.wideGap) return passGap(part, at, sentence);
      const mayBe = ((tokenSigns[at] ?? 0) & (stepSigns[part] ?? 0)) !== 0;
      if (mayBe && at < tokens.count && sentenceOf[at] === sentence) {
        const end = passPhrase(part, at, sentence);
        if (end >= 0) return end;
        if (wordIsIn(part, at)) {
          if (kind === STEP.optional) {
            const behind = step(part + 1, at + 1, sentence);
            if (behind >= 0) return behind;
          } else {
            at++;
            continue;
          }
        }
      }
      if (kind !== STEP.optional) return -1;
    }
    return at;
  };
  return (pattern, at, isWord) => {
    last = starts[pattern + 1] ?? 0;
    const first = starts[pattern] ?? 0;
    const sentence = sentenceOf[at] ?? 0;
    const end = passPhrase(first, at, sentence);
    if (end >= 0) return end;
    // What a pattern starts with is never a gap, nor may it be missing (pattern.ts).
    return isWord || wordIsIn(first, at) ? step(first + 1, at + 1, sentence) : -1;
  };
}
