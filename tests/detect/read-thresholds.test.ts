import { expect, it } from 'vitest';
import { readThresholds } from '../../src/detect/read-thresholds.ts';

it('holds a number (or some of one kind) for every threshold, error limits between 0 and 1', () => {
  for (const [detector, limits] of Object.entries(readThresholds())) {
    for (const [name, value] of Object.entries(limits as Record<string, unknown>)) {
      const numbers = typeof value === 'object' && value !== null ? Object.values(value) : [value];
      for (const one of numbers) {
        expect(Number.isFinite(one), `${detector}.${name}`).toBe(true);
        expect(one).toBeGreaterThan(0);
      }
      if (/^q_|error|share/.test(name)) expect(value).toBeLessThanOrEqual(1);
    }
  }
  expect(readThresholds().hotspot.window_weeks).toEqual([6, 9, 13, 19, 26, 38]);
});
