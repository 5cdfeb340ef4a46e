import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountSheet } from '../../src/incident/count-sheet.ts';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import { sumsTo } from '../../src/privacy/cell-system.ts';
import { isShown } from '../../src/privacy/count-cell.ts';
import type { GovernorEdition } from '../../src/privacy/governor-edition.ts';
import { hideDuties } from '../../src/privacy/hide-duties.ts';
import { hideSheet, hideSheets } from '../../src/privacy/hide-sheet.ts';
import { makeGovernorEdition } from '../../src/privacy/make-governor-edition.ts';
import { sampleAnalysis } from '../count/sample-analysis.ts';

const made = makeGovernorEdition(await sampleAnalysis());
const edition: GovernorEdition = {
  ...made,
  counts: { ...made.counts, labels: { ...made.counts.labels, weapon: 'hidden', theft: 20 } },
};
const sheet = (counts: readonly number[], rest: Partial<CountSheet> = {}): CountSheet => ({
  id: 's',
  total: counts.reduce((sum, count) => sum + count, 0),
  base: [],
  pupils: null,
  holds: 'parts',
  named_by: 'termwise',
  rows: counts.map((count, at) => ({ name: String(at), count, pupils: null, others: null })),
  ...rest,
});
const counts = (one: CountSheet) => hideSheet(one, edition).rows.map(({ count }) => count);

describe('hideSheet', () => {
  it('hides small parts and what would give one away', () => {
    expect(counts(sheet([10, 20, 0]))).toEqual([10, 20, 0]);
    expect(counts(sheet([10, 20, 2]))).toEqual(['hidden', 20, 'hidden']);
    expect(counts(sheet([10, 3, 2]))).toEqual([10, 'hidden', 'hidden']);
  });

  it('hides all of a small total, of a hidden base, and of a few pupils all but the total', () => {
    expect(hideSheet(sheet([1, 2]), edition)).toMatchObject({ total: 'hidden' });
    expect(hideSheet(sheet([10, 10], { base: ['labels.weapon'] }), edition).total).toBe('hidden');
    expect(hideSheet(sheet([10, 10], { base: ['labels.theft'] }), edition).total).toBe(20);
    expect(hideSheet(sheet([20], { pupils: 3 }), edition).rows).toEqual([
      { name: 'All together', count: 20 },
    ]);
    expect(hideSheet(sheet([10, 10], { pupils: 3 }), edition)).toMatchObject({
      total: 20,
      rows: [{ count: 'hidden' }, { count: 'hidden' }],
    });
  });

  it('hides marks that are few, or that leave few without', () => {
    expect(counts(sheet([0, 3, 8, 18, 20], { holds: 'marks', total: 20 }))).toEqual([
      0,
      'hidden',
      8,
      'hidden',
      20,
    ]);
  });

  it('hides a part or a mark that few pupils share, and a mark that few lack, whatever its size', () => {
    const row = (name: string, count: number, pupils: number, others: number) => ({
      name,
      count,
      pupils,
      others,
    });
    const [one, two, three] = [row('a', 20, 2, 30), row('b', 30, 15, 17), row('c', 50, 15, 17)];
    expect(counts(sheet([100], { pupils: 32, rows: [one, two, three] }))).toEqual(['hidden', 'hidden', 50]);
    const few = [row('a', 6, 1, 22), row('b', 20, 2, 21), row('c', 50, 20, 3)];
    expect(counts(sheet([76], { pupils: 23, rows: few }))).toEqual(['hidden', 'hidden', 'hidden']);
    const marks = [row('a', 20, 2, 30), row('b', 80, 30, 3), row('c', 50, 16, 16), row('d', 0, 0, 32)];
    expect(counts(sheet([100], { pupils: 32, holds: 'marks', rows: marks }))).toEqual([
      'hidden',
      'hidden',
      50,
      0,
    ]);
  });

  it('prints year groups as an edition names them, and adds up those that are not usual', () => {
    const years = ['Year 6', 'Ava Holt Year 6', 'Mr Hughes Nurture', 'Not recorded'];
    const rows = years.map((name) => ({ name, count: 10, pupils: 3, others: 9 }));
    const shown = (pupils: number) =>
      hideSheet(
        sheet([40], { named_by: 'year_groups', pupils: 40, rows: rows.map((row) => ({ ...row, pupils })) }),
        edition,
      ).rows;
    expect(shown(8)).toEqual([
      { name: 'Year 6', count: 10 },
      { name: 'Other', count: 20 },
      { name: 'Not recorded', count: 10 },
    ]);
    expect(shown(3).map(({ count }) => count)).toEqual(['hidden', 20, 'hidden']);
  });

  it('hides a mark more where everybody has one and the others leave it no choice', () => {
    const marked = (total: number, ...own: number[]) =>
      counts(sheet(own, { holds: 'marks', total, marked: true }));
    expect(marked(24, 12, 8, 4, 0)).toEqual([12, 'hidden', 'hidden', 0]);
    expect(marked(24, 12, 8, 4, 6)).toEqual([12, 8, 'hidden', 6]);
    expect(counts(sheet([12, 8, 4], { holds: 'marks', total: 24 }))).toEqual([12, 8, 'hidden']);
    expect(marked(24, 24, 0)).toEqual([24, 0]);
  });

  it('tells no number of pupils beside one record more than pupils', () => {
    const worth = (sum: number) => ({ sum, each: [[1, 1] as const, [2, 4] as const, [5, null] as const] });
    const pupils = (sum: number, ...own: number[]) => hideSheet(sheet(own, { worth: worth(sum) }), edition);
    const told = ({ total, rows }: ReturnType<typeof pupils>) => [total, ...rows.map(({ count }) => count)];
    // One record more than pupils is one pupil with two.
    expect(told(pupils(33, 31, 1, 0))).toEqual(['hidden', 'hidden', 'hidden', 'hidden']);
    expect(told(pupils(42, 37, 2, 0))).toEqual([39, 'hidden', 'hidden', 0]);
    expect(told(pupils(39, 39, 0, 0))).toEqual([39, 39, 0, 0]);
    expect(told(pupils(60, 30, 10, 2))).toEqual([42, 30, 'hidden', 'hidden']);
  });

  it('hides a mark that another sheet of the report tells in parts, where that hides one', () => {
    const rows = (...own: number[]) =>
      own.map((count, at) => ({ name: String(at), count, pupils: null, others: null }));
    const marks = sheet([], {
      holds: 'marks',
      total: 20,
      rows: [{ name: 'm', count: 15, pupils: null, others: null, told_by: 'length' }, ...rows(10)],
    });
    const shown = (...parts: number[]) =>
      hideSheets([{ ...sheet(parts), id: 'length' }, marks], edition)[1]?.rows.map(({ count }) => count);
    expect(shown(3, 12, 5)).toEqual(['hidden', 10]);
    expect(shown(7, 8, 5)).toEqual([15, 10]);
    // Nobody was named in a part: it says as much as the mark.
    expect(shown(0, 2, 18)).toEqual(['hidden', 10]);
  });

  it('lets no part be found out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 5 }), (parts) => {
        const { total, rows } = hideSheet(sheet(parts), edition);
        if (!isShown(total)) return rows.every(({ count }) => count === 'hidden');
        const cells = new Map([
          ['total', { value: total, sensitive: true }],
          ...parts.map((value, at) => [`part.${at}`, { value, sensitive: true }] as const),
        ]);
        const hidden = new Set(rows.flatMap(({ count }, at) => (isShown(count) ? [] : [`part.${at}`])));
        const relations = [
          sumsTo(
            'total',
            [...parts.keys()].map((at) => `part.${at}`),
          ),
        ];
        return listFoundOut(auditHiddenCells({ cells, relations }, hidden, 5)).length === 0;
      }),
    );
  });
});

