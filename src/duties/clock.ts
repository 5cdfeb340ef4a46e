import { addDays, formatDayMonthYear } from '../calendar/iso-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { ClockDays } from '../policy/duty-rule.ts';
import type { DutyContext } from './duty-case.ts';

type Clocks = Pick<DutyContext, 'calendar' | 'clocks' | 'workingDays'>;

/** The clock that a need's days really are: `working` may mean school days in a profile. */
function settle(days: ClockDays, context: Clocks): ClockDays {
  return days === 'working' ? context.workingDays : days;
}

/** Deadlines found before: many records of one day have the same. */
const deadlines = new WeakMap<Clocks['clocks'], Map<string, IsoDate>>();

/**
 * The last day of a deadline, the incident's own day being 0. A school calendar that ends before the deadline cannot
 * tell it: then weekdays without bank holidays are counted instead.
 */
export function findDeadline(date: IsoDate, within: number, days: ClockDays, context: Clocks): IsoDate {
  const clock = settle(days, context);
  if (clock === 'calendar' || within === 0) return addDays(date, within);
  const known = deadlines.get(context.clocks) ?? new Map<string, IsoDate>();
  deadlines.set(context.clocks, known);
  const key = `${date} ${within} ${clock}`;
  const due =
    known.get(key) ??
    addWorkingDays(date, within, context.clocks[clock]) ??
    addWorkingDays(date, within, context.clocks.working) ??
    addDays(date, within);
  known.set(key, due);
  return due;
}

/**
 * The day itself when there is school, else the next school day; null where the term dates end before. A day before
 * they begin stays what it is: nobody can tell. Without term dates only weekends and bank holidays are known to be free.
 */
export function findSchoolDayFrom(date: IsoDate, { calendar, clocks }: Clocks): IsoDate | null {
  if (calendar.source !== 'terms_file') return addWorkingDays(date, 0, clocks.working);
  return date < (calendar.schoolDays[0] ?? '9999') ? date : addWorkingDays(date, 0, calendar);
}

/** Which calendar a deadline was counted by, in words. */
export function nameClock(days: ClockDays, context: Clocks): string {
  const clock = settle(days, context);
  if (clock === 'calendar') return 'all days counted';
  if (clock === 'working') return 'weekdays without bank holidays';
  return context.calendar.source === 'terms_file'
    ? 'school days of terms.csv'
    : 'school days of the usual year';
}

/** A day in words. */
export const sayDay = formatDayMonthYear;
