import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN } from '../../../src/privacy/count-cell.ts';
import type { EditionControlChart, GovernorChange } from '../../../src/privacy/governor-edition.ts';
import { tellChartWeeks } from '../../../src/report/documents/governors/tell-chart-weeks.ts';
import { callGroup, tellGroup } from '../../../src/report/documents/governors/tell-groups.ts';
import {
  capitalise,
  countNoun,
  formatAbout,
  formatCount,
  formatRate,
  formatShare,
  joinWords,
  uncapitalise,
} from '../../../src/report/documents/sentences/format-number.ts';
import { callPeriods, namePeriod } from '../../../src/report/documents/sentences/name-period.ts';
import { percentChange, tellChanges } from '../../../src/report/documents/sentences/tell-changes.ts';
import { fillWords } from '../../../src/report/documents/words/fill-words.ts';

describe('numbers in words', () => {
  it('are the same on every machine', () => {
    expect([formatCount(0), formatCount(1234567), formatCount(999)]).toEqual(['0', '1,234,567', '999']);
    expect([0, 0.034, 0.97, 1.04, 9.96, 32.51, 120.4].map(formatRate)).toEqual([
      '0.0',
      '0.03',
      '0.97',
      '1.0',
      '10.0',
      '32.5',
      '120',
    ]);
    expect([5, 3.5, 12].map(formatAbout)).toEqual(['5', '3.5', '12']);
    expect([0, 0.004, 0.5, 0.996, 1].map(formatShare)).toEqual(['0%', 'under 1%', '50%', 'over 99%', '100%']);
    expect([countNoun(1, 'pupil'), countNoun(2, 'person', 'people')]).toEqual(['1 pupil', '2 people']);
    expect([joinWords([]), joinWords(['a']), joinWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect([capitalise('none'), uncapitalise('Lunch'), uncapitalise('SEN')]).toEqual([
      'None',
      'lunch',
      'SEN',
    ]);
  });
});

describe('periods', () => {
  it('are called terms only when they are', () => {
    expect(namePeriod({ name: '2025-26 Autumn' })).toBe('Autumn term 2025-26');
    expect(namePeriod({ name: '2025-26 Term 2' })).toBe('Term 2 2025-26');
    expect(namePeriod({ name: '1 May 2026 to 8 May 2026' })).toBe('1 May 2026 to 8 May 2026');
    expect(callPeriods({ name: '2025-26 Autumn' }).now).toBe('this term');
    expect(callPeriods({ name: '1 May 2026 to 8 May 2026' }).last_year).toBe('the same weeks last year');
  });
});

describe('tellChanges', () => {
  const change = (rest: Partial<GovernorChange>): GovernorChange => ({
    count: 20,
    ratio: 1,
    interval: [0.5, 2],
    p: 0.5,
    verdict: 'no_clear_change',
    ...rest,
  });
  const tell = (now: number | typeof HIDDEN, ...changes: Partial<GovernorChange>[]) =>
    tellChanges(
      now,
      changes.map((each, i) => ({ change: change(each), other: ['last year', 'last term'][i] ?? '' })),
    );

  it('tells like verdicts together', () => {
    expect(tell(40, { verdict: 'up', ratio: 2.04 }, { verdict: 'up', count: 8, ratio: 5 })).toBe(
      'clearly more for each school day than in last year (20, up 104%) and in last term (8)',
    );
    expect(tell(20, {}, {})).toBe('no clear change from last year (20) or from last term (20)');
    expect(tell(3, { count: 7, verdict: 'too_few' }, { count: 9, verdict: 'too_few' })).toBe(
      '7 in last year and 9 in last term: too few to call a change',
    );
    expect(tell(9, { verdict: 'down', count: 30, ratio: 0.3 }, {})).toBe(
      'clearly fewer for each school day than in last year (30); no clear change from last term (20)',
    );
    expect(tell(0, { count: 0, verdict: 'too_few' }, { count: 6, verdict: 'too_few' })).toBe(
      '6 in last term: too few to call a change; none in last year either',
    );
  });

  it('is silent on what is hidden', () => {
    expect(tell(HIDDEN, {})).toBeNull();
    expect(tell(9, { count: HIDDEN, verdict: 'hidden' })).toBeNull();
    expect(tell(9, { verdict: 'no_comparison' })).toBeNull();
  });

  it('gives no percentage on a count under ten, whatever the ratio', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(30),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (now, then, ratio) => {
          const percent = percentChange(now, then, ratio);
          if (now < 10 || then < 10) expect(percent).toBeNull();
          else expect(percent ?? 0).toBe(Math.round((ratio - 1) * 100) || 0);
        },
      ),
    );
    expect(percentChange(20, HIDDEN, 2)).toBeNull();
    expect(percentChange(20, 20, null)).toBeNull();
  });
});

