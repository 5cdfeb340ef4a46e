const [QUOTE, BACKSLASH, LF, CR, SPACE] = [34, 92, 10, 13, 32];
const DELIMITERS: ReadonlySet<number> = new Set([...',;\t|'].map((mark) => mark.charCodeAt(0)));

/** Where in a table a byte stands; `broken` where the table cannot be of this kind. */
type Place = 'start' | 'plain' | 'quoted' | 'escape' | 'escaped' | 'closing' | 'closed' | 'broken';

/** Goes piece by piece through a table in which a quote of the text is written `\"`. */
export interface EscapedQuotes {
  /** Calls `onEscaped` with the place of each quote of the text that a backslash stands before. */
  readonly scan: (piece: Buffer, onEscaped?: (quote: number) => void) => void;
  /** Whether a backslash that may belong to a quote came last. */
  readonly isPending: () => boolean;
  readonly isBroken: () => boolean;
  /**
   * Whether all that was scanned can only be such a table: each quote closes where its cell ends, and at least once
   * `\"` stands before a word, where a table of any other kind has no quote.
   */
  readonly isSound: () => boolean;
}

function isEnd(byte: number): boolean {
  return byte === LF || byte === CR || DELIMITERS.has(byte);
}

function stepOutside(place: Place, byte: number): Place {
  if (isEnd(byte)) return 'start';
  if (place === 'plain') return 'plain';
  if (byte === SPACE) return place === 'start' ? 'start' : 'closed';
  if (place === 'start') return byte === QUOTE ? 'quoted' : 'plain';
  // A quote that another follows is one of the text as well; anything else hides where the cell ends.
  return place === 'closing' && byte === QUOTE ? 'quoted' : 'broken';
}

function stepInside(byte: number): Place {
  if (byte === BACKSLASH) return 'escape';
  return byte === QUOTE ? 'closing' : 'quoted';
}

/** Opens the scan of one table. Its delimiter need not be known: any of them may end a cell. */
export function scanEscapedQuotes(): EscapedQuotes {
  let place: Place = 'start';
  let standsBeforeWord = false;
  return {
    scan: (piece, onEscaped) => {
      for (let at = 0; at < piece.length && place !== 'broken'; at++) {
        const byte = piece[at] ?? 0;
        if (place === 'escape') {
          place = byte === QUOTE ? 'escaped' : 'quoted';
          if (place === 'escaped') onEscaped?.(at);
        } else if (place === 'quoted' || place === 'escaped') {
          if (place === 'escaped' && byte !== QUOTE && byte !== SPACE && !isEnd(byte))
            standsBeforeWord = true;
          place = stepInside(byte);
        } else place = stepOutside(place, byte);
      }
    },
    isPending: () => place === 'escape',
    isBroken: () => place === 'broken',
    isSound: () => standsBeforeWord && ['start', 'plain', 'closing', 'closed'].includes(place),
  };
}
