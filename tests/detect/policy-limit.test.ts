import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetectInput } from '../../src/detect/detect-input.ts';
import { countPolicyLimit, mostTogether } from '../../src/detect/policy-limit.ts';
import { calendar, makeInput, type Told } from './helpers/make-input.ts';

const days = calendar.schoolDays.filter((date) => date >= '2025-11-03' && date <= '2025-12-12');
const on = (who: string, ...at: readonly number[]): readonly Told[] =>
  at.map((one) => ({ date: days[one] ?? '', who }));
const count = (told: readonly Told[], recordLimit: DetectInput['recordLimit']) =>
  countPolicyLimit({ ...makeInput(told), ...(recordLimit === undefined ? {} : { recordLimit }) });

describe('countPolicyLimit', () => {
  const told = [...on('1A-01', 0, 1, 2, 3), ...on('1A-02', 0, 4, 20, 25), ...on('1A-03', 5)];

  it('counts pupils with as many records in the term', () => {
    expect(count(told, { value: 4, whose: 'policy' })).toMatchObject({
      lookedAt: 3,
      tooFew: 1,
      clear: 0,
      note: '2 pupils reached 4 records in a term.',
    });
  });

  it('counts them within so many school days where the policy says so', () => {
    const within = { value: 4, whose: 'school', within_school_days: 10 } as const;
    expect(count(told, within).note).toMatch(/^1 pupil reached 4 records within 10 school days\./);
    // The tenth school day is within ten, the eleventh is not.
    expect(count(on('1A-01', 0, 3, 9), { ...within, value: 3 }).note).toMatch(/^1 pupil /);
    expect(count(on('1A-01', 0, 3, 10), { ...within, value: 3 }).note).toMatch(/^0 pupils /);
  });

  it('says whose number it is, and when there is none', () => {
    expect(count(told, { value: 4, whose: 'termwise' }).note).toContain('our number; the policy gives none');
    expect(count(told, undefined)).toMatchObject({ lookedAt: 3, note: expect.stringMatching(/^No policy/) });
  });

  it('leaves out the child who was harmed', () => {
    const harmed = [0, 1, 2, 3].map((at) => ({
      date: days[at] ?? '',
      who: '1A-01',
      others: ['1A-02'],
      roles: { '1A-01': 'harmed', '1A-02': 'harming' } as const,
    }));
    expect(count(harmed, { value: 4, whose: 'policy' })).toMatchObject({ lookedAt: 1, tooFew: 0 });
  });

  it('finds the most in a window as trying every window does', () => {
    const input = makeInput([{ date: days[0] ?? '', who: '1A-01' }]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: days.length - 1 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 15 }),
        (at, span) => {
          const dates = at.map((one) => days[one] ?? '').sort();
          const tried = days.map((_, start) => at.filter((one) => one >= start && one < start + span).length);
          const limit = { value: 3, whose: 'policy', within_school_days: span } as const;
          return mostTogether(dates, input, limit) === Math.max(...tried);
        },
      ),
    );
  });
});
