import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { choosePeriod } from '../../src/calendar/choose-period.ts';
import { TermwiseError } from '../../src/errors.ts';
import { sampleHalfTerms } from './helpers/sample-half-terms.ts';

const calendar = buildCalendar(sampleHalfTerms(), 'england');
const whole = ['2024-09-04', '2026-07-17'] as const;

describe('choosePeriod', () => {
  it('takes the latest term with data, the term before and the same term last year', () => {
    const chosen = choosePeriod(calendar, {}, whole);
    expect(chosen.period).toEqual({
      name: '2025-26 Summer',
      from: '2026-04-13',
      to: '2026-07-21',
      schoolDays: 64,
    });
    expect(chosen.previous?.name).toBe('2025-26 Spring');
    expect(chosen.lastYear?.name).toBe('2024-25 Summer');
  });

  it('takes a named term, whatever its case, and has no comparison before the record', () => {
    const chosen = choosePeriod(calendar, { term: ' 2024-25 autumn ' }, whole);
    expect(chosen.period.name).toBe('2024-25 Autumn');
    expect(chosen.previous).toBeNull();
    expect(chosen.lastYear).toBeNull();
    expect(choosePeriod(calendar, {}, ['2026-05-01', '2026-07-17']).previous).toBeNull();
  });

  it('names the terms there are when the name is unknown', () => {
    const ask = () => choosePeriod(calendar, { term: 'Michaelmas' }, whole);
    expect(ask).toThrow(TermwiseError);
    try {
      ask();
    } catch (error) {
      expect((error as TermwiseError).hint).toContain('2024-25 Autumn, 2024-25 Spring');
    }
  });

  it('cuts a term that the record covers in part', () => {
    const chosen = choosePeriod(calendar, {}, ['2024-10-01', '2026-05-20']);
    expect(chosen.period).toMatchObject({ name: '2025-26 Summer', to: '2026-05-20', schoolDays: 27 });
    const first = choosePeriod(calendar, { term: '2024-25 Autumn' }, ['2024-10-01', '2026-05-20']);
    expect(first.period.from).toBe('2024-10-01');
  });

  it('compares a span with as many school days before it and the same weeks last year', () => {
    const chosen = choosePeriod(calendar, { from: '2026-01-12', to: '2026-02-06' }, whole);
    expect(chosen.period).toEqual({
      name: '12 January 2026 to 6 February 2026',
      from: '2026-01-12',
      to: '2026-02-06',
      schoolDays: 20,
    });
    expect(chosen.previous).toMatchObject({ from: '2025-11-28', to: '2026-01-09', schoolDays: 20 });
    expect(chosen.lastYear).toMatchObject({ from: '2025-01-13', to: '2025-02-07', schoolDays: 20 });
  });

  it('opens an open end to the record and refuses a backward span', () => {
    expect(choosePeriod(calendar, { from: '2026-06-01' }, whole).period.to).toBe('2026-07-17');
    expect(choosePeriod(calendar, { to: '2024-09-30' }, whole)).toMatchObject({
      period: { from: '2024-09-04' },
      previous: null,
      lastYear: null,
    });
    expect(() => choosePeriod(calendar, { from: '2026-06-02', to: '2026-06-01' }, whole)).toThrow(/before/);
  });

  it.each([
    [{ from: '2026-09-01' }, 'the period from 2026-09-01 holds none of the data'],
    [{ to: '2024-07-01' }, 'the period to 2024-07-01 holds none of the data'],
    [
      { from: '2027-01-04', to: '2027-02-01' },
      'the period from 2027-01-04 to 2027-02-01 holds none of the data',
    ],
    [
      { from: '2025-12-24', to: '2025-12-28' },
      'the period from 2025-12-24 to 2025-12-28 holds no school day',
    ],
  ])('refuses a span that could only look empty, naming the range of the data: %j', (choice, message) => {
    const ask = () => choosePeriod(calendar, choice, whole);
    expect(ask).toThrow(message);
    try {
      ask();
    } catch (error) {
      expect(error).toMatchObject({ hint: 'The data runs from 2024-09-04 to 2026-07-17.' });
    }
  });

  it('refuses a term that the data does not reach, and takes one in which nothing was recorded', () => {
    const range = ['2025-01-06', '2026-02-01'] as const;
    const ask = (term: string) => () => choosePeriod(calendar, { term }, range);
    for (const term of ['2024-25 autumn', '2025-26 Summer'])
      expect(ask(term)).toThrow(/^the term '(2024-25 Autumn|2025-26 Summer)' holds none of the data$/);
    for (const term of ['2024-25 Spring', '2024-25 Summer', '2025-26 Spring'])
      expect(ask(term)().period.name).toBe(term);
  });

  it('falls back to the whole record when no term holds any of it', () => {
    const chosen = choosePeriod(calendar, {}, ['2030-01-07', '2030-01-11']);
    expect(chosen.period).toMatchObject({ from: '2030-01-07', to: '2030-01-11', schoolDays: 0 });
    expect(chosen.previous).toBeNull();
  });
});
