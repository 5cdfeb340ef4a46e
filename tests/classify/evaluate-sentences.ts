import { basename } from 'node:path';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { findFaults, readSentences } from './read-sentences.ts';

/**
 * How many sentences of a file are told right, by kind; the wrong ones on demand.
 *   node tests/helpers/run-script.mjs tests/classify/evaluate-sentences.ts FILE... [--errors]
 */
const tell = (line: string): boolean => process.stdout.write(`${line}\n`);
const args = process.argv.slice(2);
const classifier = buildClassifier({ categoryMap: buildCategoryMap() });
for (const file of args.filter((arg) => !arg.startsWith('--'))) {
  const judged = readSentences(file).map((one) => ({ ...one, faults: findFaults(one, classifier) }));
  const right = judged.filter(({ faults }) => faults.length === 0).length;
  tell(`${basename(file)}: ${right} of ${judged.length} (${(right / judged.length).toFixed(3)})`);
  for (const kind of new Set(judged.map((one) => one.kind))) {
    const own = judged.filter((one) => one.kind === kind);
    const rightOnes = own.filter(({ faults }) => faults.length === 0).length;
    if (rightOnes < own.length) tell(`  ${kind.padEnd(28)} ${rightOnes} of ${own.length}`);
  }
  if (args.includes('--errors'))
    for (const { text, faults } of judged) if (faults.length > 0) tell(`${text}\n   ${faults.join(', ')}`);
}
