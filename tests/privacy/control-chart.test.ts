import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/iso-date.ts';
import type { WeekCount } from '../../src/incident/analysis.ts';
import { makeControlChart } from '../../src/privacy/control-chart.ts';

const START = '2025-01-06';
const week = (i: number, incidents: number, rest: Partial<WeekCount> = {}): WeekCount => ({
  week: addDays(START, 7 * i),
  term: 'T',
  school_days: 5,
  incidents,
  suspensions: 0,
  positives: 0,
  roll: 400,
  ...rest,
});
const calm = (n: number): WeekCount[] => Array.from({ length: n }, (_, i) => week(i, i % 2 === 0 ? 28 : 32));
const draw = (
  weeks: readonly WeekCount[],
  from = addDays(START, 140),
  isShown: (week: WeekCount) => boolean = () => true,
) => makeControlChart(weeks, isShown, from, addDays(START, 700));

describe('makeControlChart', () => {
  it('is an XmR chart for even weeks: mean and 2.66 mean moving ranges of the weeks before the period', () => {
    const chart = draw([...calm(20), week(20, 60), week(21, 8)]);
    expect(chart).toMatchObject({
      method: 'xmr',
      unit: 'per_100_pupils_per_week',
      start: 20,
      baseline_weeks: 20,
      trial: false,
    });
    expect(chart?.mean).toBeCloseTo(7.5, 9);
    expect(chart?.points[0]?.upper).toBeCloseTo(7.5 + 2.66, 9);
    expect(chart?.points[0]?.lower).toBeCloseTo(7.5 - 2.66, 9);
    expect(chart?.points.slice(20).map(({ signal }) => signal)).toEqual(['concern', 'improvement']);
  });

  it('signals on nothing when every week is the same, whatever rounding adds', () => {
    const same = Array.from({ length: 35 }, (_, i) => week(i, 12, { roll: 37 }));
    const uneven = same.map((each, i) => ({ ...each, roll: 300, school_days: i % 2 === 0 ? 3 : 5 }));
    const even = draw(same);
    expect(even?.points.every(({ signal }) => signal === 'common')).toBe(true);
    expect(even?.points.every(({ value, upper, lower }) => lower === value && value === upper)).toBe(true);
    const scaled = uneven.map((each) => ({ ...each, incidents: each.school_days * 4 }));
    expect(draw(scaled)?.points.every(({ signal }) => signal === 'common')).toBe(true);
    expect(draw([...same.slice(0, 20), week(20, 12, { roll: 37 }), week(21, 13, { roll: 37 })])).toBeNull();
  });

  it('sets limits week by week when weeks are uneven, never under those of chance', () => {
    const weeks = [...calm(20), week(20, 12, { school_days: 2 })];
    const chart = draw(weeks);
    expect(chart?.method).toBe('u_prime');
    const [long, short] = [chart?.points[0], chart?.points[20]];
    expect((short?.upper ?? 0) - (short?.lower ?? 0)).toBeGreaterThan(
      (long?.upper ?? 0) - (long?.lower ?? 0),
    );
    expect(long?.upper).toBeCloseTo(7.5 + 3 * Math.sqrt(7.5 / 4), 6);
  });

  it('counts by the school day without a roll, and calls few weeks a trial', () => {
    const chart = draw(calm(8).map((each) => ({ ...each, roll: null })));
    expect(chart).toMatchObject({ unit: 'per_school_day', trial: true, start: 8, baseline_weeks: 8 });
    expect(chart?.points[0]?.value).toBeCloseTo(5.6, 9);
  });

  it('breaks the line at holidays and marks a run of seven', () => {
    const weeks = [...calm(14), ...Array.from({ length: 7 }, (_, i) => week(i + 16, 33))];
    const chart = draw(weeks, addDays(START, 112));
    expect(chart?.breaks).toEqual([14]);
    expect(chart?.points.slice(14).every(({ signal }) => signal === 'concern')).toBe(true);
  });

  it('leaves hidden weeks out of marks and limits alike', () => {
    const weeks = [...calm(30), week(30, 3)];
    const chart = draw(weeks, undefined, ({ incidents }) => incidents >= 5);
    expect(chart?.hidden_weeks).toBe(1);
    expect(chart?.points).toHaveLength(30);
    expect(chart?.mean).toBeCloseTo(draw(calm(30))?.mean ?? 0, 9);
  });

  it('draws nothing when weeks are quiet, hidden, or too few', () => {
    expect(draw(calm(20).map((each) => ({ ...each, incidents: 4 })))).toBeNull();
    expect(draw(calm(20), undefined, (each) => each.incidents > 30)).toBeNull();
    expect(draw(calm(5))).toBeNull();
    expect(draw(calm(6))).not.toBeNull();
  });
});
