import { describe, expect, it } from 'vitest';
import { learnPhrases, type PhraseLesson } from './learn-phrases.ts';

const SPANS = [
  { words: 1, filters: 16 },
  { words: 2, filters: 16 },
] as const;
const SIZE = 8;
const FILTERS = 32;
const UNITS = 16;
const start = Float32Array.from({ length: 5 * SIZE }, (_, at) => Math.sin(78.233 * (at + 1)));

/** Whether 0 comes straight before 1: no sum over single words can tell. */
const lessons: PhraseLesson[] = [
  [0, 1, 2],
  [1, 0, 2],
  [2, 0, 1],
  [2, 1, 0],
  [3, 0, 1],
  [1, 3, 0],
  [0, 1, 3],
  [0, 3, 1],
].flatMap((words) =>
  Array.from({ length: 900 }, () => ({
    fields: [Int32Array.from(words), new Int32Array(), new Int32Array()],
    answers: Uint8Array.of(words.indexOf(1) === words.indexOf(0) + 1 ? 1 : 0),
    times: 1,
  })),
);

/** Log odds by what was learned. */
function score(words: readonly number[], learned: ReturnType<typeof learnPhrases>): number {
  const answers = new Float64Array(3 * FILTERS);
  let [column, filter] = [0, 0];
  for (const span of SPANS) {
    for (let one = 0; one < span.filters; one++) {
      let most = 0;
      for (let at = 1 - span.words; at < words.length; at++) {
        let answer = learned.starts[filter + one] ?? 0;
        for (let offset = 0; offset < span.words; offset++) {
          const word = words[at + offset];
          if (word === undefined) continue;
          const from = (column + offset * span.filters + one) * SIZE;
          for (let number = 0; number < SIZE; number++)
            answer += (learned.vectors[word * SIZE + number] ?? 0) * (learned.kernels[from + number] ?? 0);
        }
        most = Math.max(most, answer);
      }
      answers[filter + one] = most;
    }
    column += span.words * span.filters;
    filter += span.filters;
  }
  const say = (out: number) =>
    answers.reduce(
      (sum, answer, at) => sum + answer * (learned.weights[out * answers.length + at] ?? 0),
      learned.bias[out] ?? 0,
    );
  let sum = say(0);
  for (let unit = 0; unit < UNITS; unit++)
    sum += Math.max(0, say(1 + unit)) * (learned.unitWeights[unit] ?? 0);
  return sum;
}

/** Whether just one of 0 and 1 stands in a text, far from each other: no sum over words or pairs can tell. */
const apart: PhraseLesson[] = [
  [0, 2, 3, 2, 1],
  [1, 3, 2, 3, 0],
  [0, 2, 3, 3, 2],
  [2, 3, 2, 3, 0],
  [1, 3, 3, 2, 3],
  [3, 2, 2, 3, 1],
  [2, 3, 3, 2, 2],
  [3, 3, 2, 2, 3],
].flatMap((words) =>
  Array.from({ length: 3000 }, () => ({
    fields: [Int32Array.from(words), new Int32Array(), new Int32Array()],
    answers: Uint8Array.of(words.includes(0) === words.includes(1) ? 0 : 1),
    times: 1,
  })),
);

describe('learnPhrases', () => {
  const learned = learnPhrases(lessons, start, SIZE, SPANS, UNITS);

  it('learns what only the order of words tells', () => {
    for (const [words, isBefore] of [
      [[0, 1, 2], true],
      [[3, 0, 1], true],
      [[1, 0, 2], false],
      [[2, 1, 0], false],
      [[1, 3, 0], false],
    ] as const)
      expect(score(words, learned) > 0).toBe(isBefore);
  });

  it('learns what only words far apart tell together', () => {
    const own = learnPhrases(apart, start, SIZE, SPANS, UNITS);
    for (const { fields, answers } of apart.filter((_, at) => at % 3000 === 0))
      expect(score([...(fields[0] ?? [])], own) > 0).toBe(answers[0] === 1);
  });

  it('leaves the vector of a word that no lesson holds as it was', () => {
    expect([...learned.vectors.slice(4 * SIZE)]).toEqual([...start.slice(4 * SIZE)]);
  });

  it('learns the same from the same lessons', () => {
    expect(learnPhrases(lessons, start, SIZE, SPANS, UNITS)).toEqual(learned);
  });
});
