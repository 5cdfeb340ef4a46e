import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns } from '../../../src/report/pdf/fit-columns.ts';

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

describe('fitColumns', () => {
  it('gives every column its widest cell where all fit, and shares out the rest', () => {
    const widths = fitColumns(
      [
        { share: 0.5, least: 40, natural: 100 },
        { share: 0.5, least: 30, natural: 60 },
      ],
      400,
    );
    expect(widths).toEqual([220, 180]);
  });

  it('gives a column of long text what a column of short words cannot use', () => {
    const [short = 0, long = 0] = fitColumns(
      [
        { share: 0.5, least: 30, natural: 50 },
        { share: 0.5, least: 60, natural: 2000 },
      ],
      400,
    );
    expect(short).toBe(50);
    expect(long).toBe(350);
  });

  it('makes a column as wide as its widest word at the cost of the others', () => {
    const [narrow = 0] = fitColumns(
      [
        { share: 0.1, least: 90, natural: 300 },
        { share: 0.9, least: 60, natural: 2000 },
      ],
      400,
    );
    expect(narrow).toBeCloseTo(90, 6);
  });

  it('shares the shortage where even the words do not fit', () => {
    const need = { share: 0.5, least: 300, natural: 400 };
    expect(fitColumns([need, need], 400)).toEqual([200, 200]);
  });

  it('lets one very long word cost no other column the room for its own', () => {
    const long = { share: 0.2, least: 2000, natural: 2000 };
    const short = { share: 0.2, least: 60, natural: 400 };
    expect(fitColumns([short, long, short], 487)).toEqual([60, 367, 60]);
  });

  it('always fills the width, and respects words when it can', () => {
    const column = fc
      .record({
        share: fc.integer({ min: 1, max: 10 }),
        least: fc.integer({ min: 5, max: 120 }),
        more: fc.integer({ min: 0, max: 900 }),
      })
      .map(({ share, least, more }) => ({ share, least, natural: least + more }));
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
