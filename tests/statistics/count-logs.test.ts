import { describe, expect, it } from 'vitest';
import { countLogs } from '../../src/statistics/count-logs.ts';

describe('countLogs', () => {
  it('holds x ln x up to the number asked for, also after growing', () => {
    for (const most of [0, 3, 700, 20, 2000]) {
      const logs = countLogs(most);
      expect(logs.length).toBeGreaterThan(most);
      expect(logs[0]).toBe(0);
      expect(logs[most]).toBe(most === 0 ? 0 : most * Math.log(most));
    }
  });
});
