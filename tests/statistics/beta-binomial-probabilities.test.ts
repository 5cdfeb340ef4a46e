import { describe, expect, it } from 'vitest';
import { betaBinomialProbabilities } from '../../src/statistics/beta-binomial-probabilities.ts';
import { binomialProbability } from '../../src/statistics/binomial-probability.ts';

describe('betaBinomialProbabilities', () => {
  it('agrees with scipy.stats.betabinom(6, 25, 75).pmf', () => {
    const expected = [0.18672215593917987, 0.35010404238596293, 0.28806028803908285, 0.13295090217188438];
    const got = betaBinomialProbabilities(6, 25, 75);
    expected.forEach((chance, k) => {
      expect(got[k]).toBeCloseTo(chance, 12);
    });
    expect((got[6] ?? 0) / 0.0003689546567449411).toBeCloseTo(1, 10);
  });

  it('becomes the binomial at a huge shape, where log-gammas would fail', () => {
    const got = betaBinomialProbabilities(22, 1e12, 3e12);
    expect((got[11] ?? 0) / binomialProbability(11, 22, 0.25)).toBeCloseTo(1, 9);
  });

  it('sums to 1, also with more at the ends than in the middle', () => {
    for (const shape of [0.1, 1, 40])
      expect(betaBinomialProbabilities(50, shape, shape).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect([...betaBinomialProbabilities(0, 2, 3)]).toEqual([1]);
  });
});
