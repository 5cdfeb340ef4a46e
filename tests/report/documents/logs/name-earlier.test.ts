import { describe, expect, it } from 'vitest';
import { nameEarlier } from '../../../../src/report/documents/logs/name-earlier.ts';

describe('nameEarlier', () => {
  it('names a few, and of many how many and the latest', () => {
    expect(nameEarlier([])).toBe('–');
    expect(nameEarlier(['1', '2', '3', '4'])).toBe('1, 2, 3, 4');
    expect(nameEarlier(Array.from({ length: 1200 }, (_, index) => String(index)))).toBe(
      '1,200, the latest 1197, 1198, 1199',
    );
  });
});
