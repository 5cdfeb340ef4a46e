import { describe, expect, it } from 'vitest';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import { hideCells } from '../../src/privacy/hide-cells.ts';
import { listPeriodCells } from '../../src/privacy/period-cells.ts';
import { sampleAnalysis } from '../count/sample-analysis.ts';

describe('listPeriodCells', () => {
  it('keeps a small category where each incident has one: the others less the total would be it', async () => {
    const { counts } = await sampleAnalysis({ size: 900 });
    const hide = (categories: Readonly<Record<string, number>>): string[] => {
      const system = listPeriodCells('now.', { ...counts, categories }, new Set(), 5);
      return [...hideCells(system, 5)].filter((id) => id.startsWith('now.categories.')).sort();
    };
    const rest = counts.incidents - 11;
    expect(hide({ Common: rest, Seldom: 8, Rare: 3 })).toEqual([
      'now.categories.Rare',
      'now.categories.Seldom',
    ]);
    // An incident of two categories leaves the difference open.
    expect(hide({ Common: rest + 2, Seldom: 8, Rare: 3 })).toEqual(['now.categories.Rare']);
  });

  it('takes a category for the label of its name where they are one number: each would tell the other', async () => {
    const { counts } = await sampleAnalysis({ size: 900 });
    const hide = (categories: Readonly<Record<string, number>>, labels: Readonly<Record<string, number>>) => {
      const all = Object.values(categories).reduce((sum, count) => sum + count, 0);
      const none = Object.fromEntries(Object.keys(counts.labels).map((code) => [code, 0]));
      const system = listPeriodCells(
        'now.',
        {
          ...counts,
          incidents: all,
          records: { ...counts.records, behaviour: all, uncategorised: 0 },
          places: { Hall: all },
          weekday_period: { Monday: { Morning: all } },
          categories,
          labels: { ...none, ...labels },
          families: {
            ...Object.fromEntries(Object.keys(counts.families).map((name) => [name, 0])),
            exclusion: 6,
          },
        },
        new Set(['exclusion.suspension']),
        5,
      );
      const hidden = hideCells(system, 5);
      expect(listFoundOut(auditHiddenCells(system, hidden, Number.POSITIVE_INFINITY))).toEqual([]);
      return [...hidden]
        .map((id) => id.replace('now.', ''))
        .filter((id) => /^(categories|labels|incidents)/.test(id))
        .sort();
    };
    // With the suspensions told by their label, litter would be what the categories leave.
    expect(
      hide({ 'Behaviour Incident': 40, Suspension: 6, Litter: 3 }, { 'exclusion.suspension': 6 }),
    ).toEqual(['categories.Behaviour Incident', 'categories.Litter']);
    // Another word for the same.
    expect(
      hide({ 'Behaviour Incident': 40, 'Fixed Term Exclusion': 6, Litter: 3 }, { 'exclusion.suspension': 6 }),
    ).toEqual(['categories.Behaviour Incident', 'categories.Litter']);
    // A label that counts more than the category tells no number of it, nor does a name that says no label.
    expect(
      hide({ 'Behaviour Incident': 40, Suspension: 5, Litter: 3 }, { 'exclusion.suspension': 6 }),
    ).toEqual(['categories.Litter', 'categories.Suspension']);
    expect(
      hide({ 'Behaviour Incident': 40, Lunchtime: 6, Litter: 3 }, { 'exclusion.suspension': 6 }),
    ).toEqual(['categories.Litter', 'categories.Lunchtime']);
    // Where nothing else is left the label goes with its category, and the total stays.
    const last = hide({ Suspension: 6, Litter: 3 }, { 'exclusion.suspension': 6 });
    expect(last).toEqual(
      expect.arrayContaining(['categories.Litter', 'categories.Suspension', 'labels.exclusion.suspension']),
    );
    expect(last).not.toContain('incidents');
  });
});
