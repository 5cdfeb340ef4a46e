import { describe, expect, it } from 'vitest';
import { detectPupilPatterns } from '../../src/detect/pupil-pattern.ts';
import { evenDays, makeContext, makeInput, type Told } from './helpers/make-input.ts';

const quiet = evenDays(1, ['1A', '1B', '2A', '2B']);
const classes = ['1A', '1B', '2A', '2B'];
const detect = (extra: readonly Told[], options = {}) =>
  detectPupilPatterns(makeContext(makeInput([...quiet, ...extra], { classes, ...options })));
const spread: readonly Told[] = [
  '2026-01-08',
  '2026-01-20',
  '2026-02-03',
  '2026-02-25',
  '2026-03-10',
  '2026-03-19',
].map((date) => ({ date, who: '2A-03', what: 'Physical', place: 'Playground' }));

describe('detectPupilPatterns', () => {
  it('finds a pupil recorded for one thing again and again over weeks', () => {
    const { findings, run } = detect(spread);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'pupil_pattern',
      subject: '2A-03',
      category: 'Physical',
      direction: 'up',
      from: '2026-01-06',
      to: '2026-03-27',
      tier: 'clear',
      observed: 6,
    });
    expect(findings[0]?.sentence).toBe(
      '2A-03 (2A): ‘Physical’ recorded on 6 days from 8 January 2026 to 19 March 2026, in 6 different weeks. ' +
        'In 2025-26 Spring a typical pupil would have fewer than 1. Mostly in: Playground. This counts records; it does not say why.',
    );
    expect(findings[0]?.evidence).toHaveLength(6);
    expect(run).toMatchObject({ clear: 1, possible: 0 });
    expect(run.lookedAt).toBeGreaterThan(run.tooFew);
  });

  it('gives the days that the records have, of a weekend too', () => {
    const [, ...rest] = spread.slice(0, -1);
    const weekend = ['2026-01-10', '2026-03-21'].map((date) => ({ ...spread[0], date, who: '2A-03' }));
    const [found] = detect([...weekend, ...rest]).findings;
    expect(found?.sentence).toContain(
      'on 6 days from 10 January 2026 to 21 March 2026, in 6 different weeks',
    );
  });

  it('counts a day once, and does not call one bad week a pattern', () => {
    const badWeek: readonly Told[] = [
      '2026-01-12',
      '2026-01-13',
      '2026-01-14',
      '2026-01-15',
      '2026-01-16',
    ].flatMap((date) => [
      { date, who: '2A-03', what: 'Physical' },
      { date, who: '2A-03', what: 'Physical' },
    ]);
    expect(detect(badWeek).findings).toEqual([]);
    const twice = [...spread, ...spread];
    expect(detect(twice).findings[0]?.observed).toBe(6);
  });

  it('takes three days of what is rare, spread over weeks, but not three days in a fortnight', () => {
    const others = ['Theft', 'Device', 'Online'].flatMap((what, n) =>
      spread.map((one) => ({ ...one, who: `1A-0${n}`, what })),
    );
    const three = (dates: readonly string[]) =>
      detect([...others, ...dates.map((date) => ({ date, who: '2A-03', what: 'Physical' }))]).findings.filter(
        ({ subject }) => subject === '2A-03',
      );
    expect(three(['2026-01-20', '2026-02-03', '2026-02-25'])).toHaveLength(1);
    expect(three(['2026-01-20', '2026-01-21', '2026-01-29'])).toEqual([]);
    expect(three(['2025-09-10', '2026-01-20', '2026-06-25'])).toEqual([]);
  });

  it('says of every pupil and category without enough days that there were too few to tell', () => {
    const three = ['2026-01-08', '2026-02-03', '2026-03-10'].map((date) => ({
      date,
      who: '2A-03',
      what: 'Disruption',
    }));
    const { findings, run } = detect(three);
    expect(findings).toEqual([]);
    expect(run.tooFew).toBeGreaterThan(0);
    expect(run.tooFew).toBeLessThanOrEqual(run.lookedAt);
  });

  it('finds none in an even school', () => {
    expect(detect([]).findings).toEqual([]);
  });

  it('says what a missing roll does', () => {
    expect(detect(spread, { roll: false }).run.note).toMatch(/No roll/);
    expect(detect(spread).run.note).toBeNull();
  });
});
