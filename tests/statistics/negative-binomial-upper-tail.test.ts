import { describe, expect, it } from 'vitest';
import { negativeBinomialUpperTail } from '../../src/statistics/negative-binomial-upper-tail.ts';

describe('negativeBinomialUpperTail', () => {
  it('agrees with R for sizes that are not whole', () => {
    // pnbinom(7, size = .6, mu = 2, lower.tail = FALSE)
    expect(negativeBinomialUpperTail(8, 2, 0.6)).toBeCloseTo(0.0567302192024646, 12);
    // scipy.stats.nbinom.sf(29, .6, .6 / 2.6)
    expect(negativeBinomialUpperTail(30, 2, 0.6) / 0.00011327024734421968).toBeCloseTo(1, 10);
  });

  it('knows its ends', () => {
    expect(negativeBinomialUpperTail(0, 2, 1)).toBe(1);
    expect(negativeBinomialUpperTail(1, 0, 1)).toBe(0);
  });
});
