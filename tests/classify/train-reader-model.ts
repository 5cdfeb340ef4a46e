import { createSecondReader, type ReaderModel } from '../../src/classify/second-reader.ts';
import {
  bucketOfName,
  bucketOfWord,
  bucketsOfPieces,
  FEATURE_BITS,
  type FeatureWord,
  type FeatureWords,
  TEXT_BLOCKS,
  visitWords,
} from '../../src/classify/text-features.ts';
import { chooseExamples } from './choose-examples.ts';
import { learnWeights, type TrainingRow } from './learn-weights.ts';
import type { Lesson } from './lesson.ts';
import type { WordVectors } from './read-vectors.ts';
import { trainPhraseModel } from './train-phrase-model.ts';

/** Labels that the rules read well enough, or that follow from others: nothing is learned of them. */
const FEWEST_EXAMPLES = 12;
/** Letters of a labelled record that are quoted. */
const QUOTED = 90;
/** How much a wrong answer costs beside large weights (C of LIBLINEAR): of 1 to 10 this did best on files set apart. */
const COST = 3;
const BUCKETS = 1 << FEATURE_BITS;

type Counted = Map<number, number>[];

function countFeatures({ record, signs }: Lesson, words: FeatureWords): Counted {
  const blocks: Counted = TEXT_BLOCKS.map(() => new Map());
  const add = (block: number, bucket: number): void => {
    const counts = blocks[block] as Map<number, number>;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  const { narrative, action, categoryText } = record.incident;
  for (const [text, block] of [
    [categoryText, 3],
    [narrative, 0],
    [action, 2],
  ] as const) {
    const seen = new Set<FeatureWord>();
    visitWords(text, words, (word) => {
      if (seen.has(word)) return;
      seen.add(word);
      add(block, bucketOfWord(word, block));
      if (block === 0) for (const bucket of bucketsOfPieces(word, 1)) add(1, bucket);
    });
  }
  for (const name of signs.found) add(4, bucketOfName(name, 4));
  for (const name of signs.classes) add(5, bucketOfName(name, 5));
  return blocks;
}

function weighRarity(all: readonly Counted[]): Uint8Array {
  const documents = new Uint32Array(BUCKETS);
  for (const blocks of all) {
    const seen = new Set(blocks.flatMap((counts) => [...counts.keys()]));
    for (const bucket of seen) documents[bucket] = (documents[bucket] ?? 0) + 1;
  }
  return Uint8Array.from(documents, (count) =>
    count < 2 ? 0 : Math.min(255, Math.round(16 * (1 + Math.log((1 + all.length) / (1 + count))))),
  );
}

function makeRow(blocks: Counted, rarity: Uint8Array): TrainingRow {
  const buckets: number[] = [];
  const values: number[] = [];
  for (const counts of blocks) {
    let square = 0;
    for (const [bucket, count] of counts) square += count * ((rarity[bucket] ?? 0) / 16) ** 2;
    if (square === 0) continue;
    for (const [bucket, count] of counts) {
      const rare = (rarity[bucket] ?? 0) / 16;
      if (rare === 0) continue;
      buckets.push(bucket);
      values.push((count * rare) / Math.sqrt(square));
    }
  }
  return { buckets: Int32Array.from(buckets), values: Float32Array.from(values) };
}

/** Weights in whole steps: the largest of each head is 127. Buckets that were not learned have none. */
function toSteps(
  weights: Float32Array,
  rarity: Uint8Array,
  heads: number,
): Pick<ReaderModel, 'step' | 'weights'> {
  const step = new Float32Array(heads);
  weights.forEach((weight, at) => {
    step[at % heads] = Math.max(step[at % heads] ?? 0, Math.abs(weight) / 127);
  });
  const learned = [...rarity.keys()].filter((bucket) => (rarity[bucket] ?? 0) > 0);
  const steps = new Int8Array(learned.length * heads);
  learned.forEach((bucket, row) => {
    for (let head = 0; head < heads; head++)
      steps[row * heads + head] = Math.round((weights[bucket * heads + head] ?? 0) / (step[head] || 1));
  });
  return { step, weights: steps };
}

/** The first words of a record, whole. */
function cutStart(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= QUOTED ? flat : `${flat.slice(0, flat.lastIndexOf(' ', QUOTED))} …`;
}

/** Trains the second reader. The same records in the same order give the same model. */
export function trainReaderModel(lessons: readonly Lesson[], vectors: WordVectors): ReaderModel {
  const records = lessons.map(({ record }) => record);
  const costs = lessons.map(({ times }) => times * COST);
  const codes = [...new Set(records.flatMap(({ gold }) => [...gold]))].sort();
  const heads = [
    ...codes.filter((code) => records.filter(({ gold }) => gold.has(code)).length >= FEWEST_EXAMPLES),
    'none',
  ];
  const words: FeatureWords = new Map();
  const counted = lessons.map((lesson) => countFeatures(lesson, words));
  const rarity = weighRarity(counted);
  const rows = counted.map((blocks) => makeRow(blocks, rarity));
  const answers = records.map(({ gold }) =>
    Uint8Array.from(heads, (head) => ((head === 'none' ? gold.size === 0 : gold.has(head)) ? 1 : 0)),
  );
  const { weights, bias } = learnWeights({ rows, answers, costs, heads: heads.length });
  const phrases = trainPhraseModel(lessons, answers, vectors);
  const model: ReaderModel = {
    heads,
    bias,
    rarity,
    phrases,
    ...toSteps(weights, rarity, heads.length),
    examples: [],
  };
  const read = createSecondReader(model);
  const examples = lessons
    .filter(({ isQuoted }) => isQuoted)
    .map(({ record: { incident, gold }, signs }) => ({
      text: cutStart(incident.narrative),
      heads: heads.flatMap((head, place) => (gold.has(head) ? place : [])),
      likely: Uint8Array.from(read(incident, signs), (likely) => Math.round(100 * likely)),
    }))
    .filter((example) => example.heads.length > 0);
  return { ...model, examples: chooseExamples(examples, heads.length) };
}
