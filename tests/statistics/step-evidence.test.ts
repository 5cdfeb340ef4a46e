import { describe, expect, it } from 'vitest';
import { stepEvidence } from '../../src/statistics/step-evidence.ts';

const options = { minSegment: 4, dispersion: 1, share: 0.2 };
const flat = new Array<number>(40).fill(3);
const even = new Array<number>(40).fill(1);
const doubled = flat.map((count, at) => (at >= 20 ? count * 2 : count));

describe('stepEvidence', () => {
  it('is the mean likelihood ratio over starts and sizes', () => {
    // Two starts in nine periods; by hand for each size r: r^after / ((a + r b) / 9)^total.
    const counts = [1, 0, 2, 1, 3, 4, 2, 5, 4];
    const sizes = [1.5, 2, 2.8, 4].flatMap((size) => [size, 1 / size]);
    const ratios = [4, 5].flatMap((start) => {
      const after = counts.slice(start).reduce((sum, one) => sum + one, 0);
      return sizes.map((size) => size ** after / ((start + size * (9 - start)) / 9) ** 22);
    });
    const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
    const { logFactor } = stepEvidence(counts, new Array<number>(9).fill(1), options);
    expect(logFactor).toBeCloseTo(Math.log(mean), 12);
  });

  it('speaks for a step where there is one, up or down alike, and against one where there is none', () => {
    const up = stepEvidence(doubled, even, options);
    expect(up.logFactor).toBeGreaterThan(3);
    expect(stepEvidence(doubled.toReversed(), even, options).logFactor).toBeCloseTo(up.logFactor, 10);
    expect(stepEvidence(flat, even, options).logFactor).toBeLessThan(-1);
    expect(up.level[0]).toBe(1);
    expect(up.level[39]).toBeCloseTo(2, 0);
    expect(stepEvidence(flat, even, options).level[39]).toBeCloseTo(1, 1);
  });

  it('sees no step in what the exposure explains, nor in one bad week', () => {
    const explained = even.map((one, at) => (at >= 20 ? 2 : one));
    expect(stepEvidence(doubled, explained, options).logFactor).toBeLessThan(-1);
    const burst = flat.map((count, at) => (at === 20 ? count + 9 : count));
    expect(stepEvidence(burst, even, options).logFactor).toBeLessThan(0);
  });

  it('believes uneven counts less, and passes over periods without exposure', () => {
    const certain = stepEvidence(doubled, even, options).logFactor;
    expect(stepEvidence(doubled, even, { ...options, dispersion: 2 }).logFactor).toBeLessThan(certain);
    const gaps = [0, 0, ...even.slice(0, 20), 0, ...even.slice(20)];
    const counts = [0, 0, ...doubled.slice(0, 20), 0, ...doubled.slice(20)];
    expect(stepEvidence(counts, gaps, options).logFactor).toBeCloseTo(certain, 12);
  });

  it('has nothing to say of a series too short for two sides, or with nothing in it', () => {
    const short = stepEvidence(flat.slice(0, 7), even.slice(0, 7), options);
    expect(short.logFactor).toBe(Number.NEGATIVE_INFINITY);
    expect([...short.level]).toEqual(new Array(7).fill(1));
    expect(
      stepEvidence(
        flat.map(() => 0),
        even,
        options,
      ).logFactor,
    ).toBeCloseTo(0, 12);
  });
});
