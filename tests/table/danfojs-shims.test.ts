import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDanfojs } from '../../src/table/load-danfojs.ts';

type Danfojs = Awaited<ReturnType<typeof loadDanfojs>>;
type Columns = Record<string, (string | number)[]>;

/** The alias table of the build itself, so that what is proved here is what is shipped. */
const aliases = Object.fromEntries(
  [
    ...readFileSync('bin/build.mjs', 'utf8').matchAll(/'?([\w@./-]+)'?: at\('(src\/shims\/[\w-]+\.mjs)'\)/g),
  ].map(([, name = '', path = '']) => [name, resolve(path)]),
);

const folder = mkdtempSync(join(tmpdir(), 'termwise-shims-'));
const sizes: number[] = [];
let real: Danfojs;
let shimmed: Danfojs;

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: [resolve('src/table/load-danfojs.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    alias: aliases,
    metafile: true,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  sizes.push(...Object.values(metafile.outputs).map(({ bytes }) => bytes));
  real = await loadDanfojs();
  const built = await import(pathToFileURL(join(folder, 'load-danfojs.mjs')).href);
  shimmed = await built.loadDanfojs();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two words to group by and two columns of numbers. */
const frame: fc.Arbitrary<Columns> = fc
  .array(
    fc.tuple(
      fc.constantFrom('ash', 'oak', 'elm'),
      fc.constantFrom('x', 'y'),
      fc.integer({ min: -50, max: 50 }),
      // Tenths: mathjs takes numbers within a relative 1e-12 for equal, which no table here can tell.
      fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) => ({
    tree: rows.map(([tree]) => tree),
    letter: rows.map(([, letter]) => letter),
    whole: rows.map(([, , whole]) => whole),
    real: rows.map(([, , , number]) => number),
  }));

/** Everything table/ asks of danfojs, and the five functions of mathjs behind it. */
const results = (danfojs: Danfojs, left: Columns, right: Columns): Record<string, unknown> => {
  const table = new danfojs.DataFrame(left);
  const grouped = table.groupby(['tree', 'letter']);
  const numbers = grouped.col(['whole', 'real']);
  const series = new danfojs.Series(left.whole ?? []);
  const merged = danfojs.merge({
    left: table,
    right: new danfojs.DataFrame(right),
    on: ['tree', 'letter'],
    how: 'left',
  });
  return {
    groups: grouped.colDict,
    count: numbers.count().values,
    sum: numbers.sum().values,
    mean: numbers.mean().values,
    std: numbers.std().values,
    variance: numbers.var().values,
    merged: merged.values,
    columns: merged.columns,
    median: series.median(),
    deviation: series.std(),
    modes: [...series.mode()].toSorted(),
    describe: table.describe().values,
  };
};

describe('danfojs as it is built in', () => {
  it('gives what the real one gives, on random frames', () => {
    fc.assert(
      fc.property(frame, frame, (left, right) => {
        expect(results(shimmed, left, right)).toEqual(results(real, left, right));
      }),
      { numRuns: 60 },
    );
  });

  it('is a small file: everything it reads, prints and computes on tensors with is left out', () => {
    expect(Object.keys(aliases)).toHaveLength(12);
    expect(Math.max(...sizes)).toBeLessThan(600_000);
  });

  it('says plainly that printing and reading through it are left out', () => {
    expect(() => new shimmed.DataFrame({ a: [1] }).toString()).toThrow('left out');
    expect(() => shimmed.toExcel(new shimmed.DataFrame({ a: [1] }))).toThrow('left out');
  });
});
