import type { EventView } from './event-view.ts';
import { FIELD_NAMES } from './token-buffer.ts';

/** Symbols of single words tell the second reader nothing that it does not read itself. */
const WORD = 'w:';

/** Nor do verbs that mean something only by how a sentence goes on, and those endings. */
const PARTIAL = ['c:DEED_', 'c:END_'];

const isTelling = (name: string): boolean =>
  !name.startsWith(WORD) && !PARTIAL.some((start) => name.startsWith(start));

/**
 * Makes the function that lists the classes and roles of the words and phrases of the record at hand, each once a
 * field, in the order met.
 */
export function createClassList({ tokens, scan, compiled }: EventView): () => readonly string[] {
  const { symbols, wordSymbols } = compiled.grammar;
  const fields = FIELD_NAMES.length;
  /** The name of each symbol in each field; none for those that are not told. */
  const names: (string | undefined)[] = [];
  for (const [name, symbol] of symbols)
    if (isTelling(name))
      FIELD_NAMES.forEach((field, place) => {
        names[symbol * fields + place] = `${field} ${name}`;
      });
  // The number of the record in which each was last met: nothing to clear between records.
  const met = new Uint32Array(symbols.size * fields);
  let record = 0;
  return () => {
    record++;
    const listed: string[] = [];
    const add = (symbol: number, field: number): void => {
      const place = symbol * fields + field;
      if (met[place] === record) return;
      met[place] = record;
      const name = names[place];
      if (name !== undefined) listed.push(name);
    };
    const { starts, items } = wordSymbols;
    for (let at = 0; at < tokens.count; at++) {
      const field = tokens.field[at] ?? 0;
      const word = tokens.word[at] ?? 0;
      const end = starts[word + 1] ?? 0;
      for (let i = starts[word] ?? 0; i < end; i++) add(items[i] ?? 0, field);
      for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0)
        add(scan.symbol[slot] ?? 0, field);
    }
    return listed;
  };
}
