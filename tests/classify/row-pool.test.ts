import { expect, it } from 'vitest';
import { openRowPool } from '../../src/classify/row-pool.ts';

it('keeps rows when it grows, and opens rows of zeros after it was cleared', () => {
  const pool = openRowPool((length) => new Int32Array(length));
  const places = Array.from({ length: 5000 }, (_, row) => {
    const at = pool.take(7);
    pool.numbers.fill(row + 1, at, at + 7);
    return at;
  });
  expect(new Set(places).size).toBe(5000);
  for (const [row, at] of places.entries())
    expect([...pool.numbers.subarray(at, at + 7)]).toEqual(Array.from({ length: 7 }, () => row + 1));
  pool.clear();
  expect(pool.take(7)).toBe(0);
  expect(pool.numbers.every((value) => value === 0)).toBe(true);
});
