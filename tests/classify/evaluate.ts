import { basename } from 'node:path';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { type LabelledRecord, readLabelled } from './read-labelled.ts';
import { scoreRecords, writeScores } from './score-labels.ts';

/**
 * Precision, recall and F1 of the classifier on labelled files.
 *   node tests/helpers/run-script.mjs tests/classify/evaluate.ts FILE... [--half odd|even] [--errors CODE] [--rules] [--labels]
 * `--half` takes every other record; errors are never printed for the even half, which is set aside.
 */
function main(args: readonly string[]): string {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : (args[at + 1] ?? '');
  };
  const half = option('--half');
  const errors = option('--errors');
  const files = args.filter(
    (arg, index) => !arg.startsWith('--') && !['--half', '--errors'].includes(args[index - 1] ?? ''),
  );
  const records: LabelledRecord[] = files.flatMap((file) =>
    readLabelled(file).filter((_, index) => half === undefined || (index % 2 === 0) === (half === 'odd')),
  );
  const classifier = buildClassifier({ categoryMap: buildCategoryMap() });
  const scores = scoreRecords(records, (record) => classifier.classify(record.incident, new Map()));
  return writeScores(files.map((file) => basename(file)).join(' '), scores, {
    labels: args.includes('--labels'),
    rules: args.includes('--rules') && half !== 'even',
    errors: half === 'even' ? undefined : errors,
  });
}

process.stdout.write(main(process.argv.slice(2)));
