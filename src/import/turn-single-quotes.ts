const [SINGLE, DOUBLE, BACKSLASH, LF, CR, SPACE] = [39, 34, 92, 10, 13, 32];
/** So many bytes behind one must be seen before it is known what it is. */
const AHEAD = 2;

/**
 * Opens the rewriting of a table with its cells in single quotes: those round a cell become double ones, which all readers
 * know. A quote closes its cell only before a delimiter or a line end, so that `didn't` stays whole; `''` and `\'` are one of
 * the text. Give the pieces in order, in UTF-8, and null at the end.
 */
export function turnSingleQuotes(delimiter: string): (piece: Buffer | null) => Buffer {
  const comma = delimiter.charCodeAt(0);
  let held: Buffer = Buffer.alloc(0);
  let place: 'start' | 'plain' | 'quoted' = 'start';
  const isEnd = (byte: number | undefined): boolean =>
    byte === undefined || byte === comma || byte === LF || byte === CR;

  const turn = (bytes: Buffer, upTo: number): { readonly made: Buffer; readonly read: number } => {
    // Each byte becomes two at the most.
    const made = Buffer.allocUnsafe(2 * upTo);
    let length = 0;
    const put = (byte: number): void => {
      made[length] = byte;
      length += 1;
    };
    let at = 0;
    for (; at < upTo; at++) {
      const byte = bytes[at] ?? 0;
      const next = bytes[at + 1];
      if (place !== 'quoted') {
        const opens = place === 'start' && byte === SINGLE;
        put(opens ? DOUBLE : byte);
        if (opens) place = 'quoted';
        else if (isEnd(byte)) place = 'start';
        else if (byte !== SPACE) place = 'plain';
      } else if (byte === SINGLE && isEnd(next)) {
        put(DOUBLE);
        place = 'plain';
      } else if ((byte === SINGLE || (byte === BACKSLASH && !isEnd(bytes[at + 2]))) && next === SINGLE) {
        put(SINGLE);
        at += 1;
      } else {
        if (byte === DOUBLE) put(DOUBLE);
        put(byte);
      }
    }
    return { made: made.subarray(0, length), read: at };
  };

  return (piece) => {
    const whole = piece === null ? held : Buffer.concat([held, piece]);
    const upTo = piece === null ? whole.length : Math.max(0, whole.length - AHEAD);
    const { made, read } = turn(whole, upTo);
    held = whole.subarray(Math.min(read, whole.length));
    return made;
  };
}
