import { expect, it, vi } from 'vitest';

const said: unknown[] = [];

vi.mock('node:worker_threads', () => ({
  parentPort: { postMessage: (reply: unknown) => said.push(reply), on: () => undefined },
  workerData: { overrides: [{ category: 'Zebra', code: 'no_such_code', note: '' }] },
}));

it('builds its engine with the overrides that it is given', async () => {
  await expect(import('../../src/classify/classify-worker.ts')).rejects.toThrow('no_such_code');
  expect(said).toEqual([]);
});
