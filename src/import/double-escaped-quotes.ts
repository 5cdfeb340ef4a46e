import { scanEscapedQuotes } from './scan-escaped-quotes.ts';

const [QUOTE, NOTHING] = [34, Buffer.alloc(0)];

/**
 * Opens the rewriting of a table that writes `\"` for a quote of the text: each becomes `""`, which all readers know and
 * which is as long. Give the pieces in order, in UTF-8, and null at the end.
 */
export function doubleEscapedQuotes(): (piece: Buffer | null) => Buffer {
  const quotes = scanEscapedQuotes();
  /** A backslash at the end of the last piece, which may be half of a quote. */
  let held: Buffer = NOTHING;
  return (piece) => {
    if (piece === null) return held;
    const whole = Buffer.concat([held, piece]);
    const isHeld = held.length;
    quotes.scan(piece, (quote) => {
      whole[quote + isHeld - 1] = QUOTE;
    });
    const kept = quotes.isPending() ? whole.length - 1 : whole.length;
    held = whole.subarray(kept);
    return whole.subarray(0, kept);
  };
}
