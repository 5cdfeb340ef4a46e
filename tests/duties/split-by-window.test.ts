import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { DutyCase } from '../../src/duties/duty-case.ts';
import { splitByWindow } from '../../src/duties/split-by-window.ts';

const SCHOOL_DAYS = Array.from({ length: 28 }, (_, at) => `2026-06-${String(at + 1).padStart(2, '0')}`);
const calendar = { schoolDays: SCHOOL_DAYS } as unknown as SchoolCalendar;
const on = (day: number): DutyCase =>
  ({ labelled: { incident: { date: SCHOOL_DAYS[day] } } }) as unknown as DutyCase;
const daysOf = (groups: ReturnType<typeof splitByWindow>) =>
  groups.map((group) => group.map(({ labelled }) => SCHOOL_DAYS.indexOf(labelled.incident.date)));

const split = (days: readonly number[], count: number, within: number) =>
  daysOf(splitByWindow(days.map(on), calendar, count, within));

describe('splitByWindow', () => {
  it('finds so many within so many school days, the first and the last included', () => {
    expect(split([0, 4, 9], 3, 10)).toEqual([[0, 4, 9]]);
    expect(split([0, 4, 10], 3, 10)).toEqual([]);
  });

  it('goes on as long as each so many lie close, and starts anew after a gap', () => {
    expect(split([0, 1, 2, 3, 15, 16, 17], 3, 5)).toEqual([
      [0, 1, 2, 3],
      [15, 16, 17],
    ]);
  });

  it('leaves out what lies far from any school day that is known', () => {
    const short = { schoolDays: ['2026-06-05'] } as unknown as SchoolCalendar;
    const dates = ['2026-01-05', '2026-02-04', '2026-03-05', '2026-06-05', '2026-09-01', '2026-10-01'];
    const cases = dates.map((date) => ({ labelled: { incident: { date } } }) as unknown as DutyCase);
    expect(splitByWindow(cases, short, 2, 5)).toEqual([]);
  });

  it('counts a date between school days with the day before', () => {
    const weekend = { schoolDays: ['2026-06-05', '2026-06-08'] } as unknown as SchoolCalendar;
    const dates = ['2026-06-05', '2026-06-07', '2026-06-08'];
    const cases = dates.map((date) => ({ labelled: { incident: { date } } }) as unknown as DutyCase);
    expect(splitByWindow(cases, weekend, 3, 2)).toHaveLength(1);
    expect(splitByWindow(cases, weekend, 3, 1)).toEqual([]);
  });

  it('lists every record that is in some window, once, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 27 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (drawn, count, within) => {
          const days = [...drawn].sort((a, b) => a - b);
          const isIn = (at: number): boolean =>
            days.some((_, first) => {
              const last = first + count - 1;
              return (
                first <= at &&
                at <= last &&
                last < days.length &&
                (days[last] ?? 0) - (days[first] ?? 0) < within
              );
            });
          const groups = split(days, count, within);
          expect(groups.flat()).toEqual(days.filter((_, at) => isIn(at)));
          for (const group of groups) expect(group.length).toBeGreaterThanOrEqual(count);
        },
      ),
    );
  });
});
