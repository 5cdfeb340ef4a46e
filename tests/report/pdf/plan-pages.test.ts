import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, planPages } from '../../../src/report/pdf/plan-pages.ts';

const frame = { portrait: 700, landscape: 450 };

function piece(given: Partial<Piece> & { height: number }): Piece {
  return {
    kind: 'text',
    block: 1,
    section: 1,
    gapBefore: 0,
    keepWithNext: false,
    shrink: 0,
    repeatHead: 0,
    newPage: false,
    landscape: false,
    ...given,
  };
}

const pagesOf = (pieces: readonly Piece[]): number[] => {
  const plan = planPages(pieces, frame);
  return pieces.map((one) => plan.placements.find((placement) => placement.piece === one)?.page ?? -1);
};

describe('planPages', () => {
  it('leaves out the gap at the top of a page and adds it elsewhere', () => {
    const plan = planPages(
      [piece({ height: 20, gapBefore: 30 }), piece({ height: 20, gapBefore: 30 })],
      frame,
    );
    expect(plan.placements.map(({ top }) => top)).toEqual([0, 50]);
  });

  it('takes a heading to the next page with what it heads', () => {
    const heading = piece({ kind: 'heading', height: 20, block: 2, keepWithNext: true });
    const pieces = [piece({ height: 650 }), heading, piece({ height: 40, block: 3 })];
    expect(pagesOf(pieces)).toEqual([0, 1, 1]);
  });

  it('makes a figure lower before it leaves a gap', () => {
    const figure = piece({ kind: 'figure', height: 240, shrink: 60, block: 2 });
    const plan = planPages([piece({ height: 500 }), figure], frame);
    expect(plan.placements[1]).toMatchObject({ page: 0, top: 500, height: 200 });
  });

  it('makes the figures above lower too where that lets another in, and only as much as it takes', () => {
    const figures = [0, 1, 2].map((block) => piece({ kind: 'figure', height: 240, shrink: 12, block }));
    expect(pagesOf(figures)).toEqual([0, 0, 0]);
    const { placements } = planPages(figures, frame);
    expect(placements.map(({ height }) => height)).toEqual([228, 232, 240]);
    expect(placements.map(({ top }) => top)).toEqual([0, 228, 460]);
    // Where even that is not enough, each keeps its height.
    const tall = figures.map((figure) => ({ ...figure, shrink: 5 }));
    expect(pagesOf(tall)).toEqual([0, 0, 1]);
    expect(planPages(tall, frame).placements.map(({ height }) => height)).toEqual([240, 240, 240]);
  });

  it('parts a table that is kept whole only where much of a page would stay empty', () => {
    const rows = Array.from({ length: 10 }, (_, at) =>
      piece({
        kind: 'row',
        height: 20,
        block: 2,
        repeatHead: 15,
        keepWithNext: at === 9 ? false : at === 0 || at === 8 ? true : 'in_whole',
      }),
    );
    expect(pagesOf([piece({ height: 640 }), ...rows])).toEqual([0, ...rows.map(() => 1)]);
    expect(new Set(pagesOf([piece({ height: 600 }), ...rows]))).toEqual(new Set([0, 1]));
    expect(pagesOf([piece({ height: 600 }), ...rows])[1]).toBe(0);
    const parted = [piece({ height: 545 }), ...rows];
    expect(pagesOf(parted)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(planPages(parted, frame).placements.filter(({ repeatsHead }) => repeatsHead)).toHaveLength(1);
    const whole = rows.map((row, at) => ({ ...row, keepWithNext: at < 9 }));
    expect(pagesOf([piece({ height: 545 }), ...whole])).toEqual([0, ...rows.map(() => 1)]);
  });

  it('lets the table after a figure go first where only the table fits, and the figure follow', () => {
    const figure = piece({ kind: 'figure', height: 300, block: 2 });
    const rows = [
      piece({ kind: 'row', height: 60, block: 3, keepWithNext: true }),
      piece({ kind: 'row', height: 60, block: 3 }),
    ];
    const pieces = [piece({ height: 500 }), figure, ...rows];
    expect(pagesOf(pieces)).toEqual([0, 1, 0, 0]);
    const order = planPages(pieces, frame).placements.map(({ piece: one }) => one);
    expect(order.indexOf(figure)).toBe(3);
  });

  it('lets text go first under the figure’s own heading, drawn once', () => {
    const heading = piece({ kind: 'heading', height: 20, block: 2, keepWithNext: true });
    const figure = piece({ kind: 'figure', height: 300, block: 3 });
    const pieces = [piece({ height: 480 }), heading, figure, piece({ height: 60, block: 4 })];
    expect(pagesOf(pieces)).toEqual([0, 0, 1, 0]);
    expect(planPages(pieces, frame).placements).toHaveLength(4);
  });

  it('never lets a heading or another section go before a figure', () => {
    const figure = piece({ kind: 'figure', height: 300, block: 2 });
    const other = piece({ height: 60, block: 3, section: 2 });
    expect(pagesOf([piece({ height: 500 }), figure, other])).toEqual([0, 1, 1]);
    const heading = piece({ kind: 'heading', height: 20, block: 3, keepWithNext: true });
    expect(pagesOf([piece({ height: 500 }), figure, heading, piece({ height: 20, block: 4 })])).toEqual([
      0, 1, 1, 1,
    ]);
  });

  it('begins a new page when asked to, but not where the last has hardly begun', () => {
    const asked = piece({ height: 50, block: 2, newPage: true });
    expect(pagesOf([piece({ height: 300 }), asked])).toEqual([0, 1]);
    expect(pagesOf([piece({ height: 100 }), asked])).toEqual([0, 0]);
    const always = piece({ height: 50, block: 2, newPage: 'always' });
    expect(pagesOf([piece({ height: 100 }), always])).toEqual([0, 1]);
    expect(pagesOf([always])).toEqual([0]);
  });

  it('does not end what is handed out by itself with a few lines on a page', () => {
    const rows = [250, 200, 200, 100].map((height, block) => piece({ height, block }));
    const next = piece({ height: 50, block: 9, section: 2, newPage: 'always' });
    expect(pagesOf([...rows, next])).toEqual([0, 0, 1, 1, 2]);
    // A page that is not ended by it goes on instead.
    expect(pagesOf([...rows, { ...next, newPage: false }])).toEqual([0, 0, 0, 1, 1]);
    // And one that would be left half empty keeps what it has.
    const tall = [650, 100].map((height, block) => piece({ height, block }));
    expect(pagesOf([...tall, next])).toEqual([0, 1, 2]);
    const own = [piece({ height: 400, newPage: 'always' }), piece({ height: 250 }), piece({ height: 100 })];
    expect(pagesOf(own)).toEqual([0, 1, 1]);
  });

  it('turns the page sideways for pieces that ask for it', () => {
    const plan = planPages([piece({ height: 300 }), piece({ height: 300, landscape: true })], frame);
    expect(plan.pages).toEqual([{ landscape: false }, { landscape: true }]);
  });

  it('repeats the table header where a row opens a page', () => {
    const rows = Array.from({ length: 20 }, () => piece({ kind: 'row', height: 60, repeatHead: 25 }));
    const plan = planPages([piece({ height: 30, keepWithNext: true }), ...rows], frame);
    const opening = plan.placements.filter(({ repeatsHead }) => repeatsHead);
    expect(opening.length).toBeGreaterThan(0);
    expect(opening.every(({ top, page }) => top === 25 && page > 0)).toBe(true);
  });

  it('parts at its glue only what is taller than a page', () => {
    const pieces = Array.from({ length: 12 }, () => piece({ height: 100, keepWithNext: true }));
    expect(new Set(pagesOf(pieces)).size).toBe(2);
    const tall = piece({ height: 900, shrink: 100, block: 2 });
    expect(planPages([piece({ height: 10 }), tall], frame).placements[1]).toMatchObject({
      page: 1,
      height: 800,
    });
  });

  it('places every piece once, in the page and without overlap, whatever the pieces', () => {
    const any = fc.record({
      kind: fc.constantFrom('text', 'heading', 'figure', 'row') as fc.Arbitrary<Piece['kind']>,
      block: fc.integer({ min: 0, max: 30 }),
      section: fc.integer({ min: 0, max: 3 }),
      height: fc.integer({ min: 5, max: 400 }),
      gapBefore: fc.integer({ min: 0, max: 30 }),
      keepWithNext: fc.boolean(),
      shrink: fc.integer({ min: 0, max: 4 }),
      repeatHead: fc.constantFrom(0, 0, 25),
      newPage: fc.constantFrom(false, false, true, 'always' as const),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (given) => {
        const pieces = [...given]
          .sort((a, b) => a.section - b.section || a.block - b.block)
          .map((one, index, all): Piece => {
            const last = all[index + 1]?.section !== one.section;
            return { ...one, landscape: one.section === 2, keepWithNext: one.keepWithNext && !last };
          });
        const plan = planPages(pieces, frame);
        expect(new Set(plan.placements.map(({ piece: one }) => one)).size).toBe(pieces.length);
        const reached = new Map<number, number>();
        for (const { page, top, height, piece: one } of plan.placements) {
          const limit = plan.pages[page]?.landscape ? frame.landscape : frame.portrait;
          expect(plan.pages[page]?.landscape).toBe(one.landscape);
          expect(top).toBeGreaterThanOrEqual(reached.get(page) ?? 0);
          expect(top + height).toBeLessThanOrEqual(limit + 1e-6);
          reached.set(page, top + height);
        }
      }),
      { numRuns: 200 },
    );
  });
});
