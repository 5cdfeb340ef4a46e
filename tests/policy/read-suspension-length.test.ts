import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { readSuspensionLength } from '../../src/policy/read-suspension-length.ts';

const half = (name: string, start: string, end: string) => ({
  academicYear: '2025-26',
  term: 'Autumn',
  name,
  start,
  end,
  insetDays: ['2025-11-14'],
});
const calendar = buildCalendar(
  [half('Autumn 1', '2025-09-02', '2025-10-24'), half('Autumn 2', '2025-11-03', '2025-12-19')],
  'england',
);
/** A record of Monday 10 November 2025, in the week of an INSET day on the Friday. */
const read = (text: string, date = '2025-11-10') => readSuspensionLength(text, date, calendar);

describe('a suspension told by its first and last day', () => {
  it.each([
    ['Suspended from 10/11/2025 to 18/11/2025 for punching staff.', 6],
    ['Suspended from Monday 10th to Tuesday 11th November for punching staff.', 2],
    ['Suspended 11/11/25 - 13/11/25 for punching staff.', 3],
    ['The suspension begins on 10 November 2025 and ends on 12 November 2025.', 3],
    ['FTE: 10.11.25–11.11.25', 2],
    ['Suspended Monday 10 November through Wednesday 12 November.', 3],
    ['Fixed-term exclusion from 10/11/2025 until 12/11/2025 inclusive.', 3],
    // The days stated win over those counted.
    ['Suspended from 10/11/2025 to 18/11/2025 (7 days).', 7],
  ])('%s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  it('leaves out the days of a holiday', () => {
    expect(read('Suspended from 23/10/2025 to 04/11/2025.', '2025-10-23')).toBe(4);
  });

  it.each([
    // The last day may be the day of return.
    'Suspended from 10/11/2025 until 12/11/2025.',
    'Suspended 10/11/2025 - 12/11/2025 return meeting with mum.',
    'Suspended on 10/11/2025. Return meeting 12/11/2025.',
    'Suspended on 10/11/2025 and 12/11/2025 rang mum.',
    // A Sunday, an INSET day: one of the two is written wrongly.
    'Suspended from 10/11/2025 to 16/11/2025.',
    'Suspended from 10/11/2025 to 14/11/2025.',
    'Suspended from 12/11/2025 to 10/11/2025.',
    // Other times, threats, other things.
    'Suspended. Last suspension from 10/09/2025 to 12/09/2025.',
    'He could be suspended from 11/11/2025 to 13/11/2025.',
    'Internal exclusion from 10/11/2025 to 12/11/2025.',
    'Suspended. Daily report from 10/11/2025 to 21/11/2025.',
    'Suspended; trip to Wales from 10/11/2025 to 12/11/2025.',
  ])('says nothing where nobody can tell: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a suspension made longer or shorter by some days', () => {
  it.each([
    ['Suspended for one day. Extended by 2 days on 11/11 after further evidence.', 3],
    ['Suspended for 2 days, extended by a further 1 day.', 3],
    ['Suspended for 5 days. Suspension reduced by 2 days after a meeting with parents.', 3],
    ['Suspended for 2 days, extended to 4 days.', 4],
    ['Suspended for 2 days. Detention extended by 3 days.', 2],
    ['Suspended for 2 days. It may be extended by 3 days.', 2],
    ['Suspended for 2 days. If it happens again it will be extended by 3 days.', 2],
    ['Report card extended by 5 days. Suspended for 1 day.', 1],
  ])('%s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  it('says nothing where only the change is told', () => {
    expect(read('Suspension extended by 2 days.')).toBeNull();
  });
});
