import { describe, expect, it } from 'vitest';
import { evenDays, makeContext, makeInput } from './helpers/make-input.ts';

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, one) => sum + one, 0) / values.length;

describe('buildSchoolIndex', () => {
  it('counts every day the same with too few incidents to see a rhythm', () => {
    const { index } = makeContext(makeInput(evenDays(1).slice(0, 200)));
    expect(index.usable).toBe(false);
    expect(new Set(index.daily)).toEqual(new Set([1]));
  });

  it('has mean 1 and follows weekdays and busy spells', () => {
    const told = evenDays(2);
    const mondays = told.filter(({ date }) => new Date(date).getUTCDay() === 1);
    const { index, record } = makeContext(
      makeInput([...told, ...mondays.map((one) => ({ ...one, who: '1A-29' }))]),
    );
    expect(index.usable).toBe(true);
    expect(mean(index.daily)).toBeCloseTo(1, 9);
    const onMondays = index.daily.filter((_, day) => record.weekday[day] === 0);
    const onTuesdays = index.daily.filter((_, day) => record.weekday[day] === 1);
    expect(mean(onMondays)).toBeGreaterThan(1.2 * mean(onTuesdays));
  });

  it('does not average over a half-term break', () => {
    const { index, record } = makeContext(makeInput(evenDays(2)));
    record.days.forEach((_, day) => {
      expect(record.halfTerm[index.from[day] ?? day]).toBe(record.halfTerm[day]);
      expect(record.halfTerm[index.to[day] ?? day]).toBe(record.halfTerm[day]);
    });
  });
});

describe('buildExposure', () => {
  it('counts school days on roll, joiners and leavers by their own days', () => {
    const input = makeInput(
      evenDays(1)
        .slice(0, 200)
        .filter(({ who }) => who !== '1A-05'),
    );
    const roll = input.roll.map((entry) =>
      entry.name === '1A-05' && entry.academicYear === '2024-25'
        ? { ...entry, start: '2025-01-07', end: '2025-01-17' }
        : entry,
    );
    const { record, exposure } = makeContext({ ...input, roll });
    const all = { first: 0, last: record.days.length - 1 };
    const at = (name: string) => record.pupils.findIndex(({ label }) => label === name);
    expect(exposure.ofPupil(at('1A-06'), all)).toEqual({
      days: record.days.length,
      weighted: record.days.length,
    });
    const inYear = record.years[0] ?? all;
    expect(exposure.ofPupil(at('1A-05'), inYear).days).toBe(9);
    expect(exposure.sum(5, 4)).toBe(0);
  });

  it('leaves the pupil’s own incidents out of the rhythm', () => {
    const told = evenDays(2);
    const busy = told.filter(({ date }) => date >= '2026-06-02').map((one) => ({ ...one, who: '1A-29' }));
    const { record, exposure } = makeContext(makeInput([...told, ...busy]));
    const summer = { first: record.days.indexOf('2026-06-02'), last: record.days.length - 1 };
    const own = exposure.ofPupil(
      record.pupils.findIndex(({ label }) => label === '1A-29'),
      summer,
    );
    const other = exposure.ofPupil(
      record.pupils.findIndex(({ label }) => label === '1B-05'),
      summer,
    );
    expect(own.days).toBe(other.days);
    expect(own.weighted).toBeLessThan(0.8 * other.weighted);
  });
});
