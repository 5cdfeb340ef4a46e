import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import type { DetectInput } from '../../src/detect/detect-input.ts';
import { pictureSubject } from '../../src/detect/picture-subject.ts';
import type { DetectorRun } from '../../src/incident/finding.ts';
import { calendar, evenDays, makeInput, type Told } from './helpers/make-input.ts';

const limit = { value: 4, whose: 'termwise' } as const;
const runOf = (input: DetectInput, detector: string): DetectorRun | undefined =>
  detectFindings({ recordLimit: limit, ...input }).detectors.find((run) => run.detector === detector);

/** A school of three incidents in one week of its first term: too little for every question. */
const tiny: readonly Told[] = ['2024-11-04', '2024-11-05', '2024-11-07'].map((date, at) => ({
  date,
  who: at === 1 ? '1B-02' : '1A-01',
  what: at === 2 ? 'Theft' : 'Defiance',
  place: 'Hall',
  time: '10:15',
  others: at === 0 ? ['1B-02'] : [],
}));
const three = makeInput(tiny, { size: 3 });
const both: Told = { ...(tiny[0] as Told), roles: { '1A-01': 'harming', '1B-02': 'harming' } };

interface Case {
  readonly input?: DetectInput;
  readonly lookedAt: number;
  readonly tooFew: number;
  /** What too few is; null where one is enough. */
  readonly tooFewIf: RegExp | null;
  readonly note?: RegExp;
  /** What the picture of a pupil, or of a class, then says; not there where the question is of no one pupil or class. */
  readonly ofPupil?: RegExp;
  readonly ofClass?: RegExp;
}

