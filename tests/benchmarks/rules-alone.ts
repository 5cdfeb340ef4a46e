// Prints how many records the rules alone label in a second of CPU time on one core, without the second reader, in a
// process that has one engine, as the program has: with several, Node shares what it learns of their tables.
//   node tests/helpers/run-script.mjs tests/benchmarks/rules-alone.ts [EXPORT.csv] [PASSES] [RECORDS]
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { drawRecords } from './draw-records.ts';
import { spend } from './spend.ts';

const [file = 'fixtures/schools/castlegate-academy/export.csv', passes = '5', size = '20000'] =
  process.argv.slice(2);
const { records, pupils } = await drawRecords(file, Number(size));
const { classify } = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });
const seconds = Array.from({ length: Number(passes) }, () =>
  spend(() => {
    for (const record of records) classify(record, pupils);
  }),
);
console.log((records.length / Math.min(...seconds)).toFixed(0));
