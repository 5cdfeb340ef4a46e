import { describe, expect, it } from 'vitest';
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
});
