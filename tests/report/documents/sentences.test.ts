import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN } from '../../../src/privacy/count-cell.ts';
import type {
  EditionControlChart,
  GovernorChange,
  GovernorGroupRow,
} from '../../../src/privacy/governor-edition.ts';
import { tellChartWeeks } from '../../../src/report/documents/governors/tell-chart-weeks.ts';
import {
  callGroup,
  isClearGroup,
  pickUnequalGroup,
  tellGroup,
  tellGroups,
  titleGroups,
} from '../../../src/report/documents/governors/tell-groups.ts';
import { listTally } from '../../../src/report/documents/people/tally-cases.ts';
import { cutAtTie } from '../../../src/report/documents/sentences/cut-at-tie.ts';
import {
  capitalise,
  countNoun,
  formatAbout,
  formatCount,
  formatRate,
  formatRatio,
  formatShare,
  joinWords,
  uncapitalise,
} from '../../../src/report/documents/sentences/format-number.ts';
import { isBusyOutside } from '../../../src/report/documents/sentences/is-busy-outside.ts';
import { callPeriods, namePeriod, spellSpan } from '../../../src/report/documents/sentences/name-period.ts';
import { nameTop } from '../../../src/report/documents/sentences/name-top.ts';
import { pickDrawn } from '../../../src/report/documents/sentences/pick-drawn.ts';
import { percentChange, tellChanges } from '../../../src/report/documents/sentences/tell-changes.ts';
import { fillWords } from '../../../src/report/documents/words/fill-words.ts';
import { findDisagreements } from '../helpers/find-disagreements.ts';

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
      'clearly more a school day than last year (20, up 104%) and than last term (8)',
    );
    expect(tell(20, {}, {})).toBe('no clear change from last year (20) or last term (20)');
    expect(tell(3, { count: 7, verdict: 'too_few' }, { count: 9, verdict: 'too_few' })).toBe(
      'against 7 last year and 9 last term: too few to call a change',
    );
    expect(tell(9, { verdict: 'down', count: 30, ratio: 0.3 }, {})).toBe(
      'clearly fewer a school day than last year (30); no clear change from last term (20)',
    );
    expect(tell(0, { count: 0, verdict: 'too_few' }, { count: 6, verdict: 'too_few' })).toBe(
      'against 6 last term: too few to call a change; none last year either',
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
    expect(tell([9, 'concern'], [6, 'concern'], [7, 'concern'], [4, 'improvement'])).toBe(
      '1 of 4 school weeks this term was above the usual range; 2 were in a run above the average; 1 was in a run below the average',
    );
    expect(tell([6, 'concern'], [4, 'improvement'], [4, 'improvement'])).toBe(
      '1 of 3 school weeks this term was in a run of seven or more above the average and 2 in one below it',
    );
    const quiet = chart([1, 'improvement'], [5]);
    const empty = { ...quiet, points: quiet.points.map((point) => ({ ...point, incidents: 0 })) };
    expect(tellChartWeeks(empty, 'this term')).toBe(
      '1 of 2 school weeks this term was below the usual range (nothing recorded)',
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
    expect(tell([8 + 1e-15], [2 - 1e-16])).toBe('Both school weeks this term were within the usual range');
    expect(tell([5])).toBe('The one school week this term that is shown was within the usual range');
    expect(tell([5], [6])).toBe('Both school weeks this term were within the usual range');
    expect(tell([5], [6], [5])).toBe('All 3 school weeks this term were within the usual range');
    expect(tellChartWeeks({ points: [], start: 0 }, 'this term')).toBe(
      'No school week this term can be shown',
    );
  });
});

