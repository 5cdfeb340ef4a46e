import { describe, expect, it } from 'vitest';
import { detectClassTrends } from '../../src/detect/class-trend.ts';
import { evenDays, makeContext, makeInput, pupilName, type Told } from './helpers/make-input.ts';

const classes = ['1A', '1B', '2A', '2B', '3A', '3B'];
const quiet = evenDays(3, classes);
const days = [...new Set(quiet.map(({ date }) => date))];
/** One more a day in one class from a date, by many pupils. */
const rise = (form: string, from: string, by?: string): readonly Told[] =>
  days
    .filter((date) => date >= from && date < '2026-08-01')
    .map((date, at) => ({ date, who: pupilName(form, at % 25), ...(by === undefined ? {} : { by }) }));
const detect = (extra: readonly Told[]) =>
  detectClassTrends(makeContext(makeInput([...quiet, ...extra], { classes })));

describe('detectClassTrends', () => {
  it('finds the week of a step up and says how many pupils are in it', () => {
    const { findings, run } = detect(rise('2A', '2026-02-24'));
    expect(findings.map(({ subject }) => subject)).toEqual(['2A']);
    const [step] = findings;
    expect(step).toMatchObject({
      kind: 'class_trend',
      direction: 'up',
      from: '2026-02-23',
      to: '2026-07-20',
      tier: 'clear',
    });
    expect(step?.comparison).toEqual({ from: '2025-09-02', to: '2026-02-22' });
    expect(step?.sentence).toMatch(
      /^2A: from the week of 23 February 2026 incidents were about .* times the rate before/,
    );
    expect(step?.sentence).toContain('pupils are involved, so this is not one child.');
    expect(step?.sentence).toContain('after choosing the week');
    expect(step?.brief).toMatch(
      /^from the week of \d+ \w+ \d{4}( \(most likely between .+ and .+\))? .+ the rate before: .+, after choosing the week\)\. The rhythm/,
    );
    expect(run).toMatchObject({ lookedAt: 12, tooFew: 0, clear: 1 });
    expect(run.expectedByChance).toBeLessThan(1);
  });

  it('finds a step down', () => {
    const before = days
      .filter((date) => date >= '2025-09-01' && date < '2026-02-23')
      .map((date, at) => ({ date, who: pupilName('3B', at % 25) }));
    expect(detect(before).findings[0]).toMatchObject({ subject: '3B', direction: 'down' });
  });

  it('cautions when one person entered the extra records, and when they are of one pupil', () => {
    expect(detect(rise('2A', '2026-02-24', 'Mr New')).findings[0]?.sentence).toContain(
      'check whether recording changed',
    );
    const one = days.filter((date) => date >= '2026-02-24').map((date) => ({ date, who: '2A-03' }));
    const found = detect(one).findings[0];
    if (found !== undefined)
      expect(found.sentence).toContain('more than half of the records are of one pupil');
  });

  it('sees no step when the whole school rises', () => {
    expect(detect(classes.flatMap((form) => rise(form, '2026-02-24'))).findings).toEqual([]);
  });

  it('does not let three rising classes of six hide one another, nor the others seem to fall', () => {
    const { findings } = detect([
      ...rise('1A', '2025-11-24'),
      ...rise('2A', '2026-01-19'),
      ...rise('3A', '2026-03-09'),
    ]);
    expect(findings.map(({ subject, direction }) => `${subject} ${direction}`).sort()).toEqual([
      '1A up',
      '2A up',
      '3A up',
    ]);
  });

  it('finds a class that steps while all others step the other way in the end', () => {
    const all = classes.flatMap((form) => rise(form, form === '2B' ? '2026-09-01' : '2026-02-24'));
    expect(detect(all).findings.map(({ subject, direction }) => [subject, direction])).toEqual([
      ['2B', 'down'],
    ]);
  });

  it('sees no step in one pupil’s bad fortnight, nor in a term that is bad for one pupil alone', () => {
    const fortnight = days
      .filter((date) => date >= '2026-03-02' && date < '2026-03-14')
      .flatMap((date) => [1, 2].map(() => ({ date, who: '2A-03' })));
    expect(detect(fortnight).findings).toEqual([]);
    const halfTerm = days
      .filter((date, at) => date >= '2026-01-05' && date < '2026-02-14' && at % 2 === 0)
      .map((date) => ({ date, who: '2A-03' }));
    expect(detect(halfTerm).findings).toEqual([]);
  });

  it('has nothing to hold the only class against, and holds it against the pupils of no class', () => {
    const only = evenDays(1, ['2A']);
    const step = rise('2A', '2026-02-24');
    const input = makeInput([...only, ...step], { classes: ['2A'] });
    expect(detectClassTrends(makeContext(input)).findings).toEqual([]);
    const others = evenDays(2, ['1A', '1B']);
    const mixed = makeInput([...only, ...step, ...others], { classes: ['2A', '1A', '1B'] });
    const classless = {
      ...mixed,
      roll: mixed.roll.map((entry) => (entry.className === '2A' ? entry : { ...entry, className: null })),
      labelled: mixed.labelled.map((one) => ({
        ...one,
        incident: {
          ...one.incident,
          involvements: one.incident.involvements.map((part) =>
            part.className === '2A' ? part : { ...part, className: null },
          ),
        },
      })),
    };
    const { findings, run } = detectClassTrends(makeContext(classless));
    expect(run.lookedAt).toBe(2);
    expect(findings.map(({ subject, direction }) => [subject, direction])).toEqual([['2A', 'up']]);
  });

  it('counts every school day the same in a log too thin to show a rhythm', () => {
    const thin = evenDays(1, classes).filter((_, at) => at % 4 === 0);
    const context = makeContext(makeInput([...thin, ...rise('2A', '2026-02-24')], { classes }));
    expect(context.index.usable).toBe(false);
    expect(detectClassTrends(context).findings.map(({ subject }) => subject)).toEqual(['2A']);
  });

  it('says when there is too little, or no class', () => {
    const few = detectClassTrends(
      makeContext(
        makeInput(
          quiet.filter((_, at) => at % 40 === 0),
          { classes },
        ),
      ),
    );
    expect(few.run).toMatchObject({ lookedAt: 12, tooFew: 12 });
    const input = makeInput(quiet.slice(0, 50), { roll: false });
    const classless = {
      ...input,
      labelled: input.labelled.map((one) => ({
        ...one,
        incident: {
          ...one.incident,
          involvements: one.incident.involvements.map((part) => ({ ...part, className: null })),
        },
      })),
    };
    expect(detectClassTrends(makeContext(classless)).run).toMatchObject({
      lookedAt: 0,
      note: 'The record names no classes.',
    });
  });
});
