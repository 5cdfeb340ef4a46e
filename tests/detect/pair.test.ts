import { describe, expect, it } from 'vitest';
import { detectMutualPairs } from '../../src/detect/mutual-pair.ts';
import { detectPairs } from '../../src/detect/pair.ts';
import { gatherPairs } from '../../src/detect/pair-record.ts';
import { yearMatesOf } from '../../src/detect/year-mates.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { calendar, makeContext, makeInput, pupilName, type Told } from './helpers/make-input.ts';

const random = createRandom('ordinary pairs');
const anyOf = (form: string): string => pupilName(form, Math.floor(random() * 30));
/** Every third school day someone hurts someone of their class. */
const ordinary: readonly Told[] = calendar.schoolDays
  .filter((_, at) => at % 3 === 0)
  .map((date, at) => {
    const form = at % 2 === 0 ? '1A' : '1B';
    return { date, who: anyOf(form), others: [anyOf(form)], what: 'Physical' };
  })
  .filter(({ who, others }) => !others.includes(who));
const repeated = ['2025-11-05', '2025-11-19', '2025-12-03', '2026-01-14', '2026-02-04', '2026-03-04'];
const context = (extra: readonly Told[]) => makeContext(makeInput([...ordinary, ...extra]));

describe('detectPairs', () => {
  it('finds the same other child again and again, in words that claim no more than the record', () => {
    const { findings, run } = detectPairs(
      context(repeated.map((date) => ({ date, who: '1A-02', others: ['1A-17'] }))),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'pair',
      subject: '1A-02 -> 1A-17',
      tier: 'clear',
      from: '2025-11-05',
      to: '2026-03-04',
    });
    expect(findings[0]?.sentence).toMatch(
      /on which a record about 1A-02 names another child, 1A-17 was involved/,
    );
    expect(run.lookedAt).toBeGreaterThan(500);
  });

  it('gives the days that the records have, of a weekend too', () => {
    const dates = ['2025-11-08', ...repeated.slice(1, -1), '2026-03-07'];
    const told = dates.map((date) => ({ date, who: '1A-02', others: ['1A-17'] }));
    const [directed] = detectPairs(context(told)).findings;
    expect([directed?.from, directed?.to]).toEqual(['2025-11-08', '2026-03-07']);
    expect(directed?.sentence).toContain('8 November 2025 to 7 March 2026');
    const both = { '1A-02': 'harming', '1A-17': 'harming' } as const;
    const [mutual] = detectMutualPairs(context(told.map((one) => ({ ...one, roles: both })))).findings;
    expect([mutual?.from, mutual?.to]).toEqual(['2025-11-08', '2026-03-07']);
  });

  it('says who hurt whom only where the records do, and when it goes both ways', () => {
    const hurt: readonly Told[] = repeated.map((date) => ({
      date,
      who: '1A-02',
      others: ['1A-17'],
      roles: { '1A-02': 'harming', '1A-17': 'harmed' },
    }));
    const back: readonly Told[] = [
      { date: '2026-03-05', who: '1A-17', others: ['1A-02'] },
      ...['2026-03-09', '2026-03-16'].map((date) => ({ date, who: '1A-17', others: ['1A-20'] })),
    ];
    const { findings } = detectPairs(context([...hurt, ...back]));
    expect(findings[0]?.sentence).toMatch(/a record says 1A-02 hurt another child, it was 1A-17/);
    expect(findings[0]?.sentence).toContain('the other way round on 1 day');
  });

  it('takes direction from the roles, not from who was entered first', () => {
    const told: readonly Told[] = repeated.map((date) => ({
      date,
      who: '1A-17',
      others: ['1A-02'],
      roles: { '1A-02': 'harming', '1A-17': 'harmed' },
    }));
    expect(detectPairs(context(told)).findings[0]?.subject).toBe('1A-02 -> 1A-17');
  });

  it('does not take one bad week for a pair, nor a busy child for a target of one', () => {
    const week = ['2025-11-03', '2025-11-04', '2025-11-05', '2025-11-06'];
    expect(
      detectPairs(context(week.map((date) => ({ date, who: '1A-02', others: ['1A-17'] })))).findings,
    ).toEqual([]);
    expect(detectPairs(context([])).findings).toEqual([]);
  });

  it('says when no record names another child', () => {
    const { run } = detectPairs(makeContext(makeInput(ordinary.map(({ date, who }) => ({ date, who })))));
    expect(run.note).toMatch(/cannot be told/);
  });
});

describe('yearMatesOf', () => {
  it('shares one actor’s chance out over the year group, adding up to 1', () => {
    const made = context(repeated.map((date) => ({ date, who: '1A-02', others: ['1A-17'] })));
    for (const gathered of gatherPairs(made.record)) {
      const mates = yearMatesOf(made.record, gathered);
      for (const actor of [0, 7, made.record.pupils.findIndex(({ label }) => label === '1A-02')]) {
        const shares = made.record.pupils.map((_, other) =>
          other === actor ? 0 : mates.shareOf(actor, other),
        );
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(mates.countFor(actor)).toBe(59);
      }
    }
  });
});

describe('detectMutualPairs', () => {
  const both = { '1A-02': 'harming', '1A-17': 'harming' } as const;
  it('keeps conflicts in which both took part apart, without a direction', () => {
    const told: readonly Told[] = repeated.map((date) => ({
      date,
      who: '1A-17',
      others: ['1A-02'],
      roles: both,
    }));
    const others: readonly Told[] = Array.from({ length: 40 }, (_, n) => {
      const [one, two] = [pupilName('1A', (n * 3) % 30), pupilName('1A', (n * 5 + 1) % 30)];
      return {
        date: calendar.schoolDays[200 + n * 3] ?? '2026-01-06',
        who: one,
        others: [two],
        roles: { [one]: 'harming', [two]: 'harming' },
      } as Told;
    }).filter(({ who, others }) => !others?.includes(who));
    const made = context([...told, ...others]);
    const { findings } = detectMutualPairs(made);
    expect(findings.map(({ subject }) => subject)).toEqual(['1A-02 <-> 1A-17']);
    expect(findings[0]?.sentence).toContain('both taking part');
    expect(findings[0]?.sentence).toContain('ask both');
    expect(detectPairs(made).findings).toEqual([]);
  });

  it('says when there is none', () => {
    expect(detectMutualPairs(context([])).run.note).toMatch(/both children took part/);
  });
});
