import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
// @ts-expect-error a plain module shared with the build
import { yamlToModule } from '../../bin/yaml-module.mjs';
import { seeded } from './mutate-file.ts';

/** Merges and forgets for ever, so that at nearly any moment the register is being written. */
const CHILD = `
import { buildCategoryMap } from './src/policy/category-map.ts';
import { forgetBefore } from './src/import/forget.ts';
import { mergeRegister } from './src/import/register.ts';
const [, , register, early, late, once] = process.argv;
const options = { categoryMap: buildCategoryMap(), today: '2026-11-22' };
if (once !== undefined) await mergeRegister(register, [late], options);
process.stdout.write('ready');
do {
  await mergeRegister(register, [early], options);
  if (once === undefined) await forgetBefore(register, '2026-01-01', options);
} while (once === undefined);
`;

async function bundleChild(folder: string): Promise<string> {
  const outfile = join(folder, 'child.mjs');
  await build({
    stdin: { contents: CHILD, resolveDir: resolve(import.meta.dirname, '../..'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'yaml-modules',
        setup: (setup) =>
          setup.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
            contents: yamlToModule(readFileSync(path, 'utf8')) as string,
            loader: 'js',
          })),
      },
    ],
  });
  return outfile;
}

function writeExport(path: string, year: number, rows: number): void {
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `${year}-${index},Pupil ${index % 40},${1 + (index % 28)}/03/${year},Bullying,"Words ${'and words '.repeat(20)}",`,
  );
  writeFileSync(
    path,
    ['Incident ID,Student,Incident Date,Category,Details,Last Updated', ...lines].join('\n'),
  );
}

/**
 * Runs the child to its end, or kills it so many milliseconds after it has begun to merge. Gives how long it took
 * from then on: a machine that is busy starts a process late, and a kill before the work proves nothing.
 */
function run(args: readonly string[], killAfter: number | null): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let begun = 0;
    child.stdout.once('data', () => {
      begun = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('exit', () => done(performance.now() - begun));
  });
}

/**
 * Kills a process that merges into a register at `kills` moments and counts in how many the register was then
 * neither the old file nor the new one (must be none), and at how many of the moments it was each.
 */
export async function killRegister(kills: number): Promise<{ broken: number; old: number; new: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'termwise-kill-'));
  try {
    const child = await bundleChild(folder);
    const at = (name: string): string => join(folder, name);
    writeExport(at('early.csv'), 2025, 1500);
    writeExport(at('late.csv'), 2026, 1500);
    await run([child, at('old.csv'), at('late.csv'), at('late.csv'), 'once'], null);
    const once = await run([child, at('new.csv'), at('early.csv'), at('late.csv'), 'once'], null);
    const [before, after] = [readFileSync(at('old.csv')), readFileSync(at('new.csv'))];
    const random = seeded(7);
    const counts = { broken: 0, old: 0, new: 0 };
    for (let kill = 0; kill < kills; kill++) {
      copyFileSync(at('old.csv'), at('register.csv'));
      await run([child, at('register.csv'), at('early.csv'), at('late.csv')], random() * 4 * once);
      const found = readFileSync(at('register.csv'));
      if (found.equals(before)) counts.old += 1;
      else if (found.equals(after)) counts.new += 1;
      else counts.broken += 1;
    }
    const left = readdirSync(folder).filter(
      (name) => name.includes('register.csv') && name !== 'register.csv',
    );
    // What the last kill left, the next writing takes away; that of the kill before it is gone.
    if (left.length > 1 || left.some((name) => !/^register\.csv\.\d+\.termwise-part$/.test(name)))
      throw new Error(`left behind: ${left.join()}`);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
