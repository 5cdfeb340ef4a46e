import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates, settleUnclear } from '../../src/count/compare-rates.ts';

const day = (count: number, days = 60) => ({ count, days });

describe('compareRates', () => {
  it('agrees with R poisson.test(c(40, 20), c(60, 60)): interval 1.14 to 3.61', () => {
    const { ratio, interval, p, verdict } = compareRates(day(40), day(20), 1);
    expect(ratio).toBe(2);
    expect(interval?.[0]).toBeCloseTo(1.144, 2);
    expect(interval?.[1]).toBeCloseTo(3.608, 2);
    expect(p).toBeGreaterThan(0.005);
    expect(p).toBeLessThan(0.0138);
    expect(verdict).toBe('up');
  });

  it('needs eight against one to speak, as detection.md 5 has it, and six in all', () => {
    expect(compareRates(day(9), day(1), 1).verdict).toBe('up');
    expect(compareRates(day(4), day(2), 1).verdict).toBe('too_few');
    expect(compareRates(day(5), day(0), 1)).toMatchObject({ verdict: 'too_few', ratio: null, p: null });
  });

  it('says no clear change only where a doubling would have shown', () => {
    expect(compareRates(day(11), day(10), 1).verdict).toBe('too_few');
    expect(compareRates(day(101), day(100), 1).verdict).toBe('no_clear_change');
    expect(settleUnclear(60, 60, 20, 1)).toBe('too_few');
    expect(settleUnclear(60, 60, 60, 1)).toBe('no_clear_change');
  });

  it('is harder to convince when weeks vary more than chance', () => {
    const plain = compareRates(day(120), day(90), 1);
    const wobbly = compareRates(day(120), day(90), 4);
    expect(plain.verdict).toBe('up');
    expect(wobbly.verdict).not.toBe('up');
    expect(wobbly.p ?? 0).toBeGreaterThan(plain.p ?? 1);
    expect((wobbly.interval?.[0] ?? 9) < (plain.interval?.[0] ?? 0)).toBe(true);
    expect(compareRates(day(5), day(5), 12).verdict).toBe('too_few');
  });

  it('calls no change whose own interval holds none: 7 against 1 has p 0.04 and an interval from 0.9', () => {
    const { p, interval, verdict } = compareRates(day(7), day(1), 1);
    expect(p).toBeCloseTo(0.039, 3);
    expect(interval?.[0]).toBeLessThan(1);
    expect(verdict).toBe('too_few');
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 20, max: 80 }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (a, b, days, D) => {
          const { verdict: told, interval: range } = compareRates(day(a, days), day(b, 60), D);
          const [low, high] = range ?? [0, null];
          if (told === 'up') expect(low).toBeGreaterThan(1);
          if (told === 'down') expect(high ?? Number.POSITIVE_INFINITY).toBeLessThan(1);
        },
      ),
    );
  });

  it('compares by the day, so a longer term is not a rise', () => {
    expect(compareRates(day(150, 75), day(120, 60), 1)).toMatchObject({
      ratio: 1,
      verdict: 'no_clear_change',
    });
    expect(compareRates(day(60, 50), day(65, 100), 1).verdict).toBe('up');
    expect(compareRates(day(9, 0), day(9), 1).verdict).toBe('no_comparison');
  });

  it('judges half an incident alike on both sides', () => {
    expect(settleUnclear(56, 60, 121, 3.3)).toBe(settleUnclear(60, 56, 121, 3.3));
  });

  it('keeps its verdict, mirrored, when the periods change places', () => {
    const mirror = {
      up: 'down',
      down: 'up',
      no_clear_change: 'no_clear_change',
      too_few: 'too_few',
      no_comparison: 'no_comparison',
    };
    fc.assert(
      fc.property(
        fc.nat(80),
        fc.nat(80),
        fc.integer({ min: 20, max: 80 }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (a, b, days, D) => {
          const there = compareRates(day(a, days), day(b, 60), D).verdict;
          expect(compareRates(day(b, 60), day(a, days), D).verdict).toBe(mirror[there]);
        },
      ),
    );
  });
});
