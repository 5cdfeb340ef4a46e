import type { IsoDate } from '../incident/incident.ts';
import data from './assumed-years.yaml';
import { buildCalendar } from './build-calendar.ts';
import { easterSunday } from './easter-sunday.ts';
import { addDays, formatDayMonthYear, isWeekday, mondayOf, weekdayOf } from './iso-date.ts';
import type { Nation } from './nation.ts';
import type { HalfTerm, SchoolCalendar } from './school-calendar.ts';

/** A calendar made up for want of terms.csv, with what was taken for granted in sentences for the reader. */
export interface AssumedCalendar {
  readonly calendar: SchoolCalendar;
  readonly assumptions: readonly string[];
}

interface UsualYear {
  readonly starts: { readonly weekday_from: string };
  readonly autumn_break: { readonly monday_by: string; readonly days: number };
  readonly autumn_ends: { readonly friday_by: string };
  readonly spring_break: { readonly monday_by: string; readonly days: number };
  readonly whitsun_break: boolean;
  readonly ends: { readonly weekday_by: string };
}

const USUAL = data as Readonly<Record<Nation, UsualYear>>;
const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
};
/** From a last Friday to the Monday after a fortnight's holiday. */
const FORTNIGHT_FROM_FRIDAY = 17;

/**
 * The usual year of a nation for every academic year from one date to another: three terms, or each half-term a term
 * of its own where the school has six.
 *
 * A guess, good to a week or so: it is used only without terms.csv, INSET days are unknown, and the sentences
 * that come with it must reach the reader.
 */
export function assumeCalendar(
  nation: Nation,
  from: IsoDate,
  to: IsoDate,
  termsInYear: 3 | 6 = 3,
): AssumedCalendar {
  const halves: HalfTerm[] = [];
  for (let year = academicYearOf(from); year <= academicYearOf(to); year += 1) {
    const usual = usualYear(nation, year);
    halves.push(...(termsInYear === 6 ? usual.map(numberTerm) : usual));
  }
  const calendar = buildCalendar(halves, nation, 'assumed');
  const first = calendar.terms[0]?.start ?? from;
  const last = calendar.terms.at(-1)?.end ?? to;
  return {
    calendar,
    assumptions: [
      `No term dates were given: the usual school year in ${NATION_NAMES[nation]} was assumed ` +
        `(${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}).`,
      ...(termsInYear === 6
        ? ['The policy profile has six terms: each half-term of that year counts as a term.']
        : []),
      'INSET days are not known, so every weekday of term that is not a bank holiday counts as a school day.',
      'Comparisons by term and rates per school day may be out where the school keeps other dates: ' +
        'give terms.csv to put this right.',
    ],
  };
}

/** The year an academic year starts in; August is taken as its first month. */
function academicYearOf(date: IsoDate): number {
  return Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0);
}

/** In a six-term year every half-term is a term, numbered from September. */
function numberTerm(half: HalfTerm, index: number): HalfTerm {
  const name = `Term ${index + 1}`;
  return { ...half, term: name, name };
}

function usualYear(nation: Nation, year: number): readonly HalfTerm[] {
  const usual = USUAL[nation];
  const next = year + 1;
  const academicYear = `${year}-${String(next).slice(2)}`;
  const make = (term: string, half: 1 | 2, start: IsoDate, end: IsoDate): HalfTerm => ({
    academicYear,
    term,
    name: `${term} ${half}`,
    start,
    end,
    insetDays: [],
  });
  const start = weekdayFrom(`${year}-${usual.starts.weekday_from}`);
  const autumnBreak = mondayOf(`${year}-${usual.autumn_break.monday_by}`);
  const christmas = fridayBy(`${year}-${usual.autumn_ends.friday_by}`);
  const springBreak = mondayOf(`${next}-${usual.spring_break.monday_by}`);
  const easter = easterBreakOf(next);
  const end = weekdayBy(`${next}-${usual.ends.weekday_by}`);
  const terms = [
    make('Autumn', 1, start, addDays(autumnBreak, -3)),
    make('Autumn', 2, addDays(autumnBreak, usual.autumn_break.days + 2), christmas),
    make('Spring', 1, addDays(christmas, FORTNIGHT_FROM_FRIDAY), addDays(springBreak, -3)),
    make('Spring', 2, afterBreak(springBreak, usual.spring_break.days), addDays(easter, -3)),
  ];
  const summer = addDays(easter, 14);
  if (!usual.whitsun_break) return [...terms, make('Summer', 1, summer, end)];
  const whitsun = mondayOf(`${next}-05-31`);
  return [
    ...terms,
    make('Summer', 1, summer, addDays(whitsun, -3)),
    make('Summer', 2, addDays(whitsun, 7), end),
  ];
}

/**
 * The Monday on which the Easter fortnight begins: the week before Easter Monday as a rule, a week earlier when
 * Easter is late (after 14 April), on Easter Monday itself when it is in March (Good Friday is a bank holiday).
 */
function easterBreakOf(year: number): IsoDate {
  const sunday = easterSunday(year);
  const back = sunday.slice(5) > '04-14' ? 14 : sunday.slice(5) < '04-01' ? 0 : 7;
  return addDays(sunday, 1 - back);
}

function afterBreak(monday: IsoDate, days: number): IsoDate {
  return addDays(monday, days >= 5 ? 7 : days);
}

function weekdayFrom(date: IsoDate): IsoDate {
  return isWeekday(date) ? date : addDays(mondayOf(date), 7);
}

function weekdayBy(date: IsoDate): IsoDate {
  return isWeekday(date) ? date : addDays(mondayOf(date), 4);
}

function fridayBy(date: IsoDate): IsoDate {
  return addDays(date, -((weekdayOf(date) + 2) % 7));
}
