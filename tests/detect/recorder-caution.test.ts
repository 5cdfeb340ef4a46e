import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { readThresholds } from '../../src/detect/read-thresholds.ts';
import { lookAtRecorder } from '../../src/detect/recorder-caution.ts';
import { sumUpRecorders } from '../../src/detect/recorder-run.ts';
import type { PlacedIncident } from '../../src/detect/school-record.ts';
import { calendar, evenDays, makeContext, makeInput, type Told } from './helpers/make-input.ts';

const entered = (...by: readonly (string | null)[]): readonly PlacedIncident[] =>
  makeContext(
    makeInput(
      by.map((each) => ({ date: '2025-10-06', who: '1A-01', ...(each === null ? {} : { by: each }) })),
    ),
  ).record.incidents;
const times = (count: number, by: string | null): (string | null)[] =>
  Array.from({ length: count }, () => by);
const thresholds = readThresholds();
const look = (after: readonly PlacedIncident[], before: readonly PlacedIncident[], scale = 1) =>
  lookAtRecorder({ thresholds }, { after, before, scale });
const none = makeContext(makeInput([{ date: '2025-10-06', who: '1A-01' }])).record.incidents.slice(1);

describe('lookAtRecorder', () => {
  it('says when one person entered more than 6 in 10 of the extra records', () => {
    const before = entered('A', 'B', 'B');
    expect(look(entered(...times(8, 'A'), 'B', 'C', 'C'), before)).toMatchObject({ verdict: 'one' });
    expect(look(entered(...times(4, 'A'), ...times(4, 'B'), 'C', 'D', 'E'), before)).toEqual({
      verdict: 'several',
      caution: '',
    });
  });

  it('says when most of a fall is in one person’s records', () => {
    const { verdict, caution } = look(entered('B', 'C'), entered(...times(9, 'A'), 'B', 'C'));
    expect(verdict).toBe('one');
    expect(caution).toMatch(/^Most of the fall is in the records of one member of staff/);
  });

  it('cannot tell of few records, or where nobody is named', () => {
    expect(look(entered(...times(4, 'A')), none).verdict).toBe('too_few');
    expect(look(entered(...times(40, null)), none).verdict).toBe('too_few');
  });

  it('allows for the exposure on both sides', () => {
    expect(look(entered(...times(20, 'A')), entered(...times(10, 'A')), 2).verdict).toBe('too_few');
    expect(look(entered(...times(20, 'A')), entered(...times(10, 'A')), 1).verdict).toBe('one');
  });

  it('of one pupil, only where that person did not enter most of the records before', () => {
    const ask = (before: readonly PlacedIncident[]) =>
      lookAtRecorder(
        { thresholds },
        { after: entered(...times(20, 'A'), 'B'), before, scale: 1, unlessUsual: true },
      ).verdict;
    expect(ask(entered(...times(5, 'A'), 'B'))).toBe('several');
    expect(ask(entered('A', ...times(5, 'B')))).toBe('one');
  });

  it('never cautions where the extra records are evenly of three people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 0, max: 20 }), (more, before) => {
        const by = (count: number) => ['A', 'B', 'C'].flatMap((name) => times(count, name));
        return (
          look(entered(...by(before + more)), before === 0 ? none : entered(...by(before))).verdict ===
          'several'
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('the caution stands in the finding', () => {
  const classes = ['1A', '2A', '3A', '4A', '5A', '6A', '7A'];
  const base = evenDays(3, classes).map((one, at) => ({ ...one, by: `Staff ${at % 9}` }));
  const summer = calendar.schoolDays.filter((date) => date >= '2026-04-13');
  const extra = (by: (at: number) => string): readonly Told[] =>
    summer.flatMap((date, at) => [
      {
        date,
        who: at % 3 === 0 ? '1A-07' : `1A-${String(at % 30).padStart(2, '0')}`,
        place: 'Yard',
        time: '12:15',
        by: by(at),
      },
      { date, who: `${classes[at % 7]}-11`, place: 'Yard', time: '12:15', by: by(at) },
      { date, who: `${classes[at % 7]}-13`, place: 'Hall', time: '10:15', by: by(at) },
    ]);
  const kindsWith = (told: readonly Told[]): readonly string[] => [
    ...new Set(
      detectFindings(makeInput([...base, ...told], { classes }))
        .findings.filter(
          ({ sentence }) =>
            sentence.includes('one member of staff') || sentence.includes('One member of staff'),
        )
        .map(({ kind }) => kind),
    ),
  ];

  it('of pupils, classes, year groups, places and the school', () => {
    expect(kindsWith(extra(() => 'New Head')).toSorted()).toEqual([
      'class_trend',
      'hotspot',
      'pupil_trend',
      'school_trend',
      'year_trend',
    ]);
  });

  it('and not where many enter them', () => {
    expect(kindsWith(extra((at) => `Staff ${at % 9}`))).toEqual([]);
  });

  it('is counted among what was asked', () => {
    const { detectors } = detectFindings(makeInput([...base, ...extra(() => 'New Head')], { classes }));
    const run = detectors.find(({ detector }) => detector === 'recorder');
    expect(run?.lookedAt).toBeGreaterThan(4);
    expect(run?.note).toMatch(/^[1-9]\d* of them say so, where more than 6 in 10 /);
    expect(sumUpRecorders([{ verdict: 'one', caution: 'Told.' }], 0.6).note).toMatch(
      /^1 of them says so, where /,
    );
    expect(sumUpRecorders([], 0.6)).toMatchObject({
      lookedAt: 0,
      note: expect.stringContaining('nothing to ask'),
    });
  });
});
