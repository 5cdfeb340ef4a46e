import { countFilters, PHRASE_FIELDS, type PhraseSpan } from '../../src/classify/phrase-reader.ts';
import type { Random } from '../../src/statistics/seeded-random.ts';
import { AdamNumbers } from './adam-numbers.ts';

/** A head starts as rare. */
const START_BIAS = -2;

/** Everything that is learned, and what one record makes of it. */
export interface PhraseNet {
  readonly size: number;
  readonly spans: readonly PhraseSpan[];
  readonly filters: number;
  readonly columns: number;
  readonly heads: number;
  readonly units: number;
  readonly vectors: AdamNumbers;
  readonly kernels: AdamNumbers;
  readonly starts: AdamNumbers;
  readonly weights: AdamNumbers;
  readonly bias: AdamNumbers;
  readonly unitWeights: AdamNumbers;
  /** Of the record that is read: what is said for each head and unit, and its slope. */
  readonly scores: Float64Array;
  readonly slopes: Float64Array;
  /** Of the record that is read: the largest answer of each filter in each field, where it starts, its slope. */
  readonly answers: Float32Array;
  readonly best: Int32Array;
  readonly answerSlope: Float32Array;
}

/** Makes a net that has learned nothing: `start` holds the vectors of its words, the rest is drawn. */
export function createPhraseNet(
  { heads, units, size, spans }: Pick<PhraseNet, 'heads' | 'units' | 'size' | 'spans'>,
  start: Float32Array,
  draw: Random,
): PhraseNet {
  const { filters, columns } = countFilters(spans);
  const all = filters * PHRASE_FIELDS.length;
  const drawEvenly = (length: number, bound: number) =>
    Float32Array.from({ length }, () => (2 * draw() - 1) * bound);
  const kernels = new Float32Array(columns * size);
  const starts = new Float32Array(filters);
  let [at, filter] = [0, 0];
  for (const span of spans) {
    const bound = 1 / Math.sqrt(span.words * size);
    const length = span.words * span.filters * size;
    kernels.set(drawEvenly(length, bound), at);
    starts.set(drawEvenly(span.filters, bound), filter);
    at += length;
    filter += span.filters;
  }
  return {
    size,
    spans,
    filters,
    columns,
    heads,
    units,
    vectors: new AdamNumbers(start.slice()),
    kernels: new AdamNumbers(kernels),
    starts: new AdamNumbers(starts),
    weights: new AdamNumbers(drawEvenly((heads + units) * all, 1 / Math.sqrt(all))),
    bias: new AdamNumbers(new Float32Array(heads + units).fill(START_BIAS, 0, heads)),
    // The units start with nothing to say.
    unitWeights: new AdamNumbers(new Float32Array(units * heads)),
    scores: new Float64Array(heads + units),
    slopes: new Float64Array(heads + units),
    answers: new Float32Array(all),
    best: new Int32Array(all),
    answerSlope: new Float32Array(all),
  };
}
