import { describe, expect, it } from 'vitest';
import type { ForceCounts } from '../../src/incident/school-counts.ts';
import { addForce } from '../../src/trust/add-counts.ts';

const force = (pupils: number, pupils_again = 0): ForceCounts => ({
  incidents: pupils + pupils_again,
  pupils,
  pupils_again,
  with_recorded_date: 0,
  same_day: 0,
  parents_told: 0,
});

describe('pupils of several returns', () => {
  it('are not known over two terms of one school, where one pupil can be in both', () => {
    expect(addForce([force(9), force(7)], 'terms')).toMatchObject({
      incidents: 16,
      pupils: null,
      pupils_again: null,
      pupils_at_least: 9,
    });
  });

  it('are those of the one term that has any', () => {
    expect(addForce([force(0), force(7, 2)], 'terms')).toMatchObject({ pupils: 7, pupils_again: 2 });
  });

  it('are added up over schools, as far as each is known', () => {
    expect(addForce([force(9, 1), force(7, 2)], 'schools')).toMatchObject({ pupils: 16, pupils_again: 3 });
    const two = addForce([force(9), force(7)], 'terms');
    expect(addForce([two, force(3)], 'schools')).toMatchObject({ pupils: null, pupils_at_least: 12 });
  });
});
