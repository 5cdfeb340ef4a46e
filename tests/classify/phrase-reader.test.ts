import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseReader, type PhraseModel } from '../../src/classify/phrase-reader.ts';
import { type FeatureWord, type FeatureWords, visitWords } from '../../src/classify/text-features.ts';

const WORDS = ['he', 'she', 'hit', 'kicked', 'her', 'him', 'ball'] as const;
const SIZE = 3;
const SPANS = [
  { words: 1, filters: 4 },
  { words: 2, filters: 4 },
  { words: 3, filters: 8 },
  { words: 5, filters: 4 },
] as const;
const FILTERS = 20;
const COLUMNS = 4 + 8 + 24 + 20;
const HEADS = 2;
const UNITS = 3;
const OUTS = HEADS + UNITS;

function listWords(text: string, known: FeatureWords = new Map()): FeatureWord[] {
  const words: FeatureWord[] = [];
  visitWords(text, known, (word) => words.push(word));
  return words;
}

const HASHES = Uint32Array.from(WORDS, (word) => (listWords(word)[0]?.hash ?? 0) >>> 0).sort();

/** Numbers from -1 to 1 that look like chance. */
const wave = (length: number, start: number) =>
  Float32Array.from({ length }, (_, at) => Math.sin(12.9898 * (at + 1) + start));

const MODEL: PhraseModel = {
  words: HASHES,
  size: SIZE,
  vectors: Int8Array.from(wave((WORDS.length + 1) * SIZE, 1), (value) => Math.round(100 * value)),
  steps: new Float32Array(WORDS.length + 1).fill(0.01),
  spans: SPANS,
  kernels: wave(COLUMNS * SIZE, 2),
  starts: wave(FILTERS, 3),
  weights: wave(OUTS * FILTERS * 3, 4),
  bias: Float32Array.of(0.25, -0.5, -0.1, -0.2, -0.3),
  units: UNITS,
  unitWeights: wave(UNITS * HEADS, 5),
};

/** The same by the definition: every filter at every place, the outside of a text being nothing. */
function readPlainly(texts: readonly string[]): number[] {
  const scores = [...MODEL.bias];
  texts.forEach((text, field) => {
    const places = listWords(text).map(({ hash }) => {
      const place = HASHES.indexOf(hash >>> 0);
      return place < 0 ? WORDS.length : place;
    });
    if (places.length === 0) return;
    let [column, filter] = [0, 0];
    for (const span of SPANS) {
      for (let one = 0; one < span.filters; one++) {
        let most = 0;
        for (let at = 1 - span.words; at < places.length; at++) {
          let answer = MODEL.starts[filter + one] ?? 0;
          for (let offset = 0; offset < span.words; offset++) {
            const place = places[at + offset];
            if (place === undefined) continue;
            const from = (column + offset * span.filters + one) * SIZE;
            for (let number = 0; number < SIZE; number++)
              answer +=
                0.01 * (MODEL.vectors[place * SIZE + number] ?? 0) * (MODEL.kernels[from + number] ?? 0);
          }
          most = Math.max(most, answer);
        }
        for (let out = 0; out < OUTS; out++)
          scores[out] =
            (scores[out] ?? 0) + most * (MODEL.weights[(field * FILTERS + filter + one) * OUTS + out] ?? 0);
      }
      column += span.words * span.filters;
      filter += span.filters;
    }
  });
  return scores
    .slice(0, HEADS)
    .map((score, head) =>
      scores
        .slice(HEADS)
        .reduce(
          (sum, said, unit) => sum + Math.max(0, said) * (MODEL.unitWeights[unit * HEADS + head] ?? 0),
          score,
        ),
    );
}

const read = (texts: readonly string[]) =>
  [...createPhraseReader(MODEL)(texts.map((text) => listWords(text)))].slice(0, HEADS);
const text = fc
  .array(fc.constantFrom(...WORDS, 'unheard', 'of'), { maxLength: 12 })
  .map((words) => words.join(' '));

describe('createPhraseReader', () => {
  it('says what the definition says, of every field and of words that it does not know', () => {
    fc.assert(
      fc.property(text, text, text, (narrative, action, category) => {
        const said = read([narrative, action, category]);
        readPlainly([narrative, action, category]).forEach((score, head) => {
          // What a word adds is kept in thousandths.
          expect(Math.abs((said[head] ?? 0) - score)).toBeLessThan(0.05);
        });
      }),
    );
  });

  it('tells the order of words and the field they stand in', () => {
    expect(read(['he hit her', '', ''])).not.toEqual(read(['her hit he', '', '']));
    expect(read(['he hit her', '', ''])).not.toEqual(read(['', 'he hit her', '']));
  });

  it('reads a field of more words than it made room for', () => {
    const long = `${'ball '.repeat(2500)}he hit her`;
    const [own, plain] = [read([long, '', '']), readPlainly([long, '', ''])];
    for (const [head, score] of own.entries()) expect(score).toBeCloseTo(plain[head] ?? 0, 1);
    expect(own).not.toEqual(read(['ball '.repeat(2500), '', '']));
  });

  it('takes an empty record for what it starts with', () => {
    expect(read(['', '', ''])).toEqual([...MODEL.bias.slice(0, HEADS)]);
  });

  it('says the same of a record whatever it read before', () => {
    const reader = createPhraseReader(MODEL);
    const known: FeatureWords = new Map();
    fc.assert(
      fc.property(text, text, (before, narrative) => {
        reader([listWords(before, known), [], []]);
        expect([...reader([listWords(narrative, known), [], []])].slice(0, HEADS)).toEqual(
          read([narrative, '', '']),
        );
      }),
    );
  });
});
