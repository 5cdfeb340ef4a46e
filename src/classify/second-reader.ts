import { addRow, addWeights, STEP } from './add-weights.ts';
import { createFeatureTable } from './feature-table.ts';
import type { RecordSigns } from './list-signs.ts';
import { createPhraseReader, PHRASE_FIELDS, type PhraseModel } from './phrase-reader.ts';
import { openRowPool } from './row-pool.ts';
import {
  BLOCK,
  BLOCK_COUNT,
  type FeatureWord,
  type FeatureWords,
  featureOfHash,
  featureOfWord,
  featuresOfPieces,
  hashOfName,
  NO_ROW,
  visitWords,
} from './text-features.ts';
import { visitNeighbours, visitTogether } from './visit-pairs.ts';

/** What the second reader has learned, as it stands in its file. */
export interface ReaderModel {
  /** What it knows of: codes of the taxonomy, and `none` for a record that deserves no label. */
  readonly heads: readonly string[];
  /** Where each head starts. */
  readonly bias: Float32Array;
  /** One step of the weights of each head. */
  readonly step: Float32Array;
  /** What it has learned something of (text-features.ts), rising. */
  readonly features: Uint32Array;
  /** How telling each feature is (inverse document frequency, in sixteenths). */
  readonly rarity: Uint8Array;
  /** Weights in steps, head by head, in the order of the features. */
  readonly weights: Int8Array;
  /** What it reads of words in their order. */
  readonly phrases: PhraseModel;
  /** Some records that it learned from and may quote: their first words, and what it made of them. */
  readonly examples: readonly ReaderExample[];
}

/** One labelled record, so that a person can see what the second reader took another for. */
export interface ReaderExample {
  readonly text: string;
  /** Places in `heads` of the labels that it may be quoted for. */
  readonly heads: readonly number[];
  /** How likely each head was, in hundredths. */
  readonly likely: Uint8Array;
}

/**
 * Says how likely each head from place `from` on is for a record, 0 to 1; the array is used again for the next record.
 * `none` stands last: who only asks for it pays for little more than the looking up of words.
 */
export type SecondReader = (
  record: { readonly categoryText: string; readonly narrative: string; readonly action: string },
  signs: RecordSigns,
  from?: number,
) => Float32Array;

/** Words kept between records: enough for a school's, bounded for a trust's. */
const MOST_WORDS = 20_000;

/** What log odds of single words and of words in their order count: so they did best on records new to both. */
const SINGLE = 0.6;
const IN_ORDER = 1.2;

/** Different words of a narrative whose pieces are added up: with more, sums could leave the range of whole numbers. */
const MOST_SPELT = 500;

/**
 * A second pair of eyes beside the rules: for each label a logistic regression over the words and pieces of words of a
 * record, two words in a row, and what the rules found in it, alone and together (which of their words and doubts to
 * trust is learned too), and with
 * what its words say in their order (phrase-reader.ts); weights from labelled records by `npm run train-reader`. It
 * never gives a label by itself. What a word weighs is worked out when it is first met.
 */
