import { describe, expect, it } from 'vitest';
import { readSuspensionDays } from '../../src/policy/read-suspension-days.ts';

describe('days that are not how long a suspension is', () => {
  it.each([
    [
      'Suspended for 2 days. Parents told they may make representations to governors within 15 school days of the suspension.',
      2,
    ],
    ['Suspended for 2 days (appeal within 10 days of suspension)', 2],
    ['Suspension, work set, under 6 days', null],
    ['Suspended for 2 days. This makes 8 days of suspension this term.', 2],
    ['Suspended for 2 days, making a total of 8 days of suspension.', 2],
    ['Suspended for 1 day. Total days suspended this year: 12 days.', 1],
    ['Suspended for 2 days. That is 8 days of suspension altogether.', 2],
    ['Suspended for 3 days altogether.', 3],
    ['Suspended for a total of 3 days.', 3],
    ['This makes 8 days of suspension this term.', null],
    ['Suspended for 1 day. If it happens again, a 10 day suspension.', 1],
    ['Suspended for 1 day. Next time she could be suspended for 5 days.', 1],
    ['Suspended for 1 day. Another incident will lead to a 10 day suspension.', 1],
    ['Head considered a 6 day suspension but decided on 2 days.', 2],
    ['Permanent exclusion considered, but suspended for 5 days.', 5],
    ['Considered a permanent exclusion but suspended for 5 days.', 5],
    ['Suspended for 1 day rather than 5 days.', 1],
    ['Jake hit Mia two days after her last suspension. Suspended for 1 day.', 1],
    ['Already suspended for 5 days in the autumn. Suspended for 1 day.', 1],
    ['Suspended for 5 days last term. Suspended for 1 day.', 1],
    ['Suspended for 2 days after hitting Jake.', 2],
    ['When asked if he did it he swore, so he was suspended for 2 days.', 2],
    ['She will be suspended for 2 days.', 2],
    ['Suspension of 5 days, reduced to 3 days.', 3],
    ['Suspended for 1 day, then 3 days in isolation.', 1],
    ['Threatened a teacher and was suspended for 3 days', 3],
    ['Threatening behaviour against an adult: suspended for 3 days', 3],
    ['Pulled faces at staff and was suspended for 3 days', 3],
    ['Asked if he did it he lied: excluded for 3 days', 3],
    ['Making racist comments - suspended for 2 days', 2],
    ['Bringing a knife into school: suspended for 5 days', 5],
    ['After considering the evidence the head suspended him for 2 days', 2],
    ['Suspended for 2 days for the third time this year.', 2],
    ['Threatened with a 10 day suspension if it goes on.', null],
    ['He now faces a 5 day suspension.', null],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });
});

describe('days behind the first and the last day', () => {
  it.each([
    ['Suspended from 17/11/2025 to 25/11/2025 (7 days).', 7],
    ['Suspended from Monday 3 November to Monday 10 November inclusive (6 days).', 6],
    ['Suspended Monday 3rd November 2025 until Wednesday 5th November 2025, 3 days.', 3],
    ['Suspended. Seen on 17/11/2025 after the meeting with his mother and father, 7 days.', null],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });
});

describe('days of a suspension', () => {
  it.each([
    ['Suspended for 3 days', 3],
    ['two day suspension', 2],
    ['5-day fixed term exclusion', 5],
    ['Suspended for 1.5 days, work set.', 1.5],
    ['half day suspension', 0.5],
    ['Half a day suspension given.', 0.5],
    ['Suspension - 2 school days', 2],
    ['FTE for 3 days', 3],
    ['FTE 3d', 3],
    ['Excluded for fifteen school days', 15],
    ['Suspended for two and a half days', 2.5],
    ['Suspended 2½ days', 2.5],
    ['Suspended for two days and a half', 2.5],
    ['Suspended for twenty-five days', 25],
    ['Suspended 2 days, then suspended 4 days', 4],
    ['Excluded 3 days', 3],
    ['excluded until Monday', null],
    ['Suspended. Back on Monday.', null],
    ['Suspended for 0 days', null],
    ['Suspended for 400 days', null],
    ['internally excluded for 2 days', null],
    ['Internal exclusion 2 days. Suspended.', null],
    ['Kept in for two days. Suspension considered.', null],
    ['Suspended', null],
    ['Off school for 3 days', null],
    ['', null],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });
});
