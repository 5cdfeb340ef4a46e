import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/run-built.ts';

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

const { outputs } = JSON.parse(readFileSync(join(ROOT, 'dist/meta.json'), 'utf8')) as {
  readonly outputs: Readonly<Record<string, Output>>;
};
const loadsCanvas = ({ imports }: Output): boolean =>
  imports.some(({ path, external }) => external === true && path === 'canvas');
const chunkOf = (source: string): string =>
  Object.entries(outputs).find(([, { inputs }]) => source in inputs)?.[0] ??
  expect.fail(`no chunk has ${source}`);

/** Every chunk that is loaded as soon as this one is. */
function listLoaded(chunk: string, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const { path, kind } of outputs[chunk]?.imports ?? [])
    if (kind !== 'dynamic-import' && path in outputs) listLoaded(path, seen);
  return seen;
}

describe('the native canvas', () => {
  it('is loaded by the pictures of charts and by nothing else that is built', () => {
    const withCanvas = Object.keys(outputs).filter((chunk) => loadsCanvas(outputs[chunk] as Output));
    expect(withCanvas).toEqual([chunkOf('src/report/charts/draw-chart-png.ts')]);
  });

  it('stays out of what a PDF or a page is made with, until a picture is asked for', () => {
    for (const source of [
      'bin/termwise.ts',
      'src/cli/print-reports.ts',
      'src/report/draw-charts.ts',
      'src/report/html/render-html.ts',
      'src/report/pdf/render-pdf.ts',
      'src/report/pdf/renderer-thread.ts',
    ]) {
      const loaded = [...listLoaded(chunkOf(source))];
      expect(
        loaded.some((chunk) => loadsCanvas(outputs[chunk] as Output)),
        source,
      ).toBe(false);
    }
  });
});
