import { describe, expect, it } from 'vitest';
import { summarisePupils } from '../../src/count/summarise-pupils.ts';
import { detectPupilTrends } from '../../src/detect/pupil-trend.ts';
import { evenDays, makeContext, makeInput, pupilName, type Told } from './helpers/make-input.ts';

const quiet = evenDays(2);
const summer = quiet
  .map(({ date }) => date)
  .filter((date, at, all) => date >= '2026-04-13' && all[at - 1] !== date);
const every = (days: readonly string[], step: number, who: string): readonly Told[] =>
  days.filter((_, at) => at % step === 0).map((date) => ({ date, who }));
const detect = (extra: readonly Told[]) => detectPupilTrends(makeContext(makeInput([...quiet, ...extra])));

describe('detectPupilTrends', () => {
  it('finds a rise, with the terms before and when it began', () => {
    const { findings, run } = detect(every(summer, 4, '1A-07'));
    expect(findings).toHaveLength(1);
    const [rise] = findings;
    expect(rise).toMatchObject({
      kind: 'pupil_trend',
      subject: '1A-07',
      category: null,
      direction: 'up',
      from: '2026-04-13',
      to: '2026-07-20',
      comparison: { from: '2025-04-22', to: '2026-03-27' },
      tier: 'clear',
    });
    expect(rise?.sentence).toMatch(
      /^1A-07: \d+ incidents in 2025-26 Summer; in the 3 terms before, \d+, \d+ and \d+\. /,
    );
    expect(rise?.sentence).toMatch(/usual rate \(between .* and .* times it\)\. The rise began /);
    expect(rise?.sentence).not.toContain('%');
    expect(rise?.brief).toMatch(
      /^\d+ incidents; \d+, \d+ and \d+ in the 3 terms before\. .* usual rate \(between .* times it\)\. The rise began /,
    );
    const { from = '', to = '' } = rise?.started ?? {};
    expect([from <= '2026-04-20', to >= '2026-04-13']).toEqual([true, true]);
    expect(run.lookedAt).toBeGreaterThan(0);
  });

  it("says the pupil's number of the period, and how many of them it compares", () => {
    const holiday = { date: '2026-05-27', who: '1A-07' };
    const after = { date: '2026-07-25', who: '1A-07' };
    const named = { date: '2026-06-10', who: '1B-09', others: ['1A-07'] };
    const rise = every(summer, 4, '1A-07');
    const input = makeInput([...quiet, ...rise, holiday, after, named]);
    const [finding] = detectPupilTrends(makeContext(input)).findings;
    const [own] = summarisePupils({ ...input, previous: null, lastYear: null }).filter(
      ({ pupil }) => pupil === '1A-07',
    );
    const compared = finding?.observed ?? 0;
    expect(own?.incidents).toBe(compared + 2);
    expect(finding?.sentence).toContain(
      `: ${compared + 2} incidents in 2025-26 Summer (${compared} compared);`,
    );
    expect(finding?.brief).toContain(`${compared + 2} incidents (${compared} compared);`);
  });

  it('finds a fall by the same test', () => {
    const before = quiet
      .map(({ date }) => date)
      .filter((date, at, all) => date < '2026-04-13' && all[at - 1] !== date);
    const { findings } = detect(every(before, 3, '1B-11'));
    expect(findings.find(({ subject }) => subject === '1B-11')).toMatchObject({
      direction: 'down',
      started: null,
    });
  });

  it('says so where there was nothing before', () => {
    const told = quiet.filter(({ who }) => who !== '1A-07');
    const { findings } = detectPupilTrends(makeContext(makeInput([...told, ...every(summer, 5, '1A-07')])));
    expect(findings[0]).toMatchObject({ subject: '1A-07', expected: 0, ratio: null });
    expect(findings[0]?.interval[1]).toBeNull();
    expect(findings[0]?.sentence).toContain('There were none to compare with before');
    expect(findings[0]?.brief).toContain('. None before to compare with, so no usual rate. The rise began ');
  });

  it('does not see a rise that the whole school shows', () => {
    const doubled = Array.from({ length: 30 }, (_, n) =>
      ['1A', '1B'].flatMap((form) => every(summer, 9, pupilName(form, n))),
    ).flat();
    expect(detect(doubled).findings).toEqual([]);
  });

  it('answers "nothing to compare with" in the first term', () => {
    const input = makeInput(evenDays(2).filter(({ date }) => date < '2024-12-20'));
    const { findings, run } = detectPupilTrends(makeContext(input));
    expect(findings).toEqual([]);
    expect(run.note).toBe('There is no earlier term to compare with.');
  });

  it('answers "too few" for pupils with little recorded', () => {
    const input = makeInput(evenDays(1).filter((_, at) => at % 40 === 0));
    const { run } = detectPupilTrends(makeContext(input));
    expect(run).toMatchObject({ lookedAt: 3, tooFew: 3 });
    expect(run.note).toMatch(/No pupil has enough/);
  });
});
