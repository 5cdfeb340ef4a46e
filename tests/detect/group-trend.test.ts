import { describe, expect, it } from 'vitest';
import { detectSchoolTrends, detectYearTrends } from '../../src/detect/group-trend.ts';
import { calendar, evenDays, makeContext, makeInput, pupilName, type Told } from './helpers/make-input.ts';

const classes = ['1A', '2A', '3A', '4A', '5A', '6A', '7A'];
const quiet = evenDays(3, classes);
const summer = calendar.schoolDays.filter((date) => date >= '2026-04-13');
const context = (extra: readonly Told[], base = quiet) =>
  makeContext(makeInput([...base, ...extra], { classes }));

describe('detectSchoolTrends', () => {
  it('says that the whole school records more, and that this may be recording', () => {
    const told = summer.flatMap((date, at) =>
      [0, 1].map((n) => ({ date, who: pupilName(classes[at % 7] ?? '1A', (at + n * 9) % 30) })),
    );
    const { findings, run } = detectSchoolTrends(context(told));
    expect(findings.map(({ direction }) => direction)).toEqual(['up', 'up']);
    expect(findings[0]?.sentence).toMatch(
      /^Whole school: \d+ incidents recorded in 2025-26 Summer against \d+ in /,
    );
    expect(findings[0]?.sentence).toContain('a change in recording looks the same');
    expect(run.lookedAt).toBe(2);
  });

  it('sees no change in an even school', () => {
    expect(detectSchoolTrends(context([])).findings).toEqual([]);
  });

  it('says when there is no earlier term', () => {
    const first = quiet.filter(({ date }) => date < '2024-12-20');
    expect(detectSchoolTrends(context([], first)).run.note).toMatch(/no earlier term/);
    expect(detectYearTrends(context([], first)).run.note).toMatch(/no earlier term/);
  });

  it('has no same term last year in the first year', () => {
    const year = quiet.filter(({ date }) => date < '2025-08-01');
    expect(detectSchoolTrends(context([], year)).run).toMatchObject({ lookedAt: 2, tooFew: 1 });
  });
});

describe('detectYearTrends', () => {
  it('compares the same pupils with the three terms before, the rest of the school allowed for', () => {
    const told = summer.map((date, at) => ({ date, who: pupilName('2A', at % 30) }));
    const { findings, run } = detectYearTrends(context(told));
    expect(
      findings.filter(({ tier }) => tier === 'clear').map(({ subject, direction }) => [subject, direction]),
    ).toEqual([['Year 2', 'up']]);
    expect(findings[0]?.comparison).toEqual({ from: '2025-04-22', to: '2026-03-27' });
    expect(findings[0]?.sentence).toContain('would be usual for the same pupils');
    expect(run.lookedAt).toBe(7);
  });
});
