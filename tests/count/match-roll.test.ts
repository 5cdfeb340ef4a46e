import { describe, expect, it } from 'vitest';
import { countOnRoll, entryDates, isOnRoll, matchRoll } from '../../src/count/match-roll.ts';
import type { RollEntry } from '../../src/incident/roll.ts';
import { ROLL } from './sample-record.ts';

const [base] = ROLL as readonly [RollEntry, ...RollEntry[]];
const entry = (rest: Partial<RollEntry>): RollEntry => ({ ...base, ...rest });
const pupil = (name: string, rest: { upn?: string; dateOfBirth?: string } = {}) => ({
  key: name,
  name,
  label: name,
  upn: rest.upn ?? null,
  dateOfBirth: rest.dateOfBirth ?? null,
});

describe('matchRoll', () => {
  it('goes by UPN, then name and date of birth, then a name of its own', () => {
    const roll = [
      entry({ name: 'Ann Lee', upn: 'A1' }),
      entry({ name: 'Bea Lee', dateOfBirth: '2015-01-01' }),
      entry({ name: 'Bea Lee', dateOfBirth: '2016-01-01' }),
      entry({ name: 'Cai Rhŷs' }),
    ];
    const matched = matchRoll(
      [
        pupil('Anna Other', { upn: 'A1' }),
        pupil('Lee, Bea', { dateOfBirth: '2016-01-01' }),
        pupil('CAI RHYS'),
        pupil('Bea Lee'),
      ],
      roll,
    );
    expect(matched.get('Anna Other')).toBe(roll[0]);
    expect(matched.get('Lee, Bea')).toBe(roll[2]);
    expect(matched.get('CAI RHYS')).toBe(roll[3]);
    expect(matched.has('Bea Lee')).toBe(false);
  });

  it('does not take a namesake with another date of birth', () => {
    const roll = [entry({ name: 'Bea Lee', dateOfBirth: '2015-01-01' })];
    expect(matchRoll([pupil('Bea Lee', { dateOfBirth: '2011-01-01' })], roll).size).toBe(0);
  });

  it('takes two spells of one pupil for one pupil', () => {
    const spells = [
      entry({ name: 'Dai Lee', start: '2025-09-01', end: '2025-10-01' }),
      entry({ name: 'Dai Lee', start: '2026-02-01', end: '2026-07-01' }),
    ];
    expect(matchRoll([pupil('Dai Lee')], spells).get('Dai Lee')).toBe(spells[0]);
    const upns = [entry({ name: 'Dai Lee', upn: 'X' }), entry({ name: 'Dai Lee', upn: 'Y' })];
    expect(matchRoll([pupil('Dai Lee')], upns).size).toBe(0);
  });
});

describe('roll dates', () => {
  it('last the academic year unless given', () => {
    expect(entryDates(entry({ academicYear: '2025-26' }))).toEqual(['2025-09-01', '2026-08-31']);
    const late = entry({ academicYear: '2025-26', start: '2026-01-05' });
    expect(isOnRoll(late, '2025-09-01', '2025-12-19')).toBe(false);
    expect(countOnRoll([late, entry({ academicYear: '2025-26' })], '2025-12-01', '2026-01-05')).toBe(2);
  });
});