describe('tellChartWeeks', () => {
  const chart = (
    ...points: [value: number, signal?: 'common' | 'concern' | 'improvement'][]
  ): Pick<EditionControlChart, 'points' | 'start'> => ({
    start: 0,
    points: points.map(([value, signal = 'common']) => ({
      week: '2026-05-04',
      term: 'T',
      incidents: 9,
      value,
      signal,
      lower: 2,
      upper: 8,
    })),
  });
  const tell = (...points: Parameters<typeof chart>) => tellChartWeeks(chart(...points), 'this term');

  it('counts weeks outside the range, then runs, then says all is usual', () => {
    expect(tell([5], [9, 'concern'], [1, 'improvement'])).toBe(
      '1 of 3 school weeks this term was above the usual range and 1 was below it',
    );
    expect(tell([9, 'concern'], [10, 'concern'])).toBe(
      '2 of 2 school weeks this term were above the usual range',
    );
    expect(tell([1, 'improvement'], [5])).toBe('1 of 2 school weeks this term was below the usual range');
    expect(tell([6, 'concern'], [7, 'concern'], [5])).toBe(
      '2 of 3 school weeks this term were in a run of seven or more above the average',
    );
    expect(tell([4, 'improvement'])).toBe(
      '1 of 1 school week this term was in a run of seven or more below the average',
    );
    expect(tell([8 + 1e-15], [2 - 1e-16])).toBe('All 2 school weeks this term were within the usual range');
    expect(tell([5])).toBe('The one school week this term that is shown was within the usual range');
    expect(tell([5], [6])).toBe('All 2 school weeks this term were within the usual range');
    expect(tellChartWeeks({ points: [], start: 0 }, 'this term')).toBe(
      'No school week this term can be shown',
    );
  });
});

describe('groups', () => {
  it('are called by people first', () => {
    const call = (characteristic: string, group: string) => callGroup({ characteristic, group });
    expect(call('Sex', 'Boys')).toBe('Boys');
    expect(call('Year group', 'Year 6')).toBe('Year 6 pupils');
    expect(call('SEN', 'EHC plan')).toBe('pupils with an EHC plan');
    expect(call('SEN', 'No SEN')).toBe('pupils without SEN');
    expect(call('Pupil premium', 'Yes')).toBe('pupils with pupil premium');
    expect(call('Pupil premium', 'No')).toBe('pupils without pupil premium');
    expect(call('Looked after', 'Yes')).toBe('looked-after pupils');
    expect(call('Looked after', 'No')).toBe('pupils who are not looked after');
    expect(call('English as an additional language', 'Yes')).toBe(
      'pupils with English as an additional language',
    );
    expect(call('English as an additional language', 'No')).toBe('pupils with English as a first language');
    expect(call('Ethnicity', 'Asian')).toBe('pupils recorded as Asian');
  });

  it('are compared with an interval, open at the top when it is', () => {
    const row = {
      characteristic: 'Sex',
      group: 'Girls',
      on_roll: 50,
      pupils: 20,
      involvements: 60,
      rate: 3,
      rate_interval: [2, 4] as const,
      ratio: 1.8,
      stands_out: true,
    };
    expect(tellGroup({ ...row, ratio_interval: [1.2, null] })).toContain(
      'Girls were in incidents 1.8 times as often as other pupils (at least 1.2 times)',
    );
    expect(tellGroup({ ...row, ratio: null, ratio_interval: null })).toBe('Girls: too few to compare.');
  });
});

describe('fillWords', () => {
  it('fills every name or fails', () => {
    expect(fillWords('{a} and {b}', { a: '1', b: '2' })).toBe('1 and 2');
    expect(() => fillWords('{a} and {c}', { a: '1' })).toThrow("no value for {c} in '{a} and {c}'");
  });
});
