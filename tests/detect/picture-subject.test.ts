import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { pictureSubject } from '../../src/detect/picture-subject.ts';
import { evenDays, makeInput, type Told } from './helpers/make-input.ts';

const quiet = evenDays(2);
const summer = quiet
  .map(({ date }) => date)
  .filter((date, at, all) => date >= '2026-04-13' && all[at - 1] !== date);
const risen: readonly Told[] = summer.filter((_, at) => at % 4 === 0).map((date) => ({ date, who: '1A-07' }));
const input = makeInput([...quiet, ...risen]);
const { findings } = detectFindings(input);

describe('pictureSubject', () => {
  it('gathers weeks, categories and findings of a pupil', () => {
    const picture = pictureSubject('1a-07', input, findings);
    expect(picture).toMatchObject({ subject: '1A-07', kind: 'pupil' });
    expect(picture?.findings.map(({ kind }) => kind)).toContain('pupil_trend');
    const total = picture?.weeks.reduce((sum, { incidents }) => sum + incidents, 0);
    expect(total).toBe(picture?.categories.reduce((sum, { incidents }) => sum + incidents, 0));
    expect(total).toBeGreaterThanOrEqual(risen.length);
    expect(picture?.tooFew.join(' ')).not.toContain('too few to call a change');
  });

  it('says what a class has too little for, and nothing of it where there is enough', () => {
    const picture = pictureSubject('1A', input, findings);
    expect(picture).toMatchObject({ subject: '1A', kind: 'class' });
    expect(picture?.tooFew).toEqual([
      '2 classes this school year: too few to hold one against the others (6 needed).',
    ]);
    const thin = makeInput(quiet.filter((_, at) => at % 120 === 0));
    expect(pictureSubject('1A', thin, [])?.tooFew.join(' ')).toMatch(
      /too few to tell a step \(20 needed, in 8 weeks\)/,
    );
  });

  it('says what a pupil with little recorded has too little for', () => {
    const thin = makeInput([...quiet.filter((_, at) => at % 60 === 0), { date: '2026-05-05', who: '1B-11' }]);
    const told = pictureSubject('1B-11', thin, [])?.tooFew.join(' ') ?? '';
    expect(told).toContain('too few days to call a pattern (4 needed');
    expect(told).toContain('too few to call a change (6 needed in all)');
    expect(told).toContain('too few to tell whether it is the same one (3 needed)');
    expect(told).not.toContain('%');
  });

  it('has nothing of a name that nobody has, or of a record with no incident', () => {
    expect(pictureSubject('Nobody', input, findings)).toBeNull();
    expect(pictureSubject('1A', makeInput([]), [])).toBeNull();
  });

  it('says that there is nothing earlier in the first term', () => {
    const first = makeInput(quiet.filter(({ date }) => date < '2024-12-20'));
    expect(pictureSubject('1A-07', first, [])?.tooFew.join(' ')).toContain('no earlier term');
  });
});
