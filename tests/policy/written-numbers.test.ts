import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, WRITTEN_NUMBER } from '../../src/policy/written-numbers.ts';

const whole = new RegExp(`^${WRITTEN_NUMBER}$`, 'i');

describe('numbers in words and figures', () => {
  it.each([
    ['3', 3],
    ['1.5', 1.5],
    ['a', 1],
    ['fourteen', 14],
    ['Twenty-five', 25],
    ['half', 0.5],
    ['half a', 0.5],
    ['½', 0.5],
    ['2½', 2.5],
    ['2 1/2', 2.5],
    ['two and a half', 2.5],
    ['forty two', 42],
  ])('%s', (written, value) => {
    expect(written).toMatch(whole);
    expect(readNumber(written)).toBe(value);
  });

  it('are read as figures are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (value) => {
        expect(readNumber(String(value))).toBe(value);
        expect(readNumber(`${value} and a half`)).toBe(value + 0.5);
      }),
    );
  });
});
