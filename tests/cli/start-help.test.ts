import { mkdtempSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LARGE_EXPORT } from '../../src/classify/start-workers.ts';
import { startHelp } from '../../src/cli/start-help.ts';

const place = globalThis as { TERMWISE_WORKER?: string };
const folder = mkdtempSync(join(tmpdir(), 'termwise-help-'));
const small = join(folder, 'small.csv');
const half = join(folder, 'half.csv');
writeFileSync(small, 'Date,Category\n');
writeFileSync(half, 'x'.repeat(LARGE_EXPORT / 2));

beforeEach(() => {
  place.TERMWISE_WORKER = 'data:text/javascript,';
});
afterEach(() => {
  delete place.TERMWISE_WORKER;
});

it('starts nobody for a small export, nor for what cannot be read', async () => {
  expect(await startHelp([small])).toEqual([]);
  expect(await startHelp([half])).toEqual([]);
  expect(await startHelp([join(folder, 'missing.csv')])).toEqual([]);
});

it('starts a thread for each other core where the exports are large together', async () => {
  const helpers = await startHelp([half, join(folder, 'missing.csv'), half]);
  expect(helpers).toHaveLength(Math.min(7, availableParallelism() - 1));
  for (const helper of helpers) await helper.terminate();
});
