import type { PhraseSpan } from '../../src/classify/phrase-reader.ts';
import { createRandom, type Random } from '../../src/statistics/seeded-random.ts';
import { learnHeads } from './learn-heads.ts';
import { createPhraseNet, type PhraseNet } from './phrase-net.ts';

/** A record to learn from: the places of its words, field by field, and the right answer for each head (1 or 0). */
export interface PhraseLesson {
  readonly fields: readonly Int32Array[];
  readonly answers: Uint8Array;
  /** How many times as much it weighs as others. */
  readonly times: number;
}

/**
 * What is learned: vectors one after the other, kernels and unit weights as in PhraseModel, weights answer by answer
 * within a head or unit.
 */
export interface LearnedPhrases {
  readonly vectors: Float32Array;
  readonly kernels: Float32Array;
  readonly starts: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly unitWeights: Float32Array;
}

const ROUNDS = 15;
const BATCH = 64;
/** Steps of Adam at first, falling evenly to a hundredth; smaller for vectors, which begin with a meaning. */
const STEP = 0.002;
const VECTOR_STEP = 0.001;
const LEAST_STEP = 0.01;
/** Parts that are left out by lot at each step, so that no filter leans on one word and no head on one filter. */
const DROP_NUMBER = 0.3;
const DROP_ANSWER = 0.5;
/** Where the largest answer of a filter starts, if none is above 0: before every field. */
const NOWHERE = -9;

/** Words of a batch, each once, with what they add to every filter. */
interface Batch {
  /** Place among the words of the batch, by place in the vocabulary. */
  readonly slotOf: Map<number, number>;
  /** Vectors without their dropped numbers. */
  readonly seen: Float32Array;
  readonly rows: Float32Array;
  readonly rowSlope: Float32Array;
}

/**
 * Learns a convolution over word vectors with the largest answer of each filter kept in each field (Kim 2014), every
 * head at once, by Adam. Only the words of the largest answer learn, so that a step costs little more than reading.
 * The same lessons in the same order give the same numbers.
 */
export function learnPhrases(
  lessons: readonly PhraseLesson[],
  start: Float32Array,
  size: number,
  spans: readonly PhraseSpan[],
  units: number,
): LearnedPhrases {
  const draw = createRandom(20_261_129);
  const net = createPhraseNet({ heads: lessons[0]?.answers.length ?? 0, units, size, spans }, start, draw);
  const turns = ROUNDS * Math.ceil(lessons.length / BATCH);
  const meanTimes = lessons.reduce((sum, { times }) => sum + times, 0) / lessons.length;
  const order = [...lessons];
  let turn = 0;
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, draw);
    for (let from = 0; from < order.length; from += BATCH) {
      const own = order.slice(from, from + BATCH);
      const batch = openBatch(net, own, draw);
      for (const lesson of own)
        learnOne(net, batch, lesson, lesson.times / meanTimes / (own.length * net.heads), draw);
      turn++;
      closeBatch(net, batch, turn, Math.max(LEAST_STEP, 1 - (turn - 1) / turns));
    }
  }
  const { vectors, kernels, starts, weights, bias, unitWeights } = net;
  return {
    vectors: vectors.values,
    kernels: kernels.values,
    starts: starts.values,
    weights: weights.values,
    bias: bias.values,
    unitWeights: unitWeights.values,
  };
}

function shuffle(order: PhraseLesson[], draw: Random): void {
  for (let place = order.length - 1; place > 0; place--) {
    const other = Math.floor(draw() * (place + 1));
    [order[place], order[other]] = [order[other] as PhraseLesson, order[place] as PhraseLesson];
  }
}

/** Kernels column by column within a number, as numbers that need no conversion when they are read. */
function turnKernels(kernels: Float32Array, size: number, columns: number): Float64Array {
  const turned = new Float64Array(kernels.length);
  for (let column = 0; column < columns; column++)
    for (let number = 0; number < size; number++)
      turned[number * columns + column] = kernels[column * size + number] as number;
  return turned;
}

/** Places of the numbers of a vector that were not dropped. */
function listKept(vector: Float32Array): Int32Array {
  const kept = new Int32Array(vector.length);
  let count = 0;
  for (let number = 0; number < vector.length; number++) if (vector[number] !== 0) kept[count++] = number;
  return kept.subarray(0, count);
}

/**
 * What a vector adds to every filter; its dropped numbers are skipped, and four of the others are taken at a time, since
 * this is most of the work of learning.
 */
