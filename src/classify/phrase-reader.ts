import { openRowPool } from './row-pool.ts';
import { type FeatureWord, NO_ROW } from './text-features.ts';

/** Fields of a record that are read apart, in this order. */
export const PHRASE_FIELDS = ['narrative', 'action', 'category'] as const;

/** Filters that look at so many words in a row. */
export interface PhraseSpan {
  /** 1, 2, 3 or 5. */
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
  /** How many units stand between what the filters say and the heads: they see what is said together. */
  readonly units: number;
  /** What each filter says in each field for each head and, behind them, for each unit; answer by answer. */
  readonly weights: Float32Array;
  /** Where each head starts and, behind them, each unit. */
  readonly bias: Float32Array;
  /** What each unit says for each head, unit by unit. */
  readonly unitWeights: Float32Array;
}

/**
 * Says how each head from `from` on looks by the words of the fields in their order, as log odds; the array is used
 * again, and what stands in it behind the heads is of no use.
 */
export type PhraseReader = (fields: readonly (readonly FeatureWord[])[], from?: number) => Float64Array;

/** What a word adds to a filter is kept in whole thousandths: whole numbers are added and compared in half the time. */
const ROUNDED = 0.001;
const MOST = 32;
const LOWEST = -2_000_000_000;
/** So many places of nothing stand before and behind the words: the longest span is five. */
const EDGE = 4;

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
function projectWord(
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

/** Largest answers so far; the sum of a filter's own numbers in the rows of as many places as its span has words. */
type KeepLargest = (largest: Int32Array, rows: Int16Array, from: Int32Array, many: number) => void;

/** Spans by their words; each apart, because adding rows of nothing would take as long as adding others. */
const KEEP_LARGEST: ReadonlyMap<number, KeepLargest> = new Map<number, KeepLargest>([
  [
    1,
    (largest, rows, from, many) => {
      const first = from[0] as number;
      for (let one = 0; one < many; one++) {
        const sum = rows[first + one] as number;
        const known = largest[one] as number;
        largest[one] = sum > known ? sum : known;
      }
    },
  ],
  [
    2,
    (largest, rows, from, many) => {
      const [first, second] = [from[0] as number, from[1] as number];
      for (let one = 0; one < many; one++) {
        const sum = (rows[first + one] as number) + (rows[second + one] as number);
        const known = largest[one] as number;
        largest[one] = sum > known ? sum : known;
      }
    },
  ],
  [
    3,
    (largest, rows, from, many) => {
      const [first, second, third] = [from[0] as number, from[1] as number, from[2] as number];
      for (let one = 0; one < many; one++) {
        const sum =
          (rows[first + one] as number) + (rows[second + one] as number) + (rows[third + one] as number);
        const known = largest[one] as number;
        largest[one] = sum > known ? sum : known;
      }
    },
  ],
  [
    5,
    (largest, rows, from, many) => {
      const [first, second, third] = [from[0] as number, from[1] as number, from[2] as number];
      const [fourth, fifth] = [from[3] as number, from[4] as number];
      for (let one = 0; one < many; one++) {
        const sum =
          (rows[first + one] as number) +
          (rows[second + one] as number) +
          (rows[third + one] as number) +
          (rows[fourth + one] as number) +
          (rows[fifth + one] as number);
        const known = largest[one] as number;
        largest[one] = sum > known ? sum : known;
      }
    },
  ],
]);

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
 * field (Kim 2014), and a layer of units above them. Where the sum of single words is blind to who did what, a filter
 * sees up to five words in a row, and a unit what stands far apart in the record: an insult, and that it was a lesson.
 * A word that few labelled records hold is read much like those that mean the same. What a word adds to every filter is
 * worked out when it is first met, so that the filters cost additions alone.
 */
export function createPhraseReader(model: PhraseModel): PhraseReader {
  const { words, size, vectors, steps, spans, kernels, starts, bias, units } = model;
  const { filters, columns } = countFilters(spans);
  /** Heads, and behind them units. */
  const outs = bias.length;
  const heads = outs - units;
  const weights = Float64Array.from(model.weights);
  const unitWeights = Float64Array.from(model.unitWeights);
  const answers = new Float64Array(filters * PHRASE_FIELDS.length);
  /** Where the weights of each answer above 0 start. */
  const above = new Int32Array(answers.length);
  const scores = new Float64Array(outs);
  const largest = new Int32Array(spans.reduce((most, span) => Math.max(most, span.filters), 0));
  const rows = openRowPool((length) => new Int16Array(length));
  /** The row of nothing, and that of each word of the model that was met. */
  const nothing = rows.take(columns);
  const rowOfPlace = new Int32Array(words.length + 1).fill(NO_ROW);
  /** Where the rows of a span's words start. */
  const froms = spans.map(({ words: count }) => new Int32Array(count));
  /** Rows of a field's words, with nothing before and behind them. */
  let places = new Int32Array(1 << 10).fill(nothing);

  const exact = new Float32Array(columns);
  const project = (place: number): number => {
    const step = steps[place] as number;
    const own = vectors.subarray(place * size, place * size + size);
    projectWord(
      Float32Array.from(own, (value) => value * step),
      kernels,
      exact,
      0,
      columns,
    );
    const row = rows.take(columns);
    for (let column = 0; column < columns; column++)
      rows.numbers[row + column] = Math.round(
        Math.min(MOST, Math.max(-MOST, exact[column] as number)) / ROUNDED,
      );
    return row;
  };
  const rowOf = (word: FeatureWord): number => {
    if (word.inOrder !== NO_ROW) return word.inOrder;
    const place = findWord(words, word.hash >>> 0);
    if (rowOfPlace[place] === NO_ROW) rowOfPlace[place] = project(place);
    word.inOrder = rowOfPlace[place] as number;
    return word.inOrder;
  };

  const placeWords = (field: readonly FeatureWord[]): void => {
    if (field.length + 2 * EDGE > places.length)
      places = new Int32Array(2 * (field.length + 2 * EDGE)).fill(nothing);
    for (let word = 0; word < field.length; word++) places[EDGE + word] = rowOf(field[word] as FeatureWord);
    for (let edge = 0; edge < EDGE; edge++) places[EDGE + field.length + edge] = nothing;
  };

  /** The largest answer of each filter anywhere in the rows, those of the edges included; none is below 0. */
  const answerField = (length: number, to: number): void => {
    const { numbers } = rows;
    let [column, filter] = [0, 0];
    for (let index = 0; index < spans.length; index++) {
      const span = spans[index] as PhraseSpan;
      const many = span.filters;
      const keepLargest = KEEP_LARGEST.get(span.words) as KeepLargest;
      const from = froms[index] as Int32Array;
      largest.fill(LOWEST);
      const last = EDGE + length;
      for (let at = EDGE + 1 - span.words; at < last; at++) {
        for (let word = 0; word < span.words; word++)
          from[word] = (places[at + word] as number) + column + word * many;
        keepLargest(largest, numbers, from, many);
      }
      for (let one = 0; one < many; one++)
        answers[to + filter + one] = Math.max(
          0,
          ROUNDED * (largest[one] as number) + (starts[filter + one] as number),
        );
      column += span.words * many;
      filter += many;
    }
  };

  /** Adds what the answers say to the scores, four answers at a time: most of the time goes into fetching the scores. */
  const addAnswers = (first: number): void => {
    let count = 0;
    for (let answer = 0; answer < answers.length; answer++) {
      const value = answers[answer] as number;
      if (value === 0) continue;
      answers[count] = value;
      above[count] = answer * outs;
      count++;
    }
    let at = 0;
    for (; at + 3 < count; at += 4) {
      const a = above[at] as number;
      const b = above[at + 1] as number;
      const c = above[at + 2] as number;
      const d = above[at + 3] as number;
      const one = answers[at] as number;
      const two = answers[at + 1] as number;
      const three = answers[at + 2] as number;
      const four = answers[at + 3] as number;
      for (let out = first; out < outs; out++)
        scores[out] =
          (scores[out] as number) +
          one * (weights[a + out] as number) +
          two * (weights[b + out] as number) +
          three * (weights[c + out] as number) +
          four * (weights[d + out] as number);
    }
    for (; at < count; at++) {
      const [from, value] = [above[at] as number, answers[at] as number];
      for (let out = first; out < outs; out++)
        scores[out] = (scores[out] as number) + value * (weights[from + out] as number);
    }
  };

  /** Adds what the units say that are above 0. */
  const addUnits = (first: number): void => {
    for (let unit = 0; unit < units; unit++) {
      const value = scores[heads + unit] as number;
      if (value <= 0) continue;
      const from = unit * heads;
      for (let head = first; head < heads; head++)
        scores[head] = (scores[head] as number) + value * (unitWeights[from + head] as number);
    }
  };

  return (fields, from = 0) => {
    answers.fill(0);
    fields.forEach((field, at) => {
      if (field.length === 0) return;
      placeWords(field);
      answerField(field.length, at * filters);
    });
    scores.set(bias);
    addAnswers(from);
    addUnits(from);
    return scores;
  };
}
