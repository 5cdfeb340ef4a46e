import { writeFileSync } from 'node:fs';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import type { BeliefWeights } from '../../src/classify/weigh-belief.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { type BeliefCase, learnBelief } from './learn-belief.ts';
import { type LessonFile, readLessons } from './read-lessons.ts';
import { trainReaderModel } from './train-reader-model.ts';

/**
 * Learns how far labels are to be believed by what rules and second reader say together, and writes belief.yaml.
 *   node tests/helpers/run-script.mjs tests/classify/train-belief.ts OUT FILE...
 * Learned in parts, each read by a second reader that has learned all files but those of its part: what it is worth
 * is seen on records that are new to it. That rules were written from some of the files makes them look better there;
 * without those, what is learned from hard records alone would doubt the plain ones.
 */
const PARTS = 4;

function listCases(files: readonly LessonFile[], apart: readonly LessonFile[]): readonly BeliefCase[] {
  const secondReader = trainReaderModel(
    files.filter((file) => !apart.includes(file)).flatMap(({ lessons }) => lessons),
  );
  const cases: BeliefCase[] = [];
  let gold: ReadonlySet<string> = new Set();
  const { classify } = buildClassifier({
    categoryMap: buildCategoryMap(),
    secondReader,
    listen: (heard) => {
      for (const signs of heard) cases.push({ signs, isRight: gold.has(signs.kind.name) });
    },
  });
  for (const { record } of apart.flatMap(({ lessons }) => lessons)) {
    ({ gold } = record);
    classify(record.incident, new Map());
  }
  return cases;
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

const [out = 'belief.yaml', ...names] = process.argv.slice(2);
const files = names.map(readLessons);
const cases = Array.from({ length: PARTS }, (_, part) =>
  listCases(
    files,
    files.filter((_, at) => at % PARTS === part),
  ),
).flat();
writeFileSync(out, writeBelief(learnBelief(cases)));
process.stdout.write(`${cases.length} labels of ${files.flatMap(({ lessons }) => lessons).length} records\n`);
