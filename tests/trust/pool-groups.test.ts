import { describe, expect, it } from 'vitest';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { sampleReturn } from './helpers/sample-return.ts';
import { collate } from './helpers/simulate-trust.ts';

const side = (involvements: number, on_roll: number) => ({
  on_roll,
  pupils: Math.min(involvements, on_roll),
  involvements,
  pupil_days: on_roll * 72,
  clustering: 2,
});

const row = (group: string, own: number, others: number): SchoolReturn['groups'][number] => ({
  characteristic: 'SEN',
  group,
  ...side(own, 30),
  others: side(others, 170),
});

describe('poolGroups', () => {
  it('pools what single schools are too small to tell, and shows each of them', () => {
    const made = ['A', 'B', 'C', 'D', 'E'].map((school) =>
      sampleReturn({ school, groups: [row('EHC plan', 30, 85), row('Not recorded', 9, 9)] }),
    );
    const { groups } = collate(made);
    expect(groups).toHaveLength(1);
    const [ehc] = groups;
    expect(ehc).toMatchObject({ group: 'EHC plan', involvements: 150, on_roll: 150, stands_out: true });
    expect(ehc?.pooled?.ratio).toBeCloseTo(2, 1);
    expect(ehc?.schools.map(({ school }) => school)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('says nothing with two schools, or of groups too small to expect anything of', () => {
    const few = ['A', 'B'].map((school) => sampleReturn({ school, groups: [row('EHC plan', 30, 85)] }));
    expect(collate(few).groups[0]).toMatchObject({ pooled: null, stands_out: false });
    const tiny = ['A', 'B', 'C'].map((school) =>
      sampleReturn({ school, groups: [{ ...row('EHC plan', 4, 85), on_roll: 3 }] }),
    );
    expect(collate(tiny).groups[0]?.schools).toEqual([]);
  });
});