describe('hideDuties', () => {
  const standing = {
    duty: 'D1',
    title: 'Logged',
    codes: ['theft'],
    cases: 20,
    met: 12,
    not_met: 8,
    not_evidenced: 0,
    per_cent: 60,
  };

  it('keeps numbers that nothing can be worked out from', () => {
    expect(hideDuties([standing], edition)).toEqual([
      { duty: 'D1', title: 'Logged', cases: 20, met: 12, not_met: 8, not_evidenced: 0, per_cent: 60 },
    ]);
  });

  it('gives no per cent where a part is hidden, and nothing where the label is', () => {
    const [few] = hideDuties([{ ...standing, met: 18, not_met: 2 }], edition);
    expect(few).toMatchObject({ cases: 20, not_met: 'hidden', per_cent: null });
    const [none] = hideDuties([{ ...standing, codes: ['theft', 'weapon'] }], edition);
    expect(none).toMatchObject({ cases: 'hidden', met: 'hidden', not_evidenced: 'hidden', per_cent: null });
  });

  it('gives neither the cases of a duty nor its largest part where they are few more than its incidents: those are welfare records', () => {
    const theft = (count: number | 'hidden') => ({
      ...edition,
      counts: { ...edition.counts, labels: { ...edition.counts.labels, theft: count } },
    });
    const cases = (count: number, codes = ['theft']) =>
      hideDuties([{ ...standing, codes }], theft(count)).map((duty) => [duty.cases, duty.met, duty.per_cent]);
    expect(cases(19)).toEqual([['hidden', 'hidden', null]]);
    expect(cases(16)).toEqual([['hidden', 'hidden', null]]);
    // As many, so many more, or fewer, as of a duty about pupils, tell nothing of that kind.
    for (const count of [20, 15, 22]) expect(cases(count)).toEqual([[20, 12, 60]]);
    const all = { ...edition, counts: { ...edition.counts, incidents: 18 } };
    expect(hideDuties([{ ...standing, codes: [] }], all)[0]).toMatchObject({ cases: 'hidden' });
    // What is amiss is still told, unless it is the largest part.
    expect(hideDuties([{ ...standing, codes: ['theft'] }], theft(19))[0]).toMatchObject({
      met: 'hidden',
      not_met: standing.not_met,
      not_evidenced: standing.not_evidenced,
    });
    const missed = { ...standing, codes: ['theft'], met: standing.not_met, not_met: standing.met };
    expect(hideDuties([missed], theft(19))[0]).toMatchObject({ met: standing.not_met, not_met: 'hidden' });
  });

  it('gives no number of a duty about every incident where the edition hides that', () => {
    const every = { ...standing, codes: [] };
    const unsaid = { ...edition, counts: { ...edition.counts, incidents: 'hidden' as const } };
    expect(hideDuties([every], edition)[0]).toMatchObject({ cases: 20, met: 12 });
    expect(hideDuties([every], unsaid)[0]).toMatchObject({ cases: 'hidden', met: 'hidden', per_cent: null });
    const none = { ...every, cases: 0, met: 0, not_met: 0, per_cent: null };
    expect(hideDuties([none], unsaid)[0]).toMatchObject({ cases: 0, met: 0 });
  });
});
