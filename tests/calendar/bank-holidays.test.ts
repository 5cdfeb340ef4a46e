import { describe, expect, it } from 'vitest';
import { isBankHoliday, listBankHolidays } from '../../src/calendar/bank-holidays.ts';
import { isWeekday } from '../../src/calendar/iso-date.ts';

const datesOf = (nation: Parameters<typeof listBankHolidays>[0], year: number) =>
  listBankHolidays(nation, year).map((holiday) => holiday.date);

/** Dates as published on gov.uk/bank-holidays. */
describe('bank holidays', () => {
  it('England and Wales 2020: Early May moved to VE Day, Boxing Day on a Saturday', () => {
    const expected = [
      '2020-01-01',
      '2020-04-10',
      '2020-04-13',
      '2020-05-08',
      '2020-05-25',
      '2020-08-31',
      '2020-12-25',
      '2020-12-28',
    ];
    expect(datesOf('england', 2020)).toEqual(expected);
    expect(datesOf('wales', 2020)).toEqual(expected);
  });

  it('England 2022: jubilee, state funeral, Christmas Day on a Sunday, New Year on a Saturday', () => {
    expect(datesOf('england', 2022)).toEqual([
      '2022-01-03',
      '2022-04-15',
      '2022-04-18',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-29',
      '2022-09-19',
      '2022-12-26',
      '2022-12-27',
    ]);
  });

  it('Scotland 2022 and 2026', () => {
    expect(datesOf('scotland', 2022)).toEqual([
      '2022-01-03',
      '2022-01-04',
      '2022-04-15',
      '2022-05-02',
      '2022-06-02',
      '2022-06-03',
      '2022-08-01',
      '2022-09-19',
      '2022-11-30',
      '2022-12-26',
      '2022-12-27',
    ]);
    expect(isBankHoliday('scotland', '2026-06-15')).toBe(true);
    expect(isBankHoliday('england', '2026-06-15')).toBe(false);
    expect(isBankHoliday('scotland', '2006-11-30')).toBe(false);
  });

  it('Northern Ireland 2026 and 2027', () => {
    expect(datesOf('northern_ireland', 2026)).toEqual([
      '2026-01-01',
      '2026-03-17',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-07-13',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
    expect(isBankHoliday('northern_ireland', '2027-12-28')).toBe(true);
  });

  it('falls on weekdays only, never fewer than eight, for every year and nation', () => {
    for (const nation of ['england', 'wales', 'scotland', 'northern_ireland'] as const) {
      for (let year = 2000; year <= 2060; year += 1) {
        const dates = datesOf(nation, year);
        expect(dates.every(isWeekday)).toBe(true);
        expect(new Set(dates).size).toBe(dates.length);
        expect(dates.length).toBeGreaterThanOrEqual(8);
      }
    }
  });

  it('says which years it knows', () => {
    expect(() => listBankHolidays('england', 1999)).toThrow(/2000 to 2060/);
    expect(isBankHoliday('england', '1999-12-25')).toBe(false);
  });
});
