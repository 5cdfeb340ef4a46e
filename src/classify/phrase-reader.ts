import type { FeatureWord } from './text-features.ts';

/** Fields of a record that are read apart, in this order. */
export const PHRASE_FIELDS = ['narrative', 'action', 'category'] as const;

/** Filters that look at so many words in a row. */
export interface PhraseSpan {
  readonly words: number;
  /** A multiple of four. */
  readonly filters: number;
}

/** What the second reader has learned of words in their order, as it stands in its file. */
export interface PhraseModel {
  /** Hash of each word that it knows, rising. */
  readonly words: Uint32Array;
  /** Numbers of a word's vector. */
  readonly size: number;
  /** Vectors in steps, in the order of the words; the last is that of a word that it does not know. */
  readonly vectors: Int8Array;
  /** One step of each vector. */
  readonly steps: Float32Array;
  readonly spans: readonly PhraseSpan[];
  /** For each span, place in it and filter: as many numbers as a vector has. */
  readonly kernels: Float32Array;
  /** Where each filter starts. */
  readonly starts: Float32Array;
  /** What each filter says in each field for each head, head by head. */
  readonly weights: Float32Array;
  /** Where each head starts. */
  readonly bias: Float32Array;
}

/** Says how each head looks by the words of the fields in their order, as log odds; the array is used again. */
export type PhraseReader = (fields: readonly (readonly FeatureWord[])[]) => Float32Array;

/** What a word adds to a filter is kept in whole thousandths: whole numbers are added and compared in half the time. */
const ROUNDED = 0.001;
const MOST = 32;
const LOWEST = -2_000_000_000;
/** So many places of nothing stand before and behind the words: the longest span is three. */
const EDGE = 2;

/** How many filters there are, and how many numbers a word has in them. */
export function countFilters(spans: readonly PhraseSpan[]): { filters: number; columns: number } {
  let [filters, columns] = [0, 0];
  for (const span of spans) {
    filters += span.filters;
    columns += span.words * span.filters;
  }
  return { filters, columns };
}

/**
 * Writes what a word's vector adds to each filter at each of its places into a row. Four at a time: their sums do not
 * wait for each other.
 */
export function projectWord(
  vector: Float32Array,
  kernels: Float32Array,
  row: Float32Array,
  from: number,
  columns: number,
): void {
  const size = vector.length;
  for (let column = 0; column < columns; column += 4) {
    const at = column * size;
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let number = 0; number < size; number++) {
      const value = vector[number] as number;
      one += value * (kernels[at + number] as number);
      two += value * (kernels[at + size + number] as number);
      three += value * (kernels[at + 2 * size + number] as number);
      four += value * (kernels[at + 3 * size + number] as number);
    }
    row[from + column] = one;
    row[from + column + 1] = two;
    row[from + column + 2] = three;
    row[from + column + 3] = four;
  }
}

/** Keeps the larger of what is known and the sum of three rows, filter by filter. */
function keepLargest(
  largest: Int32Array,
  first: Int16Array,
  inFirst: number,
  second: Int16Array,
  inSecond: number,
  third: Int16Array,
  inThird: number,
  many: number,
): void {
  for (let one = 0; one < many; one++) {
    const sum =
      (first[inFirst + one] as number) +
      (second[inSecond + one] as number) +
      (third[inThird + one] as number);
    const known = largest[one] as number;
    largest[one] = sum > known ? sum : known;
  }
}

/** Place of a hash in the rising list, or the place behind its end. */
function findWord(words: Uint32Array, hash: number): number {
  let [low, high] = [0, words.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = words[middle] as number;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return words.length;
}

/**
 * Reads words in their order: a convolution over word vectors with the largest answer of each filter kept, for each
 * field (Kim 2014). Where the sum of single words is blind to who did what, a filter sees three words in a row; and a
 * word that few labelled records hold is read much like those that mean the same. What a word adds to every filter is
 * worked out when it is first met, so that a record costs additions alone.
 */
export function createPhraseReader(model: PhraseModel): PhraseReader {
  const { words, size, vectors, steps, spans, kernels, starts, weights, bias } = model;
  const { filters, columns } = countFilters(spans);
  const heads = bias.length;
  const answers = new Float32Array(filters * PHRASE_FIELDS.length);
  const scores = new Float32Array(bias.length);
  // Long enough to be read behind its own columns.
  const nothing = new Int16Array(2 * columns);
  const largest = new Int32Array(spans.reduce((most, span) => Math.max(most, span.filters), 0));
  /** The words of a field, with nothing before and behind them; longer than they are where a field before was. */
  const rows: Int16Array[] = Array.from({ length: 2 * EDGE }, () => nothing);

  const exact = new Float32Array(columns);
  const project = (place: number): Int16Array => {
    const step = steps[place] as number;
    const own = vectors.subarray(place * size, place * size + size);
    projectWord(
      Float32Array.from(own, (value) => value * step),
      kernels,
      exact,
      0,
      columns,
    );
    return Int16Array.from(exact, (value) => Math.round(Math.min(MOST, Math.max(-MOST, value)) / ROUNDED));
  };
  const unknown = project(words.length);
  const rowOf = (word: FeatureWord): Int16Array => {
    let row = word.inOrder;
    if (row === undefined) {
      const place = findWord(words, word.hash >>> 0);
      row = place < words.length ? project(place) : unknown;
      word.inOrder = row;
    }
    return row;
  };

  /** The largest answer of each filter anywhere in the rows, those of the edges included; none is below 0. */
  const answerField = (length: number, to: number): void => {
    let [column, filter] = [0, 0];
    for (const span of spans) {
      const many = span.filters;
      largest.fill(LOWEST);
      const places = length + span.words - 1;
      for (let at = EDGE + 1 - span.words, left = places; left > 0; at++, left--)
        keepLargest(
          largest,
          rows[at] as Int16Array,
          column,
          span.words > 1 ? (rows[at + 1] as Int16Array) : nothing,
          column + many,
          span.words > 2 ? (rows[at + 2] as Int16Array) : nothing,
          column + 2 * many,
          many,
        );
      for (let one = 0; one < many; one++)
        answers[to + filter + one] = Math.max(
          0,
          ROUNDED * (largest[one] as number) + (starts[filter + one] as number),
        );
      column += span.words * many;
      filter += many;
    }
  };

  return (fields) => {
    answers.fill(0);
    fields.forEach((field, at) => {
      if (field.length === 0) return;
      for (let word = 0; word < field.length; word++) rows[EDGE + word] = rowOf(field[word] as FeatureWord);
      for (let edge = 0; edge < EDGE; edge++) rows[EDGE + field.length + edge] = nothing;
      answerField(field.length, at * filters);
    });
    scores.set(bias);
    for (let answer = 0; answer < answers.length; answer++) {
      const value = answers[answer] as number;
      if (value === 0) continue;
      const from = answer * heads;
      for (let head = 0; head < heads; head++)
        scores[head] = (scores[head] as number) + value * (weights[from + head] as number);
    }
    return scores;
  };
}