function projectSeen(vector: Float32Array, turned: Float64Array, row: Float64Array): void {
  const columns = row.length;
  const kept = listKept(vector);
  row.fill(0);
  let at = 0;
  for (; at + 3 < kept.length; at += 4) {
    const [a, b, c, d] = [kept[at], kept[at + 1], kept[at + 2], kept[at + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const [one, two] = [vector[a] as number, vector[b] as number];
    const [three, four] = [vector[c] as number, vector[d] as number];
    const [first, second, third, fourth] = [a * columns, b * columns, c * columns, d * columns];
    for (let column = 0; column < columns; column++)
      row[column] =
        (row[column] as number) +
        one * (turned[first + column] as number) +
        two * (turned[second + column] as number) +
        three * (turned[third + column] as number) +
        four * (turned[fourth + column] as number);
  }
  for (; at < kept.length; at++) {
    const number = kept[at] as number;
    const value = vector[number] as number;
    for (let column = 0; column < columns; column++)
      row[column] = (row[column] as number) + value * (turned[number * columns + column] as number);
  }
}

/** The words of some lessons, each worked out once. */
function openBatch(
  { size, columns, vectors, kernels }: PhraseNet,
  own: readonly PhraseLesson[],
  draw: Random,
): Batch {
  const slotOf = new Map<number, number>();
  for (const { fields } of own)
    for (const field of fields)
      for (const word of field) if (!slotOf.has(word)) slotOf.set(word, slotOf.size);
  const seen = new Float32Array(slotOf.size * size);
  const rows = new Float32Array(slotOf.size * columns);
  const turned = turnKernels(kernels.values, size, columns);
  const row = new Float64Array(columns);
  for (const [word, slot] of slotOf) {
    for (let number = 0; number < size; number++)
      if (draw() >= DROP_NUMBER)
        seen[slot * size + number] = (vectors.values[word * size + number] as number) / (1 - DROP_NUMBER);
    projectSeen(seen.subarray(slot * size, slot * size + size), turned, row);
    rows.set(row, slot * columns);
  }
  return { slotOf, seen, rows, rowSlope: new Float32Array(rows.length) };
}

/** Reads a lesson, and adds to every slope what its errors say; `share` is its part in the batch. */
function learnOne(net: PhraseNet, batch: Batch, lesson: PhraseLesson, share: number, draw: Random): void {
  const { filters, answers, best, answerSlope } = net;
  answers.fill(0);
  best.fill(NOWHERE);
  answerSlope.fill(0);
  lesson.fields.forEach((field, at) => {
    if (field.length > 0) readField(net, batch, field, at * filters);
  });
  for (let at = 0; at < answers.length; at++)
    answers[at] = draw() < DROP_ANSWER ? 0 : (answers[at] as number) / (1 - DROP_ANSWER);
  learnHeads(net, lesson.answers, share);
  for (let at = 0; at < answerSlope.length; at++)
    answerSlope[at] = (answerSlope[at] as number) / (1 - DROP_ANSWER);
  lesson.fields.forEach((field, at) => {
    teachField(net, batch, field, at * filters);
  });
}

/** The largest answer of each filter anywhere in a field, the edges included. */
function readField(
  { spans, columns, starts, answers, best }: PhraseNet,
  { slotOf, rows }: Batch,
  field: Int32Array,
  to: number,
): void {
  const slots = Int32Array.from(field, (word) => (slotOf.get(word) as number) * columns);
  let [column, filter] = [0, to];
  for (const span of spans) {
    for (let place = 1 - span.words; place < slots.length; place++) {
      for (let one = 0; one < span.filters; one++) {
        let answer = starts.values[filter - to + one] as number;
        for (let offset = 0; offset < span.words; offset++) {
          const slot = slots[place + offset];
          if (slot !== undefined) answer += rows[slot + column + offset * span.filters + one] as number;
        }
        if (answer <= (answers[filter + one] as number)) continue;
        answers[filter + one] = answer;
        best[filter + one] = place;
      }
    }
    column += span.words * span.filters;
    filter += span.filters;
  }
}

/** Gives the slope of each filter's answer to the words that made it. */
function teachField(
  { spans, columns, starts, best, answerSlope }: PhraseNet,
  { slotOf, rowSlope }: Batch,
  field: Int32Array,
  to: number,
): void {
  let [column, filter] = [0, to];
  for (const span of spans) {
    for (let one = 0; one < span.filters; one++) {
      const [place, slope] = [best[filter + one] as number, answerSlope[filter + one] as number];
      if (place === NOWHERE || slope === 0) continue;
      starts.slope[filter - to + one] = (starts.slope[filter - to + one] as number) + slope;
      for (let offset = 0; offset < span.words; offset++) {
        const slot = slotOf.get(field[place + offset] ?? -1);
        if (slot === undefined) continue;
        const cell = slot * columns + column + offset * span.filters + one;
        rowSlope[cell] = (rowSlope[cell] as number) + slope;
      }
    }
    column += span.words * span.filters;
    filter += span.filters;
  }
}

/** From the rows back to kernels and vectors, and one step of all, `share` of a whole one. */
function closeBatch(net: PhraseNet, { slotOf, seen, rowSlope }: Batch, turn: number, share: number): void {
  const { size, columns, vectors, kernels, starts, weights, bias, unitWeights } = net;
  for (const [word, slot] of slotOf) {
    const own = seen.subarray(slot * size, slot * size + size);
    const kept = listKept(own);
    for (let column = 0; column < columns; column++) {
      const slope = rowSlope[slot * columns + column] as number;
      if (slope === 0) continue;
      const back = slope / (1 - DROP_NUMBER);
      for (let place = 0; place < kept.length; place++) {
        const number = kept[place] as number;
        const [at, to] = [column * size + number, word * size + number];
        kernels.slope[at] = (kernels.slope[at] as number) + slope * (own[number] as number);
        vectors.slope[to] = (vectors.slope[to] as number) + back * (kernels.values[at] as number);
      }
    }
  }
  for (const word of slotOf.keys()) vectors.step(share * VECTOR_STEP, turn, word * size, word * size + size);
  for (const learned of [kernels, starts, weights, bias, unitWeights]) learned.step(share * STEP, turn);
}
