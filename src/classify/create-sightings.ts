import type { Grammar } from './grammar.ts';
import type { PatternTable } from './index-patterns.ts';
import type { Scan } from './scan.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** What is there in one record: symbols, each once in the order met, and gates. */
export interface Sightings {
  /** Looks at a record and says how many symbols are there. */
  readonly see: (scan: Scan, tokens: TokenBuffer) => number;
  readonly met: Int32Array;
  readonly hasSymbol: (symbol: number) => boolean;
  readonly hasGate: (gate: number) => boolean;
}

/** Records are numbered up to this: a byte for each symbol stays in the fastest memory. */
const LAST_NUMBER = 255;

/** Makes what notes the symbols of one record after another. */
export function createSightings(grammar: Grammar, { gates, gateCount }: PatternTable): Sightings {
  const { starts: wordStarts, items: wordItems } = grammar.wordSymbols;
  const { starts: gateStarts, items: gateItems } = gates;
  // The number of the record in which each was last seen: nothing to clear but once in a while.
  const wordSeen = new Uint8Array(wordStarts.length - 1);
  const symbolSeen = new Uint8Array(gateStarts.length - 1);
  const gateSeen = new Uint8Array(gateCount);
  const met = new Int32Array(symbolSeen.length);
  let record = 0;
  let count = 0;

  const startRecord = (): void => {
    if (record === LAST_NUMBER) {
      for (const seen of [wordSeen, symbolSeen, gateSeen]) seen.fill(0);
      record = 0;
    }
    record++;
    count = 0;
  };
  const note = (symbol: number): void => {
    if (symbolSeen[symbol] === record) return;
    symbolSeen[symbol] = record;
    met[count++] = symbol;
    const gateEnd = gateStarts[symbol + 1] as number;
    for (let i = gateStarts[symbol] as number; i < gateEnd; i++) gateSeen[gateItems[i] as number] = record;
  };
  const noteWord = (word: number): void => {
    if (wordSeen[word] === record) return;
    wordSeen[word] = record;
    const end = wordStarts[word + 1] as number;
    for (let i = wordStarts[word] as number; i < end; i++) note(wordItems[i] as number);
  };
  return {
    met,
    see: (scan, tokens) => {
      startRecord();
      for (let at = 0; at < tokens.count; at++) {
        noteWord(tokens.word[at] as number);
        for (let slot = scan.head[at] as number; slot !== 0; slot = scan.next[slot] as number)
          note(scan.symbol[slot] as number);
      }
      return count;
    },
    hasSymbol: (symbol) => symbolSeen[symbol] === record,
    hasGate: (gate) => gateSeen[gate] === record,
  };
}
