import { expect, it, vi } from 'vitest';

const heard: string[] = [];

vi.mock('node:worker_threads', () => ({
  parentPort: { postMessage: () => undefined, on: (event: string) => heard.push(event) },
  workerData: { options: { files: [], config: { files: { categories: null } } }, labels: 'recorded' },
}));

it('waits for the schools that it is given', async () => {
  await import('../../src/pipeline-schools/school-worker.ts');
  expect(heard).toEqual(['message']);
});
