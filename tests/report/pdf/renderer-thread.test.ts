import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../helpers/run-built.ts';
import { demoReport } from '../helpers/demo-report.ts';

describe('renderer-thread', () => {
  it('does nothing in the first thread', async () => {
    await expect(import('../../../src/report/pdf/renderer-thread.ts')).resolves.toBeDefined();
  });

  it('answers each document in a thread of its own, as it is built', async () => {
    const thread = new Worker(`${ROOT}/dist/renderer-thread.js`);
    const answer = new Promise((resolve) => thread.once('message', resolve));
    thread.postMessage({ document: demoReport(), options: {} });
    expect(await answer).toMatchObject({ kind: 'drawn', bytes: expect.any(Uint8Array) });
    await thread.terminate();
  });
});
