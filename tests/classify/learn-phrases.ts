import { countFilters, PHRASE_FIELDS, type PhraseSpan } from '../../src/classify/phrase-reader.ts';
import { createRandom, type Random } from '../../src/statistics/seeded-random.ts';
import { AdamNumbers } from './adam-numbers.ts';

/** A record to learn from: the places of its words, field by field, and the right answer for each head (1 or 0). */
export interface PhraseLesson {
  readonly fields: readonly Int32Array[];
  readonly answers: Uint8Array;
  /** How many times as much it weighs as others. */
  readonly times: number;
}

/** What is learned: vectors one after the other, kernels as in PhraseModel, weights answer by answer within a head. */
export interface LearnedPhrases {
  readonly vectors: Float32Array;
  readonly kernels: Float32Array;
  readonly starts: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const ROUNDS = 16;
const BATCH = 64;
/** Steps of Adam; smaller for vectors, which begin with a meaning. */
const STEP = 0.002;
const VECTOR_STEP = 0.001;
/** Parts that are left out by lot at each step, so that no filter leans on one word and no head on one filter. */
const DROP_NUMBER = 0.3;
const DROP_ANSWER = 0.5;
/** A label is rare: overlooking it costs more than seeing it where it is not. */
const RARE = 2;
/** A head starts as rare. */
const START_BIAS = -2;
/** Where the largest answer of a filter starts, if none is above 0: before every field. */
const NOWHERE = -9;

/** Everything that is learned, and what one record makes of it. */
interface Net {
  readonly size: number;
  readonly spans: readonly PhraseSpan[];
  readonly filters: number;
  readonly columns: number;
  readonly heads: number;
  readonly vectors: AdamNumbers;
  readonly kernels: AdamNumbers;
  readonly starts: AdamNumbers;
  readonly weights: AdamNumbers;
  readonly bias: AdamNumbers;
  /** Of the record that is read: the largest answer of each filter in each field, where it starts, its slope. */
  readonly answers: Float32Array;
  readonly best: Int32Array;
  readonly answerSlope: Float32Array;
}

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
): LearnedPhrases {
  const draw = createRandom(20_261_129);
  const net = createNet(lessons[0]?.answers.length ?? 0, start, size, spans, draw);
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
      closeBatch(net, batch, turn);
    }
  }
  const { vectors, kernels, starts, weights, bias } = net;
  return {
    vectors: vectors.values,
    kernels: kernels.values,
    starts: starts.values,
    weights: weights.values,
    bias: bias.values,
  };
}

function shuffle(order: PhraseLesson[], draw: Random): void {
  for (let place = order.length - 1; place > 0; place--) {
    const other = Math.floor(draw() * (place + 1));
    [order[place], order[other]] = [order[other] as PhraseLesson, order[place] as PhraseLesson];
  }
}

function createNet(
  heads: number,
  start: Float32Array,
  size: number,
  spans: readonly PhraseSpan[],
  draw: Random,
): Net {
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
    vectors: new AdamNumbers(start.slice()),
    kernels: new AdamNumbers(kernels),
    starts: new AdamNumbers(starts),
    weights: new AdamNumbers(drawEvenly(heads * all, 1 / Math.sqrt(all))),
    bias: new AdamNumbers(new Float32Array(heads).fill(START_BIAS)),
    answers: new Float32Array(all),
    best: new Int32Array(all),
    answerSlope: new Float32Array(all),
  };
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
  { size, columns, vectors, kernels }: Net,
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
function learnOne(net: Net, batch: Batch, lesson: PhraseLesson, share: number, draw: Random): void {
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
  lesson.fields.forEach((field, at) => {
    teachField(net, batch, field, at * filters);
  });
}

/** The largest answer of each filter anywhere in a field, the edges included. */
function readField(
  { spans, columns, starts, answers, best }: Net,
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

/** What the heads say of the answers; their errors go to their weights and to the answers that they heard. */
function learnHeads({ heads, weights, bias, answers, answerSlope }: Net, right: Uint8Array, share: number) {
  for (let head = 0; head < heads; head++) {
    const from = head * answers.length;
    let score = bias.values[head] as number;
    for (let at = 0; at < answers.length; at++)
      score += (weights.values[from + at] as number) * (answers[at] as number);
    const likely = 1 / (1 + Math.exp(-score));
    const slope = (right[head] === 1 ? RARE * (likely - 1) : likely) * share;
    bias.slope[head] = (bias.slope[head] as number) + slope;
    for (let at = 0; at < answers.length; at++) {
      const answer = answers[at] as number;
      if (answer === 0) continue;
      weights.slope[from + at] = (weights.slope[from + at] as number) + slope * answer;
      answerSlope[at] =
        (answerSlope[at] as number) + (slope * (weights.values[from + at] as number)) / (1 - DROP_ANSWER);
    }
  }
}

/** Gives the slope of each filter's answer to the words that made it. */
function teachField(
  { spans, columns, starts, best, answerSlope }: Net,
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

/** From the rows back to kernels and vectors, and one step of all. */
function closeBatch(net: Net, { slotOf, seen, rowSlope }: Batch, turn: number): void {
  const { size, columns, vectors, kernels, starts, weights, bias } = net;
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
  for (const word of slotOf.keys()) vectors.step(VECTOR_STEP, turn, word * size, word * size + size);
  for (const learned of [kernels, starts, weights, bias]) learned.step(STEP, turn);
}
