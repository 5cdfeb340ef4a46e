import { describe, expect, it } from 'vitest';
import type { Analysis, PeriodCounts } from '../../src/incident/analysis.ts';
import { HIDDEN, isShown } from '../../src/privacy/count-cell.ts';
import { makeGovernorEdition } from '../../src/privacy/make-governor-edition.ts';
import { NEARNESS, tellsBands } from '../../src/privacy/tells-bands.ts';
import { sampleAnalysis } from '../count/sample-analysis.ts';

const BAND_OF = (count: number) => (count === 1 ? 'one' : count < 6 ? 'two_to_five' : 'six_or_more');
const ALL_CELLS = ['one', 'two_to_five', 'six_or_more'].flatMap((band) =>
  ['pupils', 'involvements'].map((of) => `now.bands.${band}.${of}`),
);

/** The sample school, with a roll of 60 whose pupils have these numbers of incidents. */
async function withCounts(perPupil: readonly number[]): Promise<Analysis> {
  const analysis = await sampleAnalysis({ withPrevious: false, withLastYear: false });
  const [all] = analysis.groups;
  const [pupil] = analysis.pupils;
  if (all === undefined || pupil === undefined) throw new Error('the sample has a roll and pupils');
  const bands = {
    one: { pupils: 0, involvements: 0 },
    two_to_five: { pupils: 0, involvements: 0 },
    six_or_more: { pupils: 0, involvements: 0 },
  };
  for (const count of perPupil) {
    bands[BAND_OF(count)].pupils += 1;
    bands[BAND_OF(count)].involvements += count;
  }
  const involvements = perPupil.reduce((sum, count) => sum + count, 0);
  return {
    ...analysis,
    counts: {
      ...analysis.counts,
      incidents: involvements,
      involvements,
      pupils: perPupil.length,
      harmed_or_witness: 0,
      year_groups: { 'Year 3': involvements },
      bands: bands satisfies PeriodCounts['bands'],
    },
    pupils: perPupil.map((incidents) => ({ ...pupil, incidents })),
    groups: [{ ...all, on_roll: 60, pupils: perPupil.length, involvements }],
    quality: { ...analysis.quality, pupils_not_on_roll: 0 },
  };
}

const times = (count: number, pupils: number): number[] => new Array<number>(pupils).fill(count);

describe('tellsBands', () => {
  it('finds that of few pupils one way of sharing incidents out has the interval printed', async () => {
    const analysis = await withCounts([...times(1, 11), 4]);
    expect(tellsBands(analysis, new Set(ALL_CELLS), 5, NEARNESS.all)).toBe(true);
    expect(tellsBands(analysis, new Set(ALL_CELLS), 5, NEARNESS.groups)).toBe(true);
  });

  it('lets an interval stand that many ways of sharing out would have', async () => {
    const analysis = await withCounts([...times(1, 30), ...times(2, 10), ...times(3, 5), 7, 8, 9]);
    expect(tellsBands(analysis, new Set(ALL_CELLS), 5, NEARNESS.all)).toBe(false);
  });

  it('asks nothing where no band is hidden, where there is no roll, or of very many pupils', async () => {
    const few = await withCounts([...times(1, 11), 4]);
    expect(tellsBands(few, new Set(), 5, NEARNESS.all)).toBe(false);
    expect(tellsBands({ ...few, groups: [] }, new Set(ALL_CELLS), 5, NEARNESS.all)).toBe(false);
    expect(tellsBands(await withCounts([...times(1, 300), 4]), new Set(ALL_CELLS), 5, NEARNESS.all)).toBe(
      false,
    );
  });

  it('leaves out the interval of all pupils alone where those of the groups are too coarse to tell', async () => {
    const analysis = await sampleAnalysis({ size: 900 });
    const [all, ...groups] = makeGovernorEdition(analysis).groups;
    expect([all?.rate === null, all?.rate_interval]).toEqual([false, null]);
    expect(groups.some(({ rate_interval, ratio }) => rate_interval !== null && ratio !== null)).toBe(true);
  });

  it('takes interval and ratio out of the edition, and leaves the rate', async () => {
    const { groups, counts } = makeGovernorEdition(await withCounts([...times(1, 11), 4]));
    expect(counts.bands.two_to_five.pupils).toBe(HIDDEN);
    const shown = groups.filter(({ pupils }) => isShown(pupils));
    expect(shown).not.toEqual([]);
    for (const row of shown) {
      expect(row.rate).not.toBeNull();
      expect([row.rate_interval, row.ratio, row.ratio_interval]).toEqual([null, null, null]);
    }
  });
});
