import { describe, expect, it } from 'vitest';
import type { TrustAnalysis } from '../../src/incident/trust-analysis.ts';
import { atMost, type Cell, type Relation, sumsTo } from '../../src/privacy/cell-system.ts';
import { cutLinks } from '../../src/privacy/cut-links.ts';
import { type Decision, listSmallFound } from '../../src/privacy/decide-table.ts';
import { listFoundByHeads } from '../../src/privacy/list-found-by-heads.ts';

const trust = { funnels: [], schools: [] } as unknown as TrustAnalysis;

function decide(
  values: Readonly<Record<string, number>>,
  relations: readonly Relation[],
  hidden: readonly string[],
): Decision {
  const cells = new Map(
    Object.entries(values).map(([id, value]): [string, Cell] => [id, { value, sensitive: true }]),
  );
  return { trust, system: { cells, relations: [...relations] }, hidden: new Set(hidden), threshold: 5 };
}

describe('cutLinks', () => {
  it('leaves alone what nobody can work out', () => {
    const all = ['a.0', 'a.1', 'a.2'];
    const decision = decide({ a: 9, 'a.0': 3, 'a.1': 4, 'a.2': 2 }, [sumsTo('a', all)], all);
    cutLinks(decision);
    expect([...decision.hidden].sort()).toEqual(all);
  });

  it('hides the sum where the head of one hidden school would be left with the number of the other', () => {
    const sums = [sumsTo('a', ['f', 'a.2', 'a.3']), sumsTo('f', ['a.0', 'a.1'])];
    const values = { a: 31, f: 9, 'a.0': 3, 'a.1': 6, 'a.2': 4, 'a.3': 18 };
    const two = decide(values, sums, ['a.0', 'a.2', 'f']);
    expect(listSmallFound(two)).toEqual([]);
    expect(listFoundByHeads(two)).toEqual(['a.0', 'a.2']);
    cutLinks(two);
    expect(two.hidden.has('a')).toBe(true);
    expect(listFoundByHeads(two)).toEqual([]);

    const large = decide({ a: 15, 'a.0': 6, 'a.1': 9 }, [sumsTo('a', ['a.0', 'a.1'])], ['a.0', 'a.1']);
    cutLinks(large);
    expect(large.hidden.has('a')).toBe(false);
    const ones = decide(
      { a: 5, 'a.0': 3, 'a.1': 1, 'a.2': 1 },
      [sumsTo('a', ['a.0', 'a.1', 'a.2'])],
      ['a.0', 'a.1', 'a.2'],
    );
    expect(listFoundByHeads(ones)).toEqual(['a.1', 'a.2']);
  });

  it('hides the sum of a small number that comes out', () => {
    const decision = decide({ a: 9, 'a.0': 3, 'a.1': 6 }, [sumsTo('a', ['a.0', 'a.1'])], ['a.0']);
    expect(listSmallFound(decision)).toEqual(['a.0']);
    cutLinks(decision);
    expect(decision.hidden.has('a')).toBe(true);
    expect(listSmallFound(decision)).toEqual([]);
  });

  it('hides the whole column where another table tells the same, and at last what it is a part of', () => {
    const twice = decide(
      { a: 9, 'a.0': 3, 'a.1': 6, 'b.0': 10, c: 7 },
      [sumsTo('a', ['a.0', 'a.1']), sumsTo('b.0', ['a.0', 'c'])],
      ['a', 'a.0'],
    );
    expect(listSmallFound(twice)).toEqual(['a.0']);
    cutLinks(twice);
    expect(twice.hidden.has('a.1')).toBe(true);

    const part = decide(
      { 'excluded.all.0': 9, 'excluded.suspensions.0': 3, other: 6, 'm.exclusion.suspension.0': 3 },
      [sumsTo('excluded.all.0', ['excluded.suspensions.0', 'other']), atMost('other', 'excluded.all.0')],
      ['excluded.suspensions', 'excluded.suspensions.0'],
    );
    expect(listSmallFound(part)).toEqual(['excluded.suspensions.0']);
    cutLinks(part);
    expect(part.hidden.has('excluded.all.0')).toBe(true);
    expect(listSmallFound(part)).toEqual([]);
  });
});