/** One entry a detector: a new one without an entry here fails. */
const CASES: Readonly<Record<string, Case>> = {
  // Two kinds and six pupils.
  pupil_pattern: {
    lookedAt: 12,
    tooFew: 12,
    tooFewIf: /fewer than 3 days/,
    ofPupil: /‘Defiance’ on 1 day, ‘Theft’ on 1 day: too few days to call a pattern \(4 needed/,
  },
  pupil_trend: {
    lookedAt: 2,
    tooFew: 2,
    tooFewIf: /no school day recorded before the period/,
    note: /no earlier term/,
    ofPupil: /no earlier term/,
  },
  class_trend: {
    lookedAt: 2,
    tooFew: 2,
    tooFewIf: /fewer than 20 incidents .* fewer than 4 recorded weeks/,
    ofClass: /2 incidents in 1 recorded week .*too few to tell a step \(20 needed, in 8 weeks\)/,
  },
  // One record names another child of the year group's five.
  pair: {
    lookedAt: 5,
    tooFew: 5,
    tooFewIf: /fewer than 3 days/,
    note: /Of 1 pupil .* 1 has fewer than 3 in a school year; nobody has more/,
    ofPupil: /Another child is named on 1 day: too few .*\(3 needed\)/,
  },
  mutual_pair: {
    input: makeInput([both], { size: 3 }),
    lookedAt: 10,
    tooFew: 10,
    tooFewIf: /fewer than 3 days/,
    note: /Of 2 pupils .* nobody has more/,
    ofPupil: /on 1 day that this pupil and another both took part: too few/,
  },
  hotspot: {
    lookedAt: 1,
    tooFew: 1,
    tooFewIf: /only 1 week recorded; 11 are needed/,
  },
  class_pattern: {
    lookedAt: 4,
    tooFew: 4,
    tooFewIf: /fewer than 8 days, 4 pupils or 4 weeks/,
    note: /Fewer than 6 classes \(2\)/,
    ofClass: /2 classes this school year: too few/,
  },
  year_trend: { lookedAt: 1, tooFew: 1, tooFewIf: /fewer than 4 recorded weeks/, note: /no earlier term/ },
  school_trend: { lookedAt: 2, tooFew: 2, tooFewIf: /fewer than 20 incidents/, note: /no earlier term/ },
  serious_repeat: {
    lookedAt: 2,
    tooFew: 0,
    tooFewIf: null,
    note: /One is enough/,
    ofPupil: /No record carries a serious label/,
  },
  policy_limit: {
    lookedAt: 2,
    tooFew: 2,
    tooFewIf: /fewer than 4 records in the period/,
    note: /0 pupils reached 4 records in a term \(our number; the policy gives none\)/,
    ofPupil: /2 records in 2024-25 Autumn; the number is 4 records in a term .*: not reached/,
  },
  recorder: { lookedAt: 0, tooFew: 0, tooFewIf: /fewer than 5 records/, note: /nothing to ask/ },
};

describe('too few to tell is a result', () => {
  it('of every detector there is', () => {
    const all = detectFindings(three).detectors.map(({ detector }) => detector);
    expect([...all].sort()).toEqual(Object.keys(CASES).sort());
  });

  it.each(Object.entries(CASES))('%s says how many it looked at and what was too few', (detector, one) => {
    const { input = three, note, tooFewIf, lookedAt, tooFew } = one;
    const run = runOf(input, detector);
    expect(run).toMatchObject({ detector, lookedAt, tooFew, clear: 0, possible: 0 });
    expect(run?.unit).toMatch(/^(a|an|two) \S/);
    if (tooFewIf === null) expect(run?.tooFewIf).toBeNull();
    else expect(run?.tooFewIf).toMatch(tooFewIf);
    if (note !== undefined) expect(run?.note).toMatch(note);
  });

  it.each(Object.entries(CASES))('%s says it of a pupil or class asked for', (detector, one) => {
    const { input = three, ofPupil, ofClass } = one;
    for (const [name, pattern] of [
      ['1A-01', ofPupil],
      ['1A', ofClass],
    ] as const) {
      const picture = pictureSubject(name, { recordLimit: limit, ...input }, []);
      const asked = picture?.asked.find((each) => each.detector === detector);
      if (pattern === undefined) expect(asked).toBeUndefined();
      else {
        expect(asked?.said).toMatch(pattern);
        if (asked?.enough === false) expect(picture?.tooFew).toContain(asked.said);
      }
    }
  });

  it('is not said where there is enough', () => {
    const told = evenDays(3, ['1A', '1B', '2A', '2B', '3A', '3B'], 10).map((each, at) => ({
      ...each,
      others: [`${each.who.slice(0, 2)}-0${at % 7}`].filter((name) => name !== each.who),
    }));
    const input = makeInput(told, { classes: ['1A', '1B', '2A', '2B', '3A', '3B'], size: 10 });
    for (const run of detectFindings({ ...input, recordLimit: limit }).detectors) {
      if (run.detector === 'recorder' || run.detector === 'mutual_pair') continue;
      expect(run.tooFew, run.detector).toBeLessThan(run.lookedAt);
    }
    const picture = pictureSubject('1A-01', { ...input, recordLimit: limit }, []);
    expect(picture?.asked.filter(({ enough }) => !enough).map(({ detector }) => detector)).toEqual([
      'mutual_pair',
    ]);
    expect(pictureSubject('1a', input, [])?.tooFew).toEqual([]);
  });
});

describe('a school with next to nothing', () => {
  it.each([
    ['one incident', makeInput(tiny.slice(0, 1), { size: 1 })],
    ['one incident and no roll', makeInput(tiny.slice(0, 1), { roll: false })],
    [
      'one pupil in one class',
      makeInput([{ date: '2025-09-15', who: '1A-00' }], { classes: ['1A'], size: 1 }),
    ],
    ['a second term of a single day', makeInput([...tiny, { date: '2025-01-07', who: '1A-01' }])],
  ])('has no finding and no gap in what it says: %s', (_, input) => {
    const { findings, detectors } = detectFindings(input);
    expect(findings).toEqual([]);
    for (const run of detectors) {
      expect(run.tooFew, run.detector).toBeLessThanOrEqual(run.lookedAt);
      if (run.tooFewIf !== null && run.detector !== 'recorder') expect(run.tooFew).toBe(run.lookedAt);
      expect(JSON.stringify(run)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('lists a serious record of the holidays though no incident lies on a school day', () => {
    const input = makeInput([{ date: '2026-08-12', who: '1A-01', codes: ['weapon'] }]);
    const { findings, detectors } = detectFindings(input);
    expect(findings.map(({ subject, category }) => [subject, category])).toEqual([['1A-01', 'weapon']]);
    expect(detectors.find(({ detector }) => detector === 'serious_repeat')).toMatchObject({ clear: 1 });
    expect(detectors).toHaveLength(Object.keys(CASES).length);
  });

  it('knows a pupil whose records all lie in the holidays, and not a stranger', () => {
    const holiday = makeInput([{ date: '2026-08-12', who: '1A-01' }]);
    expect(pictureSubject('1a-01', holiday, [])).toMatchObject({
      subject: '1A-01',
      weeks: [],
      tooFew: [
        expect.stringMatching(/^None of 1 record is a behaviour incident within 3 days of a school day/),
      ],
    });
    expect(pictureSubject('1A-99', holiday, [])).toBeNull();
    expect(calendar.schoolDays).not.toContain('2026-08-12');
  });
});
