import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/statistics/seeded-random.ts';

const draw = (seed: string | number, n: number) => {
  const random = createRandom(seed);
  return Array.from({ length: n }, random);
};

describe('createRandom', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(draw('school', 50)).toEqual(draw('school', 50));
    expect(draw('school', 5)).not.toEqual(draw('schoom', 5));
    expect(draw(7, 3)).toEqual(draw('7', 3));
  });

  it('keeps to the stream it has always given, so that findings repeat between versions', () => {
    expect(draw('termwise', 3)).toMatchInlineSnapshot(`
      [
        0.6580993011593819,
        0.29382417467422783,
        0.4697259592358023,
      ]
    `);
  });

  it('is even over tenths, and neighbours do not hang together', () => {
    const numbers = draw('even', 50_000);
    const tenths = new Array<number>(10).fill(0);
    for (const u of numbers) tenths[Math.floor(u * 10)] = (tenths[Math.floor(u * 10)] ?? 0) + 1;
    const chi2 = tenths.reduce((sum, n) => sum + (n - 5000) ** 2 / 5000, 0);
    expect(chi2).toBeLessThan(27.9); // 99.9 % point with 9 degrees of freedom
    const lag = numbers.slice(1).reduce((sum, u, i) => sum + (u - 0.5) * ((numbers[i] ?? 0) - 0.5), 0);
    expect(Math.abs((lag * 12) / 50_000)).toBeLessThan(0.015);
    expect(Math.min(...numbers.slice(0, 9999))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers.slice(0, 9999))).toBeLessThan(1);
  });
});
