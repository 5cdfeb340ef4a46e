import type { IsoDate } from '../incident/incident.ts';
import data from './bank-holidays.yaml';
import { easterSunday } from './easter-sunday.ts';
import { addDays, isoDate, isWeekday, mondayOf, weekdayOf } from './iso-date.ts';
import type { Nation } from './nation.ts';

/** One bank holiday as it was kept: the day off, not the feast. */
export interface BankHoliday {
  readonly date: IsoDate;
  readonly name: string;
}

type RuleId = string;
interface Rule {
  readonly name: string;
  readonly fixed?: string;
  readonly easter?: number;
  readonly first_monday?: string;
  readonly last_monday?: string;
  readonly since?: number;
}
interface Exception {
  readonly date: IsoDate;
  readonly name: string;
  readonly instead_of?: RuleId;
  readonly nations?: readonly Nation[];
}
interface HolidayData {
  readonly source: string;
  readonly rules: Readonly<Record<RuleId, Rule>>;
  readonly nations: Readonly<Record<Nation, readonly RuleId[]>>;
  readonly exceptions: readonly Exception[];
}

const HOLIDAYS = data as HolidayData;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2060;
const cache = new Map<string, readonly BankHoliday[]>();

/**
 * The bank holidays of one nation and year, by date, weekend feasts moved to their substitute day.
 *
 * A substitute is the next weekday that is not a holiday already (schedule 1 of the 1971 Act comes to the
 * same). Rules and dated exceptions are in bank-holidays.yaml with their sources; a proclamation made after
 * this was written is missing. Throws a RangeError outside 2000 to 2060.
 */
export function listBankHolidays(nation: Nation, year: number): readonly BankHoliday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`bank holidays are known for ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}`);
  }
  const key = `${nation} ${year}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = makeYear(nation, year);
  cache.set(key, made);
  return made;
}

/** Whether a day is a bank holiday in the nation; years outside 2000 to 2060 have none that are known. */
export function isBankHoliday(nation: Nation, date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  return listBankHolidays(nation, year).some((holiday) => holiday.date === date);
}

function makeYear(nation: Nation, year: number): readonly BankHoliday[] {
  const exceptions = HOLIDAYS.exceptions.filter(
    (item) => item.date.startsWith(`${year}-`) && (item.nations ?? [nation]).includes(nation),
  );
  const replaced = new Set(exceptions.map((item) => item.instead_of));
  const taken = new Map<IsoDate, string>(exceptions.map((item) => [item.date, item.name]));
  const toMove: BankHoliday[] = [];
  for (const id of HOLIDAYS.nations[nation]) {
    const rule = HOLIDAYS.rules[id];
    if (rule === undefined || replaced.has(id) || year < (rule.since ?? FIRST_YEAR)) continue;
    const date = dayOfRule(rule, year);
    if (isWeekday(date)) taken.set(date, rule.name);
    else toMove.push({ date, name: rule.name });
  }
  for (const { date, name } of toMove) {
    let substitute = date;
    while (!isWeekday(substitute) || taken.has(substitute)) substitute = addDays(substitute, 1);
    taken.set(substitute, `${name} (substitute day)`);
  }
  return [...taken]
    .map(([date, name]) => ({ date, name }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

function dayOfRule(rule: Rule, year: number): IsoDate {
  if (rule.fixed !== undefined) return `${year}-${rule.fixed}`;
  if (rule.easter !== undefined) return addDays(easterSunday(year), rule.easter);
  if (rule.first_monday !== undefined) {
    const first = `${year}-${rule.first_monday}-01`;
    return addDays(first, (8 - weekdayOf(first)) % 7);
  }
  const month = Number(rule.last_monday);
  return mondayOf(addDays(isoDate(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1));
}
