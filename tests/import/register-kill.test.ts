import { expect, test } from 'vitest';
import { killRegister } from './kill-register.ts';

/** 200 moments with `npm run kill-register`. */
test('a register whose writer is killed is the old file or the new one', { timeout: 300_000 }, async () => {
  const counts = await killRegister(8);
  expect(counts.broken).toBe(0);
  expect(counts.old + counts.new).toBe(8);
});
