import { expect, it, vi } from 'vitest';

const port = vi.hoisted(() => ({
  said: [] as unknown[],
  hear: [] as ((message: unknown) => void)[],
}));

vi.mock('node:worker_threads', () => ({
  parentPort: {
    postMessage: (reply: unknown) => port.said.push(reply),
    on: (_: string, hear: (message: unknown) => void) => port.hear.push(hear),
  },
}));

it('builds its engine anew with the overrides that it is told, and says when it is ready', async () => {
  await import('../../src/classify/classify-worker.ts');
  const [hear] = port.hear;
  expect(port.said).toEqual([]);
  const overrides = [{ category: 'Zebra', code: 'no_such_code', note: '' }];
  expect(() => hear?.({ setup: { overrides } })).toThrow('no_such_code');
  expect(port.said).toEqual([]);
  hear?.({ setup: { overrides: [] } });
  expect(port.said).toEqual([{ part: null, packed: null }]);
});
