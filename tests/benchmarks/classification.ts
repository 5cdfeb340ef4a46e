// Prints records labelled a second of CPU time on one core, beside named peers in the same run, and hostile records.
// Not a test: nothing is asserted. Records are drawn from an export with a seed, 20,000 unless said otherwise.
//   node tests/helpers/run-script.mjs tests/benchmarks/classification.ts [EXPORT.csv] [PASSES] [RECORDS]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { readKnowledge } from '../../src/classify/knowledge.ts';
import { splitEntries } from '../../src/classify/load-lexicon.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { drawRecords } from './draw-records.ts';
import { spend } from './spend.ts';

const [given = 'fixtures/schools/castlegate-academy/export.csv', passes = '5', size = '20000'] =
  process.argv.slice(2);
const file = resolve(given);
const { incidents, records, pupils } = await drawRecords(file, Number(size));

function tell(name: string, rate: number): void {
  console.log(`${name.padEnd(44)} ${rate.toFixed(0).padStart(8)} records a second of CPU`);
}

/** The best of some passes, since a busy machine only ever makes one slower. */
function measure(name: string, count: number, work: () => void): number {
  const rate = count / Math.min(...Array.from({ length: Number(passes) }, () => spend(work)));
  tell(name, rate);
  return rate;
}

/** The rules alone, in a process of their own: a second engine in this one would slow both. */
function measureRules(): number {
  const script = ['tests/helpers/run-script.mjs', 'tests/benchmarks/rules-alone.ts', file, passes, size];
  const rate = Number(execFileSync(process.execPath, script, { encoding: 'utf8' }));
  tell('the rules alone, without the second reader', rate);
  return rate;
}

const rules = measureRules();
const started = process.cpuUsage();
const classifier = buildClassifier({ categoryMap: buildCategoryMap() });
console.log(`engine built in ${(process.cpuUsage(started).user / 1000).toFixed(0)} ms of CPU`);
const hash = createHash('sha256');
const cold = spend(() => {
  for (const record of records)
    hash.update(JSON.stringify([record.id, classifier.classify(record, pupils).labels]));
});
console.log(`first pass ${cold.toFixed(2)} s of CPU; labels ${hash.digest('hex').slice(0, 16)}`);
const own = measure('termwise, whole lexicon and rules', records.length, () => {
  for (const record of records) classifier.classify(record, pupils);
});
console.log(
  `the second reader                            ${(1e6 / own - 1e6 / rules).toFixed(0).padStart(8)} µs a record`,
);

// Peers: one alternation of every written entry, which only says that a word is there, and reading the file at all.
const entries = readKnowledge().lexicon.flatMap(({ classes, verbs }) =>
  [...Object.values(classes ?? {}), ...Object.values(verbs ?? {})].flatMap(splitEntries),
);
const literals = [...new Set(entries.filter((entry) => !entry.startsWith('<')))].sort(
  (a, b) => b.length - a.length,
);
const escaped = literals.map((entry) => entry.replaceAll(/[^\w ]/g, (sign) => `\\${sign}`));
const alternation = new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'gi');
const peer = measure(`RegExp of ${literals.length} literals, no context`, records.length, () => {
  for (const { narrative, action } of records)
    for (const text of [narrative, action]) text.match(alternation);
});
const source = readFileSync(file, 'utf8');
const reading = measure('bare csv-parse of the export', incidents.length, () => {
  parse(source, { relax_column_count: true, bom: true });
});
console.log(`ratio to the RegExp: ${(own / peer).toFixed(2)}   to csv-parse: ${(own / reading).toFixed(2)}`);

const HOSTILE: readonly (readonly [string, (times: number) => string])[] = [
  ['hit hit hit …', (times) => 'hit '.repeat(4000 * times)],
  ['200 KB of sentences', (times) => 'He did not hit Sam again and Miss said so. '.repeat(4800 * times)],
  [
    '10,000 commas',
    (times) => `He hit Sam${', and then he hit Sam'.repeat(10)}${','.repeat(10_000 * times)}`,
  ],
  ['nested quotes', (times) => `"He said 'she said "`.repeat(4000 * times)],
  ['all conjunctions', (times) => 'and but or so because although if then '.repeat(5000 * times)],
  [
    'staff and he',
    (times) => 'Miss said he told her that he hit him and she called Miss a cow '.repeat(3000 * times),
  ],
  ['nothing but slurs', (times) => 'paki black bastard that is so gay '.repeat(6000 * times)],
  ['no blanks', (times) => 'a'.repeat(200_000 * times)],
  ['quotes and stops', (times) => `'".,;- `.repeat(30_000 * times)],
];
for (const [name, write] of HOSTILE) {
  const times = [0.5, 1, 2].map((factor) => {
    const record = {
      categoryText: '',
      categories: [],
      narrative: write(factor),
      action: '',
      involvements: [],
    };
    const all = Array.from({ length: Number(passes) }, () =>
      spend(() => void classifier.classify(record, new Map())),
    );
    return (1000 * Math.min(...all)).toFixed(1);
  });
  console.log(`${name.padEnd(24)} half, whole and twice the length: ${times.join(', ')} ms`);
}
