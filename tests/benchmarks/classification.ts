// Prints records classified a second of CPU time, on one core.
//   node tests/helpers/run-script.mjs tests/benchmarks/classification.ts EXPORT.csv [PASSES]
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { importExports } from '../../src/import/import-exports.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

const [file = '', passes = '4'] = process.argv.slice(2);
const categoryMap = buildCategoryMap();
const { incidents, pupils } = await importExports([resolve(file)], { categoryMap, today: '2026-11-22' });
const started = process.cpuUsage();
const classifier = buildClassifier({ categoryMap });
console.log(`compiled in ${(process.cpuUsage(started).user / 1000).toFixed(0)} ms of CPU`);
for (let pass = 0; pass < Number(passes); pass += 1) {
  const before = process.cpuUsage();
  const hash = createHash('sha256');
  for (const incident of incidents) {
    const { labels } = classifier.classify(incident, pupils);
    if (pass === 0) hash.update(JSON.stringify([incident.id, labels]));
  }
  const spent = process.cpuUsage(before);
  const seconds = (spent.user + spent.system) / 1e6;
  console.log(
    `${incidents.length} records in ${seconds.toFixed(2)} s of CPU: ${(incidents.length / seconds).toFixed(0)} a second`,
  );
  if (pass === 0) console.log(`labels ${hash.digest('hex').slice(0, 16)}`);
}
