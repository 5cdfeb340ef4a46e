import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { packReaderModel } from '../../src/classify/pack-reader-model.ts';
import { createSecondReader, type ReaderModel } from '../../src/classify/second-reader.ts';
import {
  bucketOfPair,
  bucketOfWord,
  bucketsOfPieces,
  FEATURE_BITS,
  type FeatureWord,
  type FeatureWords,
  TEXT_BLOCKS,
  visitWords,
} from '../../src/classify/text-features.ts';
import { learnWeights, type TrainingRow } from './learn-weights.ts';
import { type LabelledRecord, readLabelled } from './read-labelled.ts';

/**
 * Trains the second reader on labelled files and writes its model. The same files give the same bytes.
 *   node tests/helpers/run-script.mjs tests/classify/train-second-reader.ts OUT FILE...
 */

/** Labels that the rules read well enough, or that follow from others: nothing is learned of them. */
const FEWEST_EXAMPLES = 12;
/** Letters of a labelled record that are quoted. */
const QUOTED = 90;
/** How much a wrong answer costs beside large weights (C of LIBLINEAR). */
const COST = 4;
const BUCKETS = 1 << FEATURE_BITS;

type Counted = Map<number, number>[];

function countFeatures(record: LabelledRecord, words: FeatureWords): Counted {
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
    visitWords(text, words, (word, before) => {
      if (before !== null && block !== 3) add(block, bucketOfPair(before, word, block));
      if (seen.has(word)) return;
      seen.add(word);
      add(block, bucketOfWord(word, block));
      if (block === 0) for (const bucket of bucketsOfPieces(word, 1)) add(1, bucket);
    });
  }
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

/** Weights in whole steps: the largest of each head is 127. */
function toSteps(weights: Float32Array, heads: number): Pick<ReaderModel, 'step' | 'weights'> {
  const step = new Float32Array(heads);
  weights.forEach((weight, at) => {
    step[at % heads] = Math.max(step[at % heads] ?? 0, Math.abs(weight) / 127);
  });
  return {
    step,
    weights: Int8Array.from(weights, (weight, at) => Math.round(weight / (step[at % heads] || 1))),
  };
}

/** The first words of a record, whole. */
function cutStart(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= QUOTED ? flat : `${flat.slice(0, flat.lastIndexOf(' ', QUOTED))} …`;
}

function train(
  records: readonly LabelledRecord[],
  costs: readonly number[],
  quoted: readonly boolean[],
): ReaderModel {
  const codes = [...new Set(records.flatMap(({ gold }) => [...gold]))].sort();
  const heads = [
    ...codes.filter((code) => records.filter(({ gold }) => gold.has(code)).length >= FEWEST_EXAMPLES),
    'none',
  ];
  const words: FeatureWords = new Map();
  const counted = records.map((record) => countFeatures(record, words));
  const rarity = weighRarity(counted);
  const rows = counted.map((blocks) => makeRow(blocks, rarity));
  const answers = records.map(({ gold }) =>
    Uint8Array.from(heads, (head) => ((head === 'none' ? gold.size === 0 : gold.has(head)) ? 1 : 0)),
  );
  const { weights, bias } = learnWeights({ rows, answers, costs, heads: heads.length });
  const model: ReaderModel = { heads, bias, rarity, ...toSteps(weights, heads.length), examples: [] };
  const read = createSecondReader(model);
  const examples = records
    .filter((_, at) => quoted[at])
    .map(({ incident, gold }) => ({
      text: cutStart(incident.narrative),
      heads: heads.flatMap((head, place) => (gold.has(head) ? place : [])),
      likely: Uint8Array.from(read(incident), (likely) => Math.round(100 * likely)),
    }))
    .filter((example) => example.heads.length > 0);
  return { ...model, examples };
}

const [out = 'second-reader.bin', ...given] = process.argv.slice(2);
/** `2x:FILE`: records of this file weigh twice, and may be quoted as examples. */
const files = given.map((name) => {
  const [, times, file = name] = /^(\d+)x:(.*)$/.exec(name) ?? [];
  return { file, times: Number(times ?? 1) };
});
const read = files.map(({ file, times }) =>
  readLabelled(file).map((record) => ({ record, cost: times * COST, isQuoted: times > 1 })),
);
const all = read.flat();
const model = train(
  all.map(({ record }) => record),
  all.map(({ cost }) => cost),
  all.map(({ isQuoted }) => isQuoted),
);
writeFileSync(out, packReaderModel(model));
process.stdout.write(
  `${all.length} records of ${files.map(({ file }) => basename(file)).join(' ')}: ${model.heads.length} heads\n`,
);
