import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { kindOf } from '../../src/classify/label-kind.ts';
import type { BeliefWeights } from '../../src/classify/weigh-belief.ts';
import type { CompanyWeights } from '../../src/classify/weigh-company.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { learnBelief } from './learn-belief.ts';
import { type HeardRecord, learnCompany } from './learn-company.ts';
import { type LessonFile, readLessons } from './read-lessons.ts';
import { readVectors } from './read-vectors.ts';
import { trainReaderModel } from './train-reader-model.ts';

/**
 * Learns how far labels are to be believed by what rules and second reader say together, and writes belief.yaml and
 * company.yaml into a folder.
 *   node tests/helpers/run-script.mjs tests/classify/train-belief.ts FOLDER VECTORS FILE...
 * Learned in parts, each read by a second reader that has learned all files but those of its part: what it is worth
 * is seen on records that are new to it. That rules were written from some of the files makes them look better there;
 * without those, what is learned from hard records alone would doubt the plain ones.
 */
const PARTS = 4;

/** The labels that were heard of in each record of the files apart. */
function listCases(files: readonly LessonFile[], apart: readonly LessonFile[]): readonly HeardRecord[] {
  const secondReader = trainReaderModel(
    files.filter((file) => !apart.includes(file)).flatMap(({ lessons }) => lessons),
    vectors,
  );
  const records: HeardRecord[] = [];
  let gold: ReadonlySet<string> = new Set();
  const { classify } = buildClassifier({
    categoryMap: buildCategoryMap(),
    secondReader,
    listen: (heard) => {
      if (heard.length === 0) return;
      const cases = heard.map((signs) => ({ signs, isRight: gold.has(signs.kind.name) }));
      records.push({ cases, isEmpty: gold.size === 0 });
    },
  });
  for (const { record } of apart.flatMap(({ lessons }) => lessons)) {
    ({ gold } = record);
    classify(record.incident, new Map());
  }
  return records;
}

function writeBelief({ start, signs, labels }: BeliefWeights): string {
  const signLines = Object.entries(signs).map(([sign, weight]) => `  ${sign}: ${weight}`);
  const labelLines = Object.entries(labels).map(
    ([code, { given, missed }]) => `  ${code}: { given: ${given}, missed: ${missed} }`,
  );
  return [
    '# How far a label is believed: weights of a logistic regression (weigh-belief.ts), made by `npm run train-belief`.',
    `start: ${start}`,
    'signs:',
    ...signLines,
    '# Where each label starts: given by the rules, or not.',
    'labels:',
    ...labelLines,
    '',
  ].join('\n');
}

function writeRow({
  start,
  seems,
  given,
}: CompanyWeights['empty'] | CompanyWeights['labels'][string]): string[] {
  return [`start: ${start}`, `seems: [${seems.join(', ')}]`, `given: [${given.join(', ')}]`];
}

function writeCompany({ codes, labels, empty }: CompanyWeights): string {
  const blocks = Object.entries(labels).flatMap(([code, label]) => [
    `  ${code}:`,
    ...writeRow(label).map((line) => `    ${line}`),
  ]);
  return [
    '# What the other labels of a record say of one (weigh-company.ts), in the order of the codes, made by',
    '# `npm run train-belief`: by how likely the second reader finds each, and by whether the rules give it.',
    'codes:',
    ...codes.map((code) => `  - ${code}`),
    'labels:',
    ...blocks,
    '# What they say of a record that deserves no label; `none` is for what the second reader says of that.',
    'empty:',
    `  none: ${empty.none}`,
    ...writeRow(empty).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** Records as they go from one thread to another, where a kind of label is only a name. */
type SentRecord = Omit<HeardRecord, 'cases'> & {
  readonly cases: readonly { readonly name: string; readonly one: HeardRecord['cases'][number] }[];
};

const send = (record: HeardRecord): SentRecord => ({
  ...record,
  cases: record.cases.map((one) => ({ name: one.signs.kind.name, one })),
});

const receive = (record: SentRecord): HeardRecord => ({
  ...record,
  cases: record.cases.map(({ name, one }) => ({ ...one, signs: { ...one.signs, kind: kindOf(name) } })),
});

/** The parts by number, as many at a time as there are cores; each has a thread of its own. */
async function hearParts(): Promise<HeardRecord[]> {
  const parts: HeardRecord[][] = Array.from({ length: PARTS }, () => []);
  const waiting = [...parts.keys()];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), workerData: part });
      parts[part] = await new Promise<HeardRecord[]>((resolve, reject) => {
        worker.on('message', (sent: SentRecord[]) => resolve(sent.map(receive)));
        worker.on('error', reject);
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARTS, availableParallelism()) }, work));
  return parts.flat();
}

const [out = '.', vectorFile = '', ...names] = process.argv.slice(2);
const vectors = readVectors(vectorFile);
if (isMainThread) {
  const records = await hearParts();
  const cases = records.flatMap((record) => record.cases);
  const belief = learnBelief(cases);
  writeFileSync(join(out, 'belief.yaml'), writeBelief(belief));
  writeFileSync(join(out, 'company.yaml'), writeCompany(learnCompany(records, belief)));
  process.stdout.write(`${cases.length} labels of ${records.length} records\n`);
} else {
  const files = names.map(readLessons);
  const apart = files.filter((_, at) => at % PARTS === workerData);
  parentPort?.postMessage(listCases(files, apart).map(send));
}
