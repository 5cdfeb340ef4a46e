import { describe, expect, it } from 'vitest';
import { shuffleGroups } from '../../src/count/shuffle-groups.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

const shuffle = (pupils: { count: number; days: number }[], groups: string[]): Map<string, number> =>
  shuffleGroups(pupils, [groups])[0] ?? new Map();

describe('shuffleGroups', () => {
  it('equals the share of all splits when they can be counted: 2 of 6 pairs of four pupils', () => {
    // Counts 9, 9, 0, 0 in pairs: only {1, 2} and {3, 4} are as far apart as the real split.
    const pupils = [9, 9, 0, 0].map((count) => ({ count, days: 60 }));
    const p = shuffle(pupils, ['a', 'a', 'b', 'b']);
    expect(p.get('a')).toBeGreaterThan(1 / 3 - 0.05);
    expect(p.get('a')).toBeLessThan(1 / 3 + 0.05);
    expect(p.get('b')).toBe(p.get('a'));
  });

  it('is not fooled by one child with many incidents', () => {
    const pupils = Array.from({ length: 100 }, (_, i) => ({
      count: i === 0 ? 40 : i % 5 === 0 ? 1 : 0,
      days: 60,
    }));
    const groups = pupils.map((_, i) => (i < 15 ? 'small' : 'rest'));
    expect(shuffle(pupils, groups).get('small')).toBeGreaterThan(0.05);
  });

  it('finds a group whose pupils all have more', () => {
    const random = createRandom(5);
    const pupils = Array.from({ length: 200 }, (_, i) => ({
      count: Math.floor(random() * (i < 40 ? 8 : 3)),
      days: 60,
    }));
    const groups = pupils.map((_, i) => (i < 40 ? 'more' : 'rest'));
    expect(shuffle(pupils, groups).get('more')).toBe(1 / 1000);
  });

  it('gives the same answer every time, and 1 when there is one group', () => {
    const pupils = Array.from({ length: 30 }, (_, i) => ({ count: i % 4, days: 50 }));
    const groups = pupils.map((_, i) => (i % 3 === 0 ? 'a' : 'b'));
    expect([...shuffle(pupils, groups)]).toEqual([...shuffle(pupils, groups)]);
    expect(
      shuffle(
        pupils,
        pupils.map(() => 'all'),
      ).get('all'),
    ).toBe(1);
  });
});
