import type { Grammar } from './grammar.ts';

/**
 * A few classes as bits, asked of tokens again and again: one look at a number instead of a walk over the symbols
 * that stand there.
 */
export interface Traits {
  /** Bits of each word by itself, by word id. */
  readonly ofWord: Int32Array;
  /** Bits of each symbol, for phrases. */
  readonly ofSymbol: Int32Array;
}

/** Gives each of the named classes a bit; there is room for 32. Throws when the lexicon has no such class. */
export function assignBits<Name extends string>(
  grammar: Pick<Grammar, 'symbols' | 'wordSymbols'>,
  classes: Readonly<Record<Name, string>>,
): { readonly bits: Readonly<Record<Name, number>>; readonly traits: Traits } {
  const { symbols, wordSymbols } = grammar;
  const ofSymbol = new Int32Array(symbols.size);
  const bits: Partial<Record<Name, number>> = {};
  const names = Object.keys(classes) as Name[];
  if (names.length > 32) throw new Error('More classes than bits.');
  names.forEach((name, place) => {
    const symbol = symbols.get(`c:${classes[name]}`);
    if (symbol === undefined) throw new Error(`The lexicon has no class ${classes[name]}.`);
    bits[name] = 1 << place;
    ofSymbol[symbol] = (ofSymbol[symbol] ?? 0) | (1 << place);
  });
  const ofWord = new Int32Array(wordSymbols.starts.length - 1);
  for (let word = 0; word < ofWord.length; word++) {
    let own = 0;
    const end = wordSymbols.starts[word + 1] ?? 0;
    for (let i = wordSymbols.starts[word] ?? 0; i < end; i++) own |= ofSymbol[wordSymbols.items[i] ?? 0] ?? 0;
    ofWord[word] = own;
  }
  return { bits: bits as Record<Name, number>, traits: { ofWord, ofSymbol } };
}