describe('groups', () => {
  it('are called by people first', () => {
    const call = (characteristic: string, group: string) => callGroup({ characteristic, group });
    expect(call('Sex', 'Boys')).toBe('boys');
    expect(call('SEN', 'SEN support or EHC plan')).toBe('pupils with SEN support or an EHC plan');
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

describe('groups that differ', () => {
  const row = (group: string, low: number, high: number, stands_out: boolean): GovernorGroupRow => ({
    characteristic: 'Year group',
    group,
    on_roll: 50,
    pupils: 20,
    involvements: 60,
    rate: 3,
    rate_interval: [2, 4],
    ratio: Math.sqrt(low * high),
    ratio_interval: [low, high],
    stands_out,
  });

  it('are clear, perhaps or neither, in title, sentence and mark alike', () => {
    const rows = fc.array(
      fc.record({
        year: fc.integer({ min: 1, max: 13 }),
        low: fc.double({ min: 0.1, max: 3, noNaN: true }),
        width: fc.double({ min: 1.01, max: 4, noNaN: true }),
        clear: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const groups = drawn.map(({ year, low, width, clear }, at) =>
          row(`Year ${year}${at}`, low, low * width, clear),
        );
        const above = groups.filter(({ ratio_interval }) => (ratio_interval?.[0] ?? 0) > 1);
        const clear = above.filter(({ stands_out }) => stands_out);
        const [title, told] = [titleGroups(groups), tellGroups(groups)];
        expect(
          / (times as often as other pupils|clearly in incidents more often than other pupils)$/.test(title),
        ).toBe(clear.length > 0 || /^No group/.test(title));
        expect(/may have been/.test(title)).toBe(clear.length === 0 && above.length > 0);
        for (const { group, stands_out } of above) {
          expect(told).toContain(`${group} pupils`);
          if (!stands_out)
            expect(told.slice(told.indexOf('Perhaps more often'))).toContain(`${group} pupils (`);
        }
        for (const each of groups.filter((one) => !above.includes(one) && !isClearGroup(one)))
          expect(told).not.toContain(`${each.group} pupils`);
        expect(pickUnequalGroup(groups) === null).toBe(clear.length === 0);
      }),
    );
  });

  it('counts more than four by name, and girls are told of where boys are', () => {
    const many = ['1', '2', '3', '4', '5'].map((name) => row(name, 1.2, 3, true));
    expect(titleGroups(many)).toBe('5 groups were clearly in incidents more often than other pupils');
    const sexes = [
      { ...row('Boys', 1.2, 3, true), characteristic: 'Sex' },
      { ...row('Girls', 0.3, 0.8, true), characteristic: 'Sex' },
    ];
    expect(titleGroups(sexes)).toBe('Boys were in incidents 1.9 times as often as other pupils');
    expect(tellGroups(sexes)).not.toContain('girls');
    expect(titleGroups([row('Year 1', 0.3, 0.8, true)])).toBe(
      'Year 1 pupils were clearly in incidents less often than other pupils',
    );
    expect(tellGroups([row('Year 1', 0.3, 0.8, true)])).toContain(
      'Clearly less often: Year 1 pupils (0.49 times',
    );
    expect([1.04, 1.004, 1.2, 0.97, 0.996].map(formatRatio)).toEqual([
      '1.04',
      '1.004',
      '1.2',
      '0.97',
      '0.996',
    ]);
  });
});

describe('fillWords', () => {
  it('fills every name or fails', () => {
    expect(fillWords('{a} and {b}', { a: '1', b: '2' })).toBe('1 and 2');
    expect(() => fillWords('{a} and {c}', { a: '1' })).toThrow("no value for {c} in '{a} and {c}'");
  });
});

describe('the first of a ranked list', () => {
  const ranked = (counts: readonly number[]) => counts.map((count, at) => ({ name: `k${at}`, count }));
  const cut = (counts: readonly number[], most: number) =>
    cutAtTie(ranked(counts), most, ({ count }) => count).map(({ count }) => count);

  it('cuts no tie', () => {
    expect(cut([9, 5, 5, 1], 3)).toEqual([9, 5, 5]);
    expect(cut([9, 5, 5, 1], 2)).toEqual([9]);
    expect(cut([5, 5, 5], 2)).toEqual([]);
    expect(cut([5, 5], 2)).toEqual([5, 5]);
  });

  it('is drawn with words that are true', () => {
    expect(pickDrawn(ranked([9, 5, 1]), 3)).toMatchObject({ told: '' });
    expect(pickDrawn(ranked([9, 5, 1, 1]), 3)).toMatchObject({
      drawn: [{ count: 9 }, { count: 5 }],
      told: 'the 2 most recorded',
    });
    expect(pickDrawn(ranked([9, 1, 1]), 2)).toMatchObject({ told: '2 of 3' });
  });

  it('names all that tie with the third', () => {
    expect(nameTop(ranked([9, 5, 1, 1, 0]))).toBe('k0 9, k1 5, k2 1 and k3 1');
    expect(nameTop([])).toBe('');
  });

  it('is told with what is left', () => {
    expect(listTally(ranked([8, 3]))).toBe('k0 (8), k1 (3)');
    expect(listTally(ranked([8, 3, 2, 2]), 3)).toBe('k0 (8), k1 (3) and 2 more with at most 2');
    expect(listTally(ranked([2, 2, 2]), 2)).toBe('3, the most with 2 each');
    expect(listTally([])).toBe('');
  });
});

describe('words that go with a number', () => {
  it('are chosen by it', () => {
    const say = (cases: string) => fillWords('{cases} {cases|case was|cases were} read', { cases });
    expect(['0', '1', '2', '1,000'].map(say)).toEqual([
      '0 cases were read',
      '1 case was read',
      '2 cases were read',
      '1,000 cases were read',
    ]);
  });

  it('are found out where they do not agree', () => {
    for (const wrong of [
      '1 incidents',
      '1 serious incidents were told',
      '1 pupils were',
      '1 pupil were',
      '2 pupil',
      '0 incident',
      '2 cases was',
      '1 days in a row',
    ])
      expect(findDisagreements(`Told: ${wrong}.`), wrong).not.toEqual([]);
    for (const right of [
      '1 incident was',
      '0 incidents were',
      '1 of 3 incidents',
      '1 to 4 pupils',
      '10.1 incidents a day',
      '1 pupil is in 2 cases',
      '31 pupils',
      'in 1 of 1 case',
    ])
      expect(findDisagreements(`Told: ${right}.`), right).toEqual([]);
  });
});

describe('isBusyOutside', () => {
  const quiet = (school_days: number, days_without_entries: number, gap: number) => ({
    school_days,
    days_without_entries,
    longest_gap: { school_days: gap },
  });

  it('asks after empty days in a row where hardly another day is empty', () => {
    expect(isBusyOutside(120, quiet(55, 7, 5))).toBe(true);
    expect(isBusyOutside(60, quiet(55, 12, 10))).toBe(true);
    expect(isBusyOutside(26, quiet(55, 33, 14))).toBe(true);
  });

  it('takes a run for chance where half of the other days are empty too', () => {
    expect(isBusyOutside(26, quiet(55, 31, 7))).toBe(false);
    expect(isBusyOutside(30, quiet(55, 26, 5))).toBe(false);
  });

  it('says nothing of a hidden or small number, or without a gap', () => {
    expect(isBusyOutside(HIDDEN, quiet(55, 7, 5))).toBe(false);
    expect(isBusyOutside(0, quiet(55, 55, 55))).toBe(false);
    expect(isBusyOutside(20, quiet(55, 15, 10))).toBe(false);
    expect(isBusyOutside(120, { ...quiet(55, 2, 2), longest_gap: null })).toBe(false);
    expect(isBusyOutside(120, { ...quiet(55, 2, 5), days_without_entries: null })).toBe(false);
  });
});

it('writes the one day of a span once', () => {
  expect(spellSpan({ from: '2025-09-25', to: '2025-09-25' })).toBe('25 September 2025');
  expect(spellSpan({ from: '2025-09-25', to: '2025-09-26' })).toBe('25 September 2025 to 26 September 2025');
});

it('keeps the capital of a language within a sentence', () => {
  expect(['English as an additional language', 'Ethnicity', 'SEN'].map(uncapitalise)).toEqual([
    'English as an additional language',
    'ethnicity',
    'SEN',
  ]);
});
