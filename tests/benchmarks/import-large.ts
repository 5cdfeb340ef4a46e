// Reads a large export (`npm run bench-import -- FILE [STATS.json]`) and prints wall time and
// memory beside a bare csv-parse stream over the same file in the same run.
import { createReadStream, readFileSync } from 'node:fs';
import { parse } from 'csv-parse';
import type * as Imports from '../../src/import/import-exports.ts';
import type * as Categories from '../../src/policy/category-map.ts';
import { bundleSource } from './bundle-source.ts';

const [file, stats] = process.argv.slice(2);
if (file === undefined) throw new Error('give the file to read');

function bareParse(path: string): Promise<number> {
  return new Promise((done, fail) => {
    let rows = 0;
    createReadStream(path)
      .pipe(parse({}))
      .on('data', () => {
        rows += 1;
      })
      .on('end', () => done(rows))
      .on('error', fail);
  });
}

async function time<T>(
  label: string,
  run: () => Promise<T>,
): Promise<{ result: T; seconds: number; cpu: number }> {
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  const result = await run();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${label}: ${seconds.toFixed(2)} s wall, ${cpu.toFixed(2)} s processor, peak ${peak} MB`);
  return { result, seconds, cpu };
}

const { inspectExports, importExports, buildCategoryMap } = await bundleSource<
  typeof Imports & typeof Categories
>(`export * from './src/import/import-exports.ts'; export * from './src/policy/category-map.ts';`);
const options = { categoryMap: buildCategoryMap(), today: '2026-11-22' };
const bare = await time('bare csv-parse stream', () => bareParse(file));
const digested = await time('inspect', () => inspectExports([file], options));
console.log(
  `  ratio ${(digested.seconds / bare.seconds).toFixed(2)} wall, ${(digested.cpu / bare.cpu).toFixed(2)} processor`,
);
const [audit] = digested.result;
if (audit !== undefined) {
  console.log(
    `  ${audit.dataRecords} records, ${audit.rejectedRows} rejected, ${audit.distinctIncidents} incidents, ${audit.distinctPupils} pupils, ${JSON.stringify(audit.mergedRows)}`,
  );
  if (stats !== undefined) {
    const truth = JSON.parse(readFileSync(stats, 'utf8'));
    console.log(
      `  truth: ${truth.rows} rows, ${truth.distinct_incidents} incidents, ${truth.distinct_pupils} pupils, copies ${truth.exact_duplicate_rows}, linked ${truth.linked_rows}, superseded ${truth.superseded_rows}, ${truth.first_date} to ${truth.last_date}`,
    );
    const same = Object.entries(truth.categories_by_incident as Record<string, number>).filter(
      ([name, count]) => audit.categories[name.replaceAll(': ', ' > ')] !== count,
    );
    console.log(`  categories that differ: ${JSON.stringify(same)}; ${JSON.stringify(audit.dateRange)}`);
  }
}
if (!process.argv.includes('--no-words')) {
  const whole = await time('import, words kept', () => importExports([file], options));
  console.log(
    `  ratio ${(whole.seconds / bare.seconds).toFixed(2)} wall, ${(whole.cpu / bare.cpu).toFixed(2)} processor`,
  );
}
