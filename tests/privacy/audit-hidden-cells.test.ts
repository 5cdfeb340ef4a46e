import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import {
  atMost,
  atMostSum,
  type Cell,
  type CellSystem,
  type Relation,
  sumsTo,
} from '../../src/privacy/cell-system.ts';
import { eliminate } from '../../src/privacy/eliminate.ts';
import { hideCells } from '../../src/privacy/hide-cells.ts';

const THRESHOLD = 5;

function makeSystem(values: Readonly<Record<string, number>>, relations: readonly Relation[]): CellSystem {
  const cells = new Map<string, Cell>(
    Object.entries(values).map(([id, value]) => [id, { value, sensitive: true }]),
  );
  return { cells, relations };
}

const foundOut = (system: CellSystem, hidden: readonly string[]): string[] =>
  listFoundOut(auditHiddenCells(system, new Set(hidden), THRESHOLD));

describe('auditHiddenCells', () => {
  it('finds a lone hidden cell beside its total', () => {
    const system = makeSystem({ a: 3, b: 12, total: 15 }, [sumsTo('total', ['a', 'b'])]);
    expect(foundOut(system, ['a'])).toEqual(['a']);
    expect(foundOut(system, ['a', 'b'])).toEqual([]);
  });

  it('finds cells whose sum leaves them no room: two that are at most four and make eight', () => {
    const system = makeSystem({ a: 4, b: 4, total: 8 }, [sumsTo('total', ['a', 'b'])]);
    expect(foundOut(system, ['a', 'b'])).toEqual(['a', 'b']);
  });

  it('subtracts one table from another', () => {
    const system = makeSystem({ a: 2, b: 9, c: 3, x: 11, y: 12, all: 23 }, [
      sumsTo('x', ['a', 'b']),
      sumsTo('y', ['b', 'c']),
      sumsTo('all', ['a', 'b', 'b', 'c']),
    ]);
    expect(foundOut(system, ['a', 'b', 'c'])).toEqual([]);
    const third = { ...system, relations: [...system.relations, sumsTo('z', ['a', 'c'])] };
    const cells = new Map([...system.cells, ['z', { value: 5, sensitive: true }]]);
    expect(foundOut({ ...third, cells }, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('uses what includes what: a part that must be four because the whole is nine', () => {
    const system = makeSystem({ any: 9, racist: 5, other: 4 }, [atMostSum('any', ['racist', 'other'])]);
    expect(foundOut(system, ['other'])).toEqual(['other']);
    const parent = makeSystem({ all: 1, part: 1 }, [atMost('part', 'all')]);
    expect(foundOut(parent, ['all', 'part'])).toEqual([]);
  });

  it('sees that what two cells share out is not at its most in both', () => {
    // Fourteen pupils in the two upper bands; at least nine of those named were harmed, so the last band has few involvements.
    const values = { two: 13, six: 1, involved: 6, harmed: 14, inBands: 14, beyond: 20, named: 23 };
    const relations: Relation[] = [
      sumsTo('inBands', ['two', 'six']),
      sumsTo('beyond', ['involved', 'harmed']),
      atMostSum('named', ['two', 'six', 'harmed']),
      {
        terms: [
          ['six', 6],
          ['involved', -1],
        ],
        holds: 'at_most',
      },
    ];
    const system = makeSystem(values, relations);
    const hidden = new Set(['two', 'six', 'involved', 'harmed']);
    const found = listFoundOut(auditHiddenCells(system, hidden, Number.POSITIVE_INFINITY));
    expect(found).toEqual(['six', 'two']);
    const apart = { ...system, relations: relations.slice(0, 2).concat(relations.slice(3)) };
    expect(listFoundOut(auditHiddenCells(apart, hidden, Number.POSITIVE_INFINITY))).toEqual([]);
  });
});

describe('eliminate', () => {
  it('solves what can be solved and drops what is said twice', () => {
    const row = (weights: Record<string, number>, constant: number) => ({
      weights: new Map(Object.entries(weights)),
      constant,
    });
    const solved = eliminate([row({ a: 1, b: 1 }, 10), row({ a: 1, b: -1 }, 2), row({ a: 2, b: 2 }, 20)]);
    expect(solved).toHaveLength(2);
    expect(solved.map(({ weights, constant }) => [[...weights], constant])).toEqual([
      [[['a', 1]], 6],
      [[['b', 1]], 4],
    ]);
  });
});

describe('hideCells', () => {
  it('hides 1 to 4 and the next smallest, keeping nought and the total', () => {
    const system = makeSystem({ a: 3, b: 7, c: 0, d: 20, total: 30 }, [
      sumsTo('total', ['a', 'b', 'c', 'd']),
    ]);
    expect([...hideCells(system, THRESHOLD)].sort()).toEqual(['a', 'b']);
  });

  it('hides a further part where those hidden are few together, as what is shown of the total tells', () => {
    const places = ['hall', 'yard', 'gate', 'field', 'none'];
    const system = makeSystem({ hall: 2, yard: 2, gate: 6, field: 40, none: 0, total: 50 }, [
      sumsTo('total', places),
    ]);
    expect([...hideCells(system, THRESHOLD)].sort()).toEqual(['gate', 'hall', 'yard']);
    const enough = makeSystem({ hall: 2, yard: 3, gate: 6, field: 40, none: 0, total: 51 }, [
      sumsTo('total', places),
    ]);
    expect([...hideCells(enough, THRESHOLD)].sort()).toEqual(['hall', 'yard']);
    // Where the other parts are told elsewhere the sum goes; noughts would leave as few.
    const cells = new Map(system.cells);
    for (const id of ['gate', 'field'])
      cells.set(id, { value: cells.get(id)?.value ?? 0, sensitive: true, settled: true });
    const told = hideCells({ ...system, cells }, THRESHOLD);
    expect([...told].sort()).toEqual(['hall', 'total', 'yard']);
  });

  it('gives up the total when five ones make it', () => {
    const system = makeSystem({ a: 1, b: 1, c: 1, d: 1, e: 1, total: 5 }, [
      sumsTo('total', ['a', 'b', 'c', 'd', 'e']),
    ]);
    expect(hideCells(system, THRESHOLD).has('total')).toBe(true);
  });

  it('hides numbers that are not about pupils last, but does when they give one away', () => {
    const cells = new Map<string, Cell>([
      ['Not recorded', { value: 2, sensitive: false }],
      ['Hall', { value: 3, sensitive: true }],
      ['Yard', { value: 9, sensitive: true }],
      ['total', { value: 14, sensitive: true, keep: true }],
    ]);
    const hidden = hideCells(
      { cells, relations: [sumsTo('total', ['Not recorded', 'Hall', 'Yard'])] },
      THRESHOLD,
    );
    expect([...hidden].sort()).toEqual(['Hall', 'Yard']);
    const alone = new Map<string, Cell>([
      ['all', { value: 1, sensitive: true }],
      ['Not recorded', { value: 1, sensitive: false }],
    ]);
    const both = hideCells({ cells: alone, relations: [atMost('all', 'Not recorded')] }, THRESHOLD);
    expect([...both].sort()).toEqual(['Not recorded', 'all']);
  });

  it('ignores a relation that the numbers break', () => {
    const system = makeSystem({ part: 9, whole: 6 }, [atMost('part', 'whole')]);
    expect(hideCells(system, THRESHOLD).size).toBe(0);
  });

  it('stands by earlier decisions and takes others first', () => {
    const system = makeSystem({ a: 3, old: 6, fresh: 8, total: 17 }, [
      sumsTo('total', ['a', 'old', 'fresh']),
    ]);
    expect([...hideCells(system, THRESHOLD)].sort()).toEqual(['a', 'old']);
    const later = hideCells(system, THRESHOLD, new Set(), (id) => id === 'fresh');
    expect([...later].sort()).toEqual(['a', 'fresh']);
  });

  /** All whole-number answers that fit everything shown: the attack by trying each. */
  function everyAnswer(rows: number[][], hidden: ReadonlySet<string>): Map<string, Set<number>> {
    const [height, width] = [rows.length, rows[0]?.length ?? 0];
    const value = (id: string): number => {
      const [r = '', c = ''] = id.slice(1).split('_');
      const cells = rows.flatMap((row, i) =>
        row.filter((_, j) => (r === 't' || +r === i) && (c === 't' || +c === j)),
      );
      return cells.reduce((sum, each) => sum + each, 0);
    };
    const seen = new Map([...hidden].map((id) => [id, new Set<number>()]));
    const inner = [...hidden].filter((id) => !id.includes('t'));
    const grid = rows.map((row) => [...row]);
    const tryCell = (at: number): void => {
      const id = inner[at];
      if (id === undefined) {
        const sums = new Map<string, number>();
        for (let r = 0; r < height; r++)
          sums.set(
            `c${r}_t`,
            (grid[r] ?? []).reduce((s, x) => s + x, 0),
          );
        for (let c = 0; c < width; c++)
          sums.set(
            `ct_${c}`,
            grid.reduce((s, row) => s + (row[c] ?? 0), 0),
          );
        sums.set(
          'ct_t',
          grid.flat().reduce((s, x) => s + x, 0),
        );
        for (const [sum, now] of sums) {
          if (!hidden.has(sum) && now !== value(sum)) return;
          if (hidden.has(sum) && (now < 1 || (value(sum) < THRESHOLD && now >= THRESHOLD))) return;
        }
        for (const each of hidden)
          seen.get(each)?.add(sums.get(each) ?? grid[+(each[1] ?? 0)]?.[+(each[3] ?? 0)] ?? -1);
        return;
      }
      const row = grid[+(id[1] ?? 0)] ?? [];
      const c = +(id[3] ?? 0);
      const own = value(id);
      const [low, high] = own === 0 ? [0, 12] : own < THRESHOLD ? [1, THRESHOLD - 1] : [1, 12];
      const kept = row[c] ?? 0;
      for (let x = low; x <= high; x++) {
        row[c] = x;
        tryCell(at + 1);
      }
      row[c] = kept;
    };
    tryCell(0);
    return seen;
  }

  it('withstands trying every answer, in any small table with row and column totals', () => {
    const table = fc.array(fc.array(fc.nat(8), { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const width = 2;
        const values: Record<string, number> = { ct_t: rows.flat().reduce((s, x) => s + x, 0) };
        const relations: Relation[] = [];
        rows.forEach((row, r) => {
          row.forEach((x, c) => {
            values[`c${r}_${c}`] = x;
          });
          values[`c${r}_t`] = row.reduce((s, x) => s + x, 0);
          relations.push(
            sumsTo(
              `c${r}_t`,
              row.map((_, c) => `c${r}_${c}`),
            ),
          );
        });
        for (let c = 0; c < width; c++) {
          values[`ct_${c}`] = rows.reduce((s, row) => s + (row[c] ?? 0), 0);
          relations.push(
            sumsTo(
              `ct_${c}`,
              rows.map((_, r) => `c${r}_${c}`),
            ),
          );
        }
        relations.push(
          sumsTo(
            'ct_t',
            rows.map((_, r) => `c${r}_t`),
          ),
          sumsTo('ct_t', ['ct_0', 'ct_1']),
        );
        const hidden = hideCells(makeSystem(values, relations), THRESHOLD);
        for (const [id, value] of Object.entries(values)) {
          if (value > 0 && value < THRESHOLD) expect(hidden.has(id), id).toBe(true);
        }
        const answers = everyAnswer(rows, hidden);
        for (const [id, possible] of answers)
          expect(possible.size, `${id} in ${JSON.stringify(rows)}`).toBeGreaterThan(1);
      }),
      { numRuns: 120 },
    );
  });
});
