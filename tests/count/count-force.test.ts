import { describe, expect, it } from 'vitest';
import { countForce } from '../../src/count/count-force.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const used = (id: string, pupil: string, date: string, recordedDate: string | null, codes: string[] = []) =>
  makeLabelled(['positive_handling', ...codes], {
    id,
    key: id,
    date,
    recordedDate,
    involvements: [makeInvolvement(pupil), makeInvolvement('p9', { role: 'witness' })],
  });

describe('countForce', () => {
  it('counts uses, pupils, repeats, prompt records and parents told; a witness is not held', () => {
    const counted = countForce(
      [
        used('1', 'p1', '2026-05-01', '2026-05-01', ['response.parent_contact']),
        used('2', 'p1', '2026-05-02', '2026-05-04'),
        used('3', 'p2', '2026-05-03', null),
        used('4', 'p3', '2026-01-03', null),
        makeLabelled(['disruption'], { id: '5', key: '5', date: '2026-05-03' }),
      ],
      { from: '2026-04-13', to: '2026-07-21' },
    );
    expect(counted).toEqual({
      incidents: 3,
      pupils: 2,
      pupils_again: 1,
      with_recorded_date: 2,
      same_day: 1,
      parents_told: 1,
    });
  });
});
