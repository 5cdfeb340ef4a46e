import { createSecondReader, type ReaderModel } from '../../src/classify/second-reader.ts';
import {
  BLOCK,
  BLOCK_COUNT,
  type FeatureWord,
  type FeatureWords,
  featureOfHash,
  featureOfWord,
  featuresOfPieces,
  hashOfName,
  visitWords,
} from '../../src/classify/text-features.ts';
import { visitNeighbours, visitTogether } from '../../src/classify/visit-pairs.ts';
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
/**
 * Records that must hold a feature of each block for it to be learned. Pairs are many: of those in fewer records nothing is
 * missed on files set apart.
 */
const FEWEST_RECORDS: Readonly<Record<keyof typeof BLOCK, number>> = {
  words: 2,
  spelling: 4,
  action: 2,
  category: 2,
  found: 2,
  classes: 2,
  neighbours: 5,
  neighboursInAction: 5,
  together: 10,
};

/** Features that are kept, so that the model stays within its 10 MB: of 110,000 the weakest third was not missed. */
const MOST_FEATURES = 74_000;

/** How often a record holds each feature, block by block. */
type Counted = Map<number, number>[];

/** What is learned of: features that enough records hold, rising, with how telling each is. */
interface Known {
  readonly features: Uint32Array;
  readonly rarity: Uint8Array;
  readonly placeOf: ReadonlyMap<number, number>;
}

function countFeatures({ record, signs }: Lesson, words: FeatureWords): Counted {
  const blocks: Counted = Array.from({ length: BLOCK_COUNT }, () => new Map<number, number>());
  const add = (block: number, feature: number): void => {
    const counts = blocks[block] as Map<number, number>;
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  const { narrative, action, categoryText } = record.incident;
  for (const [text, block, pairs] of [
    [categoryText, BLOCK.category, null],
    [narrative, BLOCK.words, BLOCK.neighbours],
    [action, BLOCK.action, BLOCK.neighboursInAction],
  ] as const) {
    const field: FeatureWord[] = [];
    visitWords(text, words, (word) => field.push(word));
    for (const word of new Set(field)) {
      add(block, featureOfWord(word, block));
      if (block === BLOCK.words)
        for (const feature of featuresOfPieces(word, BLOCK.spelling)) add(BLOCK.spelling, feature);
    }
    if (pairs !== null) visitNeighbours(field, pairs, (feature) => add(pairs, feature));
  }
  for (const name of signs.found) add(BLOCK.found, featureOfHash(hashOfName(name), BLOCK.found));
  for (const name of signs.classes) add(BLOCK.classes, featureOfHash(hashOfName(name), BLOCK.classes));
  visitTogether(signs.kinds.map(hashOfName), BLOCK.together, (feature) => add(BLOCK.together, feature));
  return blocks;
}

function chooseFeatures(all: readonly Counted[]): Known {
  const records = Array.from({ length: BLOCK_COUNT }, () => new Map<number, number>());
  for (const blocks of all)
    blocks.forEach((counts, block) => {
      const own = records[block] as Map<number, number>;
      for (const feature of counts.keys()) own.set(feature, (own.get(feature) ?? 0) + 1);
    });
  const fewest: number[] = [];
  for (const name of Object.keys(BLOCK) as (keyof typeof BLOCK)[]) fewest[BLOCK[name]] = FEWEST_RECORDS[name];
  const rare = new Map<number, number>();
  records.forEach((own, block) => {
    for (const [feature, count] of own)
      if (count >= (fewest[block] ?? 0))
        rare.set(feature, Math.min(255, Math.round(16 * (1 + Math.log((1 + all.length) / (1 + count))))));
  });
  const features = Uint32Array.from(rare.keys()).sort();
  return {
    features,
    rarity: Uint8Array.from(features, (feature) => rare.get(feature) ?? 0),
    placeOf: new Map(Array.from(features, (feature, place) => [feature, place] as const)),
  };
}

function makeRow(blocks: Counted, { rarity, placeOf }: Known): TrainingRow {
  const places: number[] = [];
  const values: number[] = [];
  for (const counts of blocks) {
    let square = 0;
    const own: { place: number; count: number; rare: number }[] = [];
    for (const [feature, count] of counts) {
      const place = placeOf.get(feature);
      if (place === undefined) continue;
      const rare = (rarity[place] as number) / 16;
      square += count * rare ** 2;
      own.push({ place, count, rare });
    }
    for (const { place, count, rare } of own) {
      places.push(place);
      values.push((count * rare) / Math.sqrt(square));
    }
  }
  return { places: Int32Array.from(places), values: Float32Array.from(values) };
}

/** The features that say most, at most so many, with their weights; of the others little is heard in any record. */
function keepStrongest(
  { features, rarity }: Known,
  weights: Float32Array,
  heads: number,
): { features: Uint32Array; rarity: Uint8Array; weights: Float32Array } {
  const strength = Float64Array.from(features, (_, place) => {
    let square = 0;
    for (let at = place * heads; at < (place + 1) * heads; at++) square += (weights[at] as number) ** 2;
    return Math.sqrt(square) * (rarity[place] as number);
  });
  const least = Float64Array.from(strength).sort().at(-MOST_FEATURES) ?? 0;
  const kept = Uint32Array.from(features.keys()).filter((place) => (strength[place] as number) >= least);
  return {
    features: Uint32Array.from(kept, (place) => features[place] as number),
    rarity: Uint8Array.from(kept, (place) => rarity[place] as number),
    weights: Float32Array.from(
      { length: kept.length * heads },
      (_, at) => weights[(kept[Math.floor(at / heads)] as number) * heads + (at % heads)] as number,
    ),
  };
}

/** Weights in whole steps: the largest of each head is 127. */
function toSteps(weights: Float32Array, heads: number): Pick<ReaderModel, 'step' | 'weights'> {
  const step = new Float32Array(heads);
  weights.forEach((weight, at) => {
    step[at % heads] = Math.max(step[at % heads] ?? 0, Math.abs(weight) / 127);
  });
  const steps = new Int8Array(weights.length);
  weights.forEach((weight, at) => {
    steps[at] = Math.round(weight / (step[at % heads] || 1));
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
  const known = chooseFeatures(counted);
  const rows = counted.map((blocks) => makeRow(blocks, known));
  const answers = records.map(({ gold }) =>
    Uint8Array.from(heads, (head) => ((head === 'none' ? gold.size === 0 : gold.has(head)) ? 1 : 0)),
  );
  const { weights, bias } = learnWeights({
    rows,
    answers,
    costs,
    heads: heads.length,
    features: known.features.length,
  });
  const strongest = keepStrongest(known, weights, heads.length);
  const phrases = trainPhraseModel(lessons, answers, vectors);
  const model: ReaderModel = {
    heads,
    bias,
    phrases,
    features: strongest.features,
    rarity: strongest.rarity,
    ...toSteps(strongest.weights, heads.length),
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
