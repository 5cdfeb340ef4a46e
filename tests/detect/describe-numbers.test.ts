import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countOf,
  describeExpected,
  describeInterval,
  describeRatio,
} from '../../src/detect/describe-numbers.ts';

describe('numbers in words', () => {
  it('counts with the right noun', () => {
    expect(countOf(1, 'incident')).toBe('1 incident');
    expect(countOf(3, 'incident')).toBe('3 incidents');
    expect(countOf(2, 'child', 'children')).toBe('2 children');
  });

  it.each([
    [0.2, 'fewer than 1'],
    [1.1, 'about 1'],
    [3.4, '3 or 4'],
    [3.9, 'about 4'],
    [12.4, 'about 12'],
  ])('expects %f as %s', (expected, words) => {
    expect(describeExpected(expected)).toBe(words);
  });

  it.each([
    [0.1, 'less than a fifth of'],
    [0.2, 'about a fifth of'],
    [0.25, 'about a quarter of'],
    [0.59, 'about three fifths of'],
    [0.74, 'about three quarters of'],
    [1.2, 'about a fifth more than'],
    [1.25, 'about a quarter more than'],
    [1.84, 'nearly twice'],
    [0.5, 'about half'],
    [1, 'about the same as'],
    [1.5, 'about one and a half times'],
    [2, 'about twice'],
    [3.8, 'about 4 times'],
    [22, 'more than ten times'],
  ])('says a ratio of %f as %s', (ratio, words) => {
    expect(describeRatio(ratio)).toBe(words);
  });

  it.each([
    [0.93, [0.88, 0.99], 'a little less than'],
    [1.08, [1.02, 1.15], 'a little more than'],
    [0.93, [0.8, 1.08], 'about the same as'],
    [1, [0.9, 1.1], 'about the same as'],
    [0.93, [0.8, 1], 'about the same as'],
    [1.08, [0.9, null], 'about the same as'],
    [1.1, [1.01, null], 'a little more than'],
    [0.8, [0.7, 0.92], 'about four fifths of'],
    [1.2, [1.05, 1.4], 'about a fifth more than'],
  ] as const)('says %f beside the interval %j as %s', (ratio, interval, words) => {
    expect(describeRatio(ratio, interval)).toBe(words);
  });

  it('keeps an end that only rounds to 1 on its side of it', () => {
    expect(describeInterval([0.88, 0.998])).toBe('between 0.88 and just under 1 times');
    expect(describeInterval([1.004, 1.3])).toBe('between just over 1 and 1.3 times');
    expect(describeInterval([0.9, 1])).toBe('between 0.9 and 1 times');
  });

  it('says an interval in words, open ends included', () => {
    expect(describeInterval([1.62, 7.96])).toBe('between 1.6 and 8 times');
    expect(describeInterval([1.62, null])).toBe('at least 1.6 times');
    expect(describeInterval([0, 0.71])).toBe('at most 0.71 times');
    expect(describeInterval([12.4, 41.2])).toBe('between 12 and 41 times');
    expect(describeInterval([0.0027, 0.44])).toBe('at most 0.44 times');
    expect(describeInterval([1.4, 81])).toBe('at least 1.4 times');
  });

  it('never says a ratio that is further off than a sixth of itself', () => {
    const meant: Readonly<Record<string, number>> = {
      'about a fifth of': 1 / 5,
      'about a quarter of': 1 / 4,
      'about a third of': 1 / 3,
      'about two fifths of': 2 / 5,
      'about half': 1 / 2,
      'about three fifths of': 3 / 5,
      'about two thirds of': 2 / 3,
      'about three quarters of': 3 / 4,
      'about four fifths of': 4 / 5,
      'about the same as': 1,
      'about a fifth more than': 6 / 5,
      'about a quarter more than': 5 / 4,
      'about a third more than': 4 / 3,
      'about one and a half times': 3 / 2,
      'nearly twice': 1.85,
      'about twice': 2,
      'about two and a half times': 5 / 2,
    };
    fc.assert(
      fc.property(fc.double({ min: 0.175, max: 2.74, noNaN: true }), (ratio) => {
        const said = meant[describeRatio(ratio)] ?? Number.NaN;
        expect(Math.abs(Math.log(ratio / said))).toBeLessThan(0.17);
      }),
    );
  });

  it('never gives a percentage', () => {
    const words = [0.1, 0.4, 1.3, 2.5, 9].map((ratio) => describeRatio(ratio)).join(' ');
    expect(words).not.toMatch(/%|per cent/);
  });
});
