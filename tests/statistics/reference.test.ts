import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceFunctions } from './reference-functions.ts';

/** 194 numbers from R and scipy that live beside a developer's checkout; each function's own test holds copies. */
const FILE = '../shared/eval/statistics/reference.json';

interface Case {
  readonly id: string;
  readonly fn: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tol: number;
}

const RELATIVE = /Tail$|^poissonRateTest$|^fisherExact$/;

/** meta.compare of the file: absolute at size 1, relative above; small tails relative too. */
const agrees = (fn: string, key: string, got: unknown, expected: unknown, tol: number): boolean => {
  if (Array.isArray(expected))
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((value, i) => agrees(fn, key, got[i], value, tol))
    );
  if (expected === 'Infinity') return got === Number.POSITIVE_INFINITY;
  if (expected === null || typeof expected === 'boolean') return got === expected;
  if (typeof expected !== 'number' || typeof got !== 'number') return false;
  const difference = Math.abs(got - expected);
  if (difference > tol * Math.max(1, Math.abs(expected)) || Number.isNaN(difference)) return false;
  const smallTail = key.startsWith('p') && expected < 1e-3 && RELATIVE.test(fn);
  return !smallTail || difference <= 1e-6 * expected;
};

/** What differs, with what was got and what was to be expected. */
const findWrong = ({ fn, input, expected, tol }: Case): Readonly<Record<string, readonly unknown[]>> => {
  const got = referenceFunctions[fn]?.(input) ?? {};
  return Object.fromEntries(
    Object.entries(expected)
      .filter(([key, value]) => !agrees(fn, key, got[key], value, tol))
      .map(([key, value]) => [key, [got[key], value]]),
  );
};

/** Numbers of the same kinds at the edges, worked out with other libraries; these are always here. */
const EDGES: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('edge-reference.json', import.meta.url), 'utf8'),
);

describe('reference numbers at the edges', () => {
  it('are many, of most functions', () => {
    expect(EDGES.cases.length).toBeGreaterThanOrEqual(250);
    expect(new Set(EDGES.cases.map(({ fn }) => fn)).size).toBeGreaterThanOrEqual(25);
  });

  it.each(EDGES.cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect(findWrong(one)).toEqual({});
  });
});

describe.skipIf(!existsSync(FILE))('reference numbers from R and scipy', () => {
  const { cases }: { cases: Case[] } = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, 'utf8'))
    : { cases: [] };

  it('covers every function the file names', () => {
    expect(Object.keys(referenceFunctions).toSorted()).toEqual(
      expect.arrayContaining([...new Set(cases.map(({ fn }) => fn))]),
    );
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect(findWrong(one)).toEqual({});
  });
});
