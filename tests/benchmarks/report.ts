// Prints wall time and peak memory of the whole line beside named peers in the same run, then where the time of one more
// run went, by thread and room. Not a test: nothing is asserted.
//   npm run bench -- [export.csv] [repeats]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureStages } from './stage-times.ts';

const root = resolve(import.meta.dirname, '../..');
const file = resolve(process.argv[2] ?? join(root, 'fixtures/schools/castlegate-academy/export.csv'));
const repeats = Number(process.argv[3] ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'termwise-bench-'));
const built = join(root, 'dist/termwise.js');
const PARSE = `
  import { createReadStream } from 'node:fs';
  import { parse } from 'csv-parse';
  let rows = 0;
  for await (const row of createReadStream(process.argv[1]).pipe(parse({ relax_column_count: true, bom: true }))) rows += row.length > 0 ? 1 : 0;
  console.log(rows);
`;

interface Timing {
  readonly ms: number;
  readonly mb: number;
}

/** Wall time of one process, and its peak resident memory as the kernel counted it. */
function runOnce(args: readonly string[]): Timing {
  const start = process.hrtime.bigint();
  const ran = spawnSync(
    '/usr/bin/env',
    ['bash', '-c', 'ulimit -c 0; exec "$0" "$@"', process.execPath, ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  const peak = /PEAK (\d+)/.exec(ran.stderr);
  return { ms, mb: peak ? Number(peak[1]) / 1024 : Number.NaN };
}

const REPORT_PEAK = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measure(name: string, args: readonly string[]): number {
  const timings = Array.from({ length: repeats }, () => runOnce([REPORT_PEAK, ...args]));
  const ms = median(timings.map((timing) => timing.ms));
  const mb = Math.max(...timings.map((timing) => timing.mb));
  console.log(`${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms   ${mb.toFixed(0).padStart(5)} MB peak`);
  return ms;
}

try {
  console.log(`${file}, median of ${repeats}`);
  const bare = measure('node -e 0', ['-e', '0']);
  const version = measure('termwise --version', [built, '--version']);
  const parse = measure('bare csv-parse', ['--input-type=module', '-e', PARSE, file]);
  const command = [built, 'report', 'governors', file, '--quiet', '--out', join(folder, 'g.pdf')];
  const report = measure('termwise report governors', command);
  console.log(
    `--version / node -e 0: ${(version / bare).toFixed(2)}   report / csv-parse: ${(report / parse).toFixed(2)}`,
  );
  for (const { thread, total, stages } of measureStages(command, folder)) {
    console.log(`thread ${thread}: ${total.toFixed(0)} ms under the profiler`);
    for (const [stage, ms] of [...stages].sort((a, b) => b[1] - a[1])) {
      if (ms >= 5) console.log(`  ${stage.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
