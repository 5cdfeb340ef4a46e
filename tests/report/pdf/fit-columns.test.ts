import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnNeed, fitColumns } from '../../../src/report/pdf/fit-columns.ts';

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** A column whose header is no longer than its cells. */
const need = (share: number, least: number, natural: number, body = natural): ColumnNeed => ({
  share,
  least,
  body,
  natural,
});

describe('fitColumns', () => {
  it('gives every column its widest cell where all fit, and shares out the rest', () => {
    const widths = fitColumns([need(0.5, 40, 100), need(0.5, 30, 60)], 400);
    expect(widths).toEqual([220, 180]);
  });

  it('gives a column of long text what a column of short words cannot use', () => {
    const [short = 0, long = 0] = fitColumns([need(0.5, 30, 50), need(0.5, 60, 2000)], 400);
    expect(short).toBe(50);
    expect(long).toBe(350);
  });

  it('makes a column as wide as its widest word at the cost of the others', () => {
    const [narrow = 0] = fitColumns([need(0.1, 90, 300), need(0.9, 60, 2000)], 400);
    expect(narrow).toBeCloseTo(90, 6);
  });

  it('shares the shortage where even the words do not fit', () => {
    const wide = need(0.5, 300, 400);
    expect(fitColumns([wide, wide], 400)).toEqual([200, 200]);
  });

  it('lets one very long word cost no other column the room for its own', () => {
    const long = need(0.2, 2000, 2000);
    const short = need(0.2, 60, 400);
    expect(fitColumns([short, long, short], 487)).toEqual([60, 367, 60]);
  });

  it('breaks headers before it breaks a name below them', () => {
    const [names = 0, ...numbers] = fitColumns(
      [need(0.3, 60, 180), ...Array.from({ length: 4 }, () => need(0.175, 50, 120, 30))],
      400,
    );
    expect(names).toBe(180);
    expect(numbers).toEqual([55, 55, 55, 55]);
  });

  it('gives a cell what it is short of by little before a long text gets more', () => {
    const widths = fitColumns([need(0.1, 20, 45), need(0.3, 20, 70), need(0.6, 60, 900)], 400);
    expect(widths[0]).toBe(45);
    expect(widths[2]).toBeCloseTo(285, 6);
    expect(total(widths)).toBeCloseTo(400, 6);
  });

  it('always fills the width, and respects words when it can', () => {
    const column = fc
      .record({
        share: fc.integer({ min: 1, max: 10 }),
        least: fc.integer({ min: 5, max: 120 }),
        more: fc.integer({ min: 0, max: 900 }),
        head: fc.integer({ min: 0, max: 200 }),
      })
      .map(({ share, least, more, head }) => need(share, least, least + more + head, least + more));
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 10 }), (columns) => {
        const widths = fitColumns(columns, 487);
        expect(total(widths)).toBeCloseTo(487, 6);
        if (total(columns.map(({ least }) => least)) < 487) {
          widths.forEach((width, index) => {
            expect(width).toBeGreaterThanOrEqual((columns[index]?.least ?? 0) - 1e-6);
          });
        }
      }),
    );
  });
});
