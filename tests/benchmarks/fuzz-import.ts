// Imports mutated files (`npm run fuzz-import`, or `npx tsx` this with COUNT and FIRST-SEED): none may crash, hang for
// more than 5 seconds, or come out with its accounts wrong. Prints the slowest and how many were refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Imports from '../../src/import/import-exports.ts';
import type * as Categories from '../../src/policy/category-map.ts';
import { mutateFile, seedFiles } from '../import/mutate-file.ts';
import { bundleSource } from './bundle-source.ts';

const [count = '2000', first = '0'] = process.argv.slice(2);
const { importExports, buildCategoryMap } = await bundleSource<typeof Imports & typeof Categories>(
  `export * from './src/import/import-exports.ts'; export * from './src/policy/category-map.ts';`,
);
const options = { categoryMap: buildCategoryMap(), today: '2026-11-22' };
const folder = mkdtempSync(join(tmpdir(), 'termwise-fuzz-'));
const path = join(folder, 'mutated.csv');
const seeds = seedFiles();
let slowest = 0;
let refused = 0;
const failures: string[] = [];
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  writeFileSync(path, mutateFile(seeds[seed % seeds.length] ?? Buffer.alloc(0), seeds, seed));
  const start = process.hrtime.bigint();
  try {
    const { audits } = await importExports([path], options);
    for (const { dataRecords, acceptedRows, rejectedRows, distinctIncidents, mergedRows } of audits) {
      const merged = mergedRows.exactDuplicate + mergedRows.linkedPupil + mergedRows.superseded;
      const isRight =
        dataRecords === acceptedRows + rejectedRows && acceptedRows === distinctIncidents + merged;
      if (!isRight) failures.push(`seed ${seed}: the accounts are wrong`);
    }
  } catch (error) {
    refused += 1;
    const { name, message } = error as Error;
    if (name !== 'TermwiseError' || /[\r\n]/.test(message)) failures.push(`seed ${seed}: ${name} ${message}`);
  }
  slowest = Math.max(slowest, Number(process.hrtime.bigint() - start) / 1e9);
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `${count} mutated files: ${refused} refused, ${failures.length} failed, slowest ${slowest.toFixed(2)} s`,
);
for (const failure of failures.slice(0, 20)) console.log(failure);
if (failures.length > 0 || slowest > 5) process.exitCode = 1;
