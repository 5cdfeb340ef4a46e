import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';
import { expectedChanceListed } from '../../src/statistics/expected-chance-listed.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

describe('expectedChanceListed', () => {
  it.each([0.05, 0.1, 0.3])('agrees with 4,000 families of 200 chances at level %f', (level) => {
    const random = createRandom(`families ${level}`);
    let listed = 0;
    for (let family = 0; family < 4000; family += 1) {
      const p = Array.from({ length: 200 }, () => random());
      listed += benjaminiHochberg(p).filter((q) => q <= level).length;
    }
    const expected = expectedChanceListed(level);
    // Four standard errors: the count's spread is about three times the square root of its mean at .3.
    expect(Math.abs(listed / 4000 - expected)).toBeLessThan(4 * 3 * Math.sqrt(expected / 4000));
  });

  it('is nothing at level 0', () => {
    expect(expectedChanceListed(0)).toBe(0);
  });
});
