import type { RecordSigns } from './list-signs.ts';
import { createPhraseReader, PHRASE_FIELDS, type PhraseModel } from './phrase-reader.ts';
import {
  bucketOfName,
  bucketOfWord,
  bucketsOfPieces,
  type FeatureWord,
  type FeatureWords,
  TEXT_BLOCKS,
  visitWords,
} from './text-features.ts';

/** What the second reader has learned, as it stands in its file. */
export interface ReaderModel {
  /** What it knows of: codes of the taxonomy, and `none` for a record that deserves no label. */
  readonly heads: readonly string[];
  /** Where each head starts. */
  readonly bias: Float32Array;
  /** One step of the weights of each head. */
  readonly step: Float32Array;
  /** Weights in steps, head by head, of each bucket that was learned, in the order of the buckets. */
  readonly weights: Int8Array;
  /** What it reads of words in their order. */
  readonly phrases: PhraseModel;
  /** How telling a bucket is (inverse document frequency, in sixteenths); 0 for one that was not learned. */
  readonly rarity: Uint8Array;
  /** Records that it learned from and may quote: their first words, their heads, and what it made of them. */
  readonly examples: readonly ReaderExample[];
}

/** One labelled record, so that a person can see what the second reader took another for. */
export interface ReaderExample {
  readonly text: string;
  /** Places in `heads`. */
  readonly heads: readonly number[];
  /** How likely each head was, in hundredths. */
  readonly likely: Uint8Array;
}

/** Says how likely each head is for a record, 0 to 1; the array is used again for the next record. */
export type SecondReader = (
  record: { readonly categoryText: string; readonly narrative: string; readonly action: string },
  signs: RecordSigns,
) => Float32Array;

/** Words kept between records: enough for a school's, bounded for a trust's. */
const MOST_WORDS = 20_000;

/** What log odds of single words and of words in their order count: their mean did best on records new to both. */
const SINGLE = 0.5;
const IN_ORDER = 0.5;

const [WORDS, SPELLING, ACTION, CATEGORY, FOUND, CLASSES] = TEXT_BLOCKS.map((_, place) => place) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * A second pair of eyes beside the rules: for each label a logistic regression over the words and pieces of words of a
 * record and over what the rules found in it (which of their words and doubts to trust is learned too), together with
 * what its words say in their order (phrase-reader.ts); weights from labelled records by `npm run train-reader`. It
 * never gives a label by itself. What a word weighs is worked out when it is first met.
 */
export function createSecondReader(model: ReaderModel): SecondReader {
  const { heads, bias, step, weights, rarity } = model;
  const size = heads.length;
  const words: FeatureWords = new Map();
  const sums = TEXT_BLOCKS.map(() => new Float32Array(size + 1));
  const likely = new Float32Array(size);
  // Names are those of our words and rules, and of a school's own: some thousands.
  const named = TEXT_BLOCKS.map(() => new Map<string, Float32Array>());
  const readPhrases = createPhraseReader(model.phrases);
  const fields: FeatureWord[][] = PHRASE_FIELDS.map(() => []);
  let record = 0;
  /** Where the weights of each bucket start. */
  const startOf = new Int32Array(rarity.length);
  let start = 0;
  for (let bucket = 0; bucket < rarity.length; bucket++) {
    startOf[bucket] = start;
    if ((rarity[bucket] as number) > 0) start += size;
  }

  /** Adds what a bucket weighs to a sum, whose last place holds the square of its length. */
  const addBucket = (sum: Float32Array, bucket: number): void => {
    const rare = (rarity[bucket] as number) / 16;
    if (rare === 0) return;
    const from = startOf[bucket] as number;
    for (let head = 0; head < size; head++)
      sum[head] = (sum[head] as number) + rare * (weights[from + head] as number);
    sum[size] = (sum[size] as number) + rare * rare;
  };
  const addSum = (sum: Float32Array, other: Float32Array): void => {
    if (other[size] === 0) return;
    for (let place = 0; place <= size; place++)
      sum[place] = (sum[place] as number) + (other[place] as number);
  };
  const weigh = (buckets: readonly number[]): Float32Array => {
    const sum = new Float32Array(size + 1);
    for (const bucket of buckets) addBucket(sum, bucket);
    return sum;
  };
  const keep = (word: FeatureWord, block: number): Float32Array => {
    let kept = word.kept[block];
    if (kept === undefined) {
      kept = weigh(block === SPELLING ? bucketsOfPieces(word, block) : [bucketOfWord(word, block)]);
      word.kept[block] = kept;
    }
    return kept;
  };

  const addWords = (text: string, block: number, field: FeatureWord[]): void => {
    record++;
    field.length = 0;
    const sum = sums[block] as Float32Array;
    const spelling = sums[SPELLING] as Float32Array;
    visitWords(text, words, (word) => {
      field.push(word);
      if (word.seenIn === record) return;
      word.seenIn = record;
      addSum(sum, keep(word, block));
      if (block === WORDS) addSum(spelling, keep(word, SPELLING));
    });
  };

  const addNames = (names: readonly string[], block: number): void => {
    const sum = sums[block] as Float32Array;
    const known = named[block] as Map<string, Float32Array>;
    for (const name of names) {
      let kept = known.get(name);
      if (kept === undefined) {
        kept = weigh([bucketOfName(name, block)]);
        known.set(name, kept);
      }
      addSum(sum, kept);
    }
  };

  return ({ categoryText, narrative, action }, { found, classes }) => {
    if (words.size > MOST_WORDS) words.clear();
    for (const sum of sums) sum.fill(0);
    const [inNarrative = [], inAction = [], inCategory = []] = fields;
    addWords(categoryText, CATEGORY, inCategory);
    addWords(narrative, WORDS, inNarrative);
    addWords(action, ACTION, inAction);
    addNames(found, FOUND);
    addNames(classes, CLASSES);
    const inOrder = readPhrases(fields);
    for (let head = 0; head < size; head++) {
      let score = 0;
      for (const sum of sums) {
        const square = sum[size] ?? 0;
        if (square > 0) score += (sum[head] ?? 0) / Math.sqrt(square);
      }
      const single = score * (step[head] ?? 0) + (bias[head] ?? 0);
      likely[head] = 1 / (1 + Math.exp(-(SINGLE * single + IN_ORDER * (inOrder[head] ?? 0))));
    }
    return likely;
  };
}
