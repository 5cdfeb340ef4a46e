import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/incident/compare-text.ts';

describe('text in one order', () => {
  it('is by code point, whatever the machine’s language', () => {
    expect(['é', 'z', 'a', 'B'].sort(compareText)).toEqual(['B', 'a', 'z', 'é']);
    expect(compareText('a', 'a')).toBe(0);
  });
});
