/** Marks of one token, as bits of `TokenBuffer.marks`. */
export const MARK = {
  capital: 1,
  allCapitals: 2,
  sentenceStart: 4,
  commaBefore: 8,
  /** A semicolon, colon, dash or bracket stands before it. */
  breakBefore: 16,
  quoted: 32,
  number: 64,
} as const;

/** Fields in the order in which they are read. */
export const FIELD_NAMES = ['category', 'narrative', 'action'] as const;
export const CATEGORY_FIELD = 0;
export const NARRATIVE_FIELD = 1;
export const ACTION_FIELD = 2;

/** Longest part of one field that is read; what stands beyond is reported as not read. */
export const MAX_TOKENS_PER_FIELD = 4000;

/** The tokens of one record, in arrays that are used again for the next one. */
export interface TokenBuffer {
  count: number;
  sentences: number;
  truncated: boolean;
  readonly texts: [string, string, string];
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Word id of the vocabulary; 0 for a word that it does not know. */
  readonly word: Int32Array;
  readonly marks: Uint8Array;
  readonly sentence: Int32Array;
  readonly field: Uint8Array;
}

/** Makes an empty buffer; one is enough for any number of records, one after the other. */
export function createTokenBuffer(): TokenBuffer {
  const size = MAX_TOKENS_PER_FIELD * FIELD_NAMES.length + 8;
  return {
    count: 0,
    sentences: 0,
    truncated: false,
    texts: ['', '', ''],
    start: new Int32Array(size),
    end: new Int32Array(size),
    word: new Int32Array(size),
    marks: new Uint8Array(size),
    sentence: new Int32Array(size),
    field: new Uint8Array(size),
  };
}

/** The words of token `index` as they stand in the record. */
export function readToken(buffer: TokenBuffer, index: number): string {
  const text = buffer.texts[buffer.field[index] ?? 0] ?? '';
  return text.slice(buffer.start[index] ?? 0, buffer.end[index] ?? 0);
}
