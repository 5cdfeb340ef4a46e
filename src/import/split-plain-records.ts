const QUOTE = 34;
const LF = 10;
const CR = 13;
const ASCII = 127;

/** Where splitting stopped, and why. */
export interface PlainSplit {
  /** Place of the first byte of the record that was not taken; the end when all were. */
  readonly at: number;
  /**
   * `more`: the record there is not whole yet. `odd`: its quotes are not as they must be. `stopped`: the taker
   * refused it. `done`: nothing is left.
   */
  readonly reason: 'more' | 'odd' | 'stopped' | 'done';
}

/** Receives one record with the physical lines it takes; false stops before it. */
export type TakeRecord = (cells: string[], lines: number, end: number) => boolean;

/** Bounds of the cells of one record, two a cell; those of a quoted one lie within its quotes. */
interface CellBounds {
  at: Int32Array;
  count: number;
}

function addBounds(bounds: CellBounds, from: number, to: number): void {
  if (bounds.count + 2 > bounds.at.length) {
    const longer = new Int32Array(2 * bounds.at.length);
    longer.set(bounds.at);
    bounds.at = longer;
  }
  bounds.at[bounds.count] = from;
  bounds.at[bounds.count + 1] = to;
  bounds.count += 2;
}

/**
 * Decodes the cells of a record. One of ASCII alone is decoded whole and cut: a call for each cell takes three times as
 * long. Whatever cell is kept then keeps its whole record alive; what is kept without the words of its record is copied
 * (copy-text.ts).
 */
function decodeCells(bytes: Buffer, { at, count }: CellBounds, isAscii: boolean): string[] {
  const cells: string[] = [];
  const first = at[0] ?? 0;
  const whole = isAscii ? bytes.toString('latin1', first, at[count - 1]) : '';
  for (let cell = 0; cell < count; cell += 2) {
    const [from, to] = [at[cell] ?? 0, at[cell + 1] ?? 0];
    if (from === to) cells.push('');
    else cells.push(isAscii ? whole.slice(from - first, to - first) : bytes.toString('utf8', from, to));
  }
  return cells;
}

/**
 * Splits whole records off the front of `bytes` by RFC 4180 with any line ends, and nothing else: a quote out of
 * place is `odd` and is left to the parser and to repair. It reads what a parser reads in a quarter of the time,
 * because nearly every record of an export is in good order. `delimiter` is a byte; `isLast` says that no bytes
 * follow. The record at which the reason is `more` must be given again with what follows it.
 */
export function splitPlainRecords(
  bytes: Buffer,
  delimiter: number,
  isLast: boolean,
  take: TakeRecord,
): PlainSplit {
  const { length } = bytes;
  const bounds: CellBounds = { at: new Int32Array(64), count: 0 };
  let at = 0;
  while (at < length) {
    bounds.count = 0;
    let lines = 1;
    let place = at;
    let isAscii = true;
    let hasDoubled = false;
    for (;;) {
      let end = place;
      if (bytes[place] === QUOTE) {
        let before = 0;
        for (end = place + 1; ; end++) {
          if (end >= length) return { at, reason: isLast ? 'odd' : 'more' };
          const byte = bytes[end] ?? 0;
          if (byte === QUOTE) {
            if (end + 1 === length && !isLast) return { at, reason: 'more' };
            if (bytes[end + 1] !== QUOTE) break;
            hasDoubled = true;
            end += 1;
          } else if (byte === CR || (byte === LF && before !== CR)) lines += 1;
          else if (byte > ASCII) isAscii = false;
          before = byte;
        }
        addBounds(bounds, place + 1, end);
        end += 1;
      } else {
        for (; end < length; end++) {
          const byte = bytes[end] ?? 0;
          if (byte === delimiter || byte === LF || byte === CR) break;
          if (byte === QUOTE) return { at, reason: 'odd' };
          if (byte > ASCII) isAscii = false;
        }
        if (end === length && !isLast) return { at, reason: 'more' };
        addBounds(bounds, place, end);
      }
      const byte = bytes[end];
      if (byte === delimiter) {
        place = end + 1;
        continue;
      }
      if (byte === CR && end + 1 === length && !isLast) return { at, reason: 'more' };
      if (byte !== undefined && byte !== LF && byte !== CR) return { at, reason: 'odd' };
      if (byte === undefined && !isLast) return { at, reason: 'more' };
      const next = Math.min(length, end + (byte === CR && bytes[end + 1] === LF ? 2 : 1));
      const cells = decodeCells(bytes, bounds, isAscii);
      // Only quoted cells hold quotes, all of them doubled.
      const plain = hasDoubled ? cells.map((cell) => cell.replaceAll('""', '"')) : cells;
      if (!take(plain, lines, next)) return { at, reason: 'stopped' };
      at = next;
      break;
    }
  }
  return { at, reason: 'done' };
}