export function createSecondReader(model: ReaderModel): SecondReader {
  const { heads, bias, step, features, weights, rarity } = model;
  const size = heads.length;
  /** A row is what each head weighs, in steps of its own and sixteenths, and behind it the square of its length. */
  const width = STEP * Math.ceil(size / STEP);
  const squareAt = width;
  const rowWidth = width + 1;
  const words: FeatureWords = new Map();
  const rows = openRowPool((length) => new Int32Array(length));
  const sums = new Int32Array(BLOCK_COUNT * width);
  const squares = new Float64Array(BLOCK_COUNT);
  const likely = new Float32Array(size);
  const starts = Float64Array.from(bias, (own) => SINGLE * own);
  /** The first head that is asked for, in whole steps. */
  let wanted = 0;
  // Names are those of our words and rules, and of a school's own: some thousands.
  const named = Array.from({ length: BLOCK_COUNT }, () => new Map<string, number>());
  const hashes = new Map<string, number>();
  const readPhrases = createPhraseReader(model.phrases);
  const fields: FeatureWord[][] = PHRASE_FIELDS.map(() => []);
  let record = 0;
  const findFeature = createFeatureTable(features);

  /** Puts together what some features weigh; the row is one of nothing where none was learned. */
  const weigh = (asked: readonly number[]): number => {
    const at = rows.take(rowWidth);
    const { numbers } = rows;
    for (const feature of asked) {
      const place = findFeature(feature);
      if (place < 0) continue;
      const rare = rarity[place] as number;
      addWeights(numbers, at, weights, place * size, size, rare);
      numbers[at + squareAt] = (numbers[at + squareAt] as number) + rare * rare;
    }
    return at;
  };
  const addFrom = (row: number, block: number): void => {
    const { numbers } = rows;
    const square = numbers[row + squareAt] as number;
    if (square === 0) return;
    addRow(sums, block * width + wanted, numbers, row + wanted, width - wanted);
    squares[block] = (squares[block] as number) + square;
  };

  const addNarrative = (text: string, field: FeatureWord[]): void => {
    record++;
    field.length = 0;
    let left = MOST_SPELT;
    visitWords(text, words, (word) => {
      field.push(word);
      if (word.seenIn === record) return;
      word.seenIn = record;
      if (word.inNarrative === NO_ROW) {
        word.inNarrative = weigh([featureOfWord(word, BLOCK.words)]);
        weigh(featuresOfPieces(word, BLOCK.spelling));
      }
      addFrom(word.inNarrative, BLOCK.words);
      // The row of its pieces was opened right behind.
      if (left-- > 0) addFrom(word.inNarrative + rowWidth, BLOCK.spelling);
    });
  };

  const addWords = (
    text: string,
    block: number,
    place: 'inAction' | 'inCategory',
    field: FeatureWord[],
  ): void => {
    record++;
    field.length = 0;
    visitWords(text, words, (word) => {
      field.push(word);
      if (word.seenIn === record) return;
      word.seenIn = record;
      if (word[place] === NO_ROW) word[place] = weigh([featureOfWord(word, block)]);
      addFrom(word[place], block);
    });
  };

  const hashOf = (name: string): number => {
    let hash = hashes.get(name);
    if (hash === undefined) {
      hash = hashOfName(name);
      hashes.set(name, hash);
    }
    return hash;
  };

  /** Pairs are many and seldom met again: their weights are added as they stand. */
  const addPair = (feature: number, block: number): void => {
    const place = findFeature(feature);
    if (place < 0) return;
    const rare = rarity[place] as number;
    addWeights(sums, block * width + wanted, weights, place * size + wanted, size - wanted, rare);
    squares[block] = (squares[block] as number) + rare * rare;
  };
  const addNeighbours = (feature: number): void => addPair(feature, BLOCK.neighbours);
  const addInAction = (feature: number): void => addPair(feature, BLOCK.neighboursInAction);
  const addTogether = (feature: number): void => addPair(feature, BLOCK.together);

  const addNames = (names: readonly string[], block: number): void => {
    const known = named[block] as Map<string, number>;
    for (const name of names) {
      let row = known.get(name);
      if (row === undefined) {
        row = weigh([featureOfHash(hashOf(name), block)]);
        known.set(name, row);
      }
      addFrom(row, block);
    }
  };

  const forget = (): void => {
    words.clear();
    rows.clear();
    for (const known of named) known.clear();
    hashes.clear();
  };

  return ({ categoryText, narrative, action }, { found, classes, kinds }, from = 0) => {
    if (words.size > MOST_WORDS) forget();
    wanted = from - (from % STEP);
    sums.fill(0);
    squares.fill(0);
    const [inNarrative = [], inAction = [], inCategory = []] = fields;
    addWords(categoryText, BLOCK.category, 'inCategory', inCategory);
    addNarrative(narrative, inNarrative);
    addWords(action, BLOCK.action, 'inAction', inAction);
    addNames(found, BLOCK.found);
    addNames(classes, BLOCK.classes);
    visitNeighbours(inNarrative, BLOCK.neighbours, addNeighbours);
    visitNeighbours(inAction, BLOCK.neighboursInAction, addInAction);
    visitTogether(kinds.map(hashOf), BLOCK.together, addTogether);
    const inOrder = readPhrases(fields, from);
    for (let head = from; head < size; head++) {
      let score = 0;
      for (let block = 0; block < squares.length; block++) {
        const square = squares[block] as number;
        if (square > 0) score += (sums[block * width + head] as number) / Math.sqrt(square);
      }
      const single = SINGLE * score * (step[head] ?? 0);
      const told = single + IN_ORDER * (inOrder[head] ?? 0) + (starts[head] ?? 0);
      likely[head] = 1 / (1 + Math.exp(-told));
    }
    return likely;
  };
}
