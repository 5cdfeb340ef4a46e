import type { IsoDate } from '../incident/incident.ts';
import { easterSunday } from './easter-sunday.ts';
import { findTerm } from './find-term.ts';
import { addDays } from './iso-date.ts';
import type { SchoolCalendar } from './school-calendar.ts';

/** A term as the law on suspensions counts it, which in a six-term school is not the term the school shows. */
export interface StatutoryTerm {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** School days one pupil may be suspended for in a school year (England and Wales). */
export const MAX_SUSPENSION_DAYS = 45;

/**
 * The term that suspension limits of a date are counted over (more than 5 days, more than 15 days in a term).
 *
 * A school year of up to three terms counts by its own terms. With more than three, the law has three spans,
 * parted at 31 December, Easter Monday and 31 July: DfE, Suspension and Permanent Exclusion guidance; held
 * from the regulations of 2012 and to be checked against the edition in force. No pupil is in school on the
 * parting days, so which side they fall on does not matter.
 */
export function statutoryTermOf(calendar: SchoolCalendar, date: IsoDate): StatutoryTerm {
  const year = Number(date.slice(0, 4));
  const shown = findTerm(calendar, date);
  const termsInYear = calendar.terms.filter((term) => term.academicYear === shown?.academicYear).length;
  if (shown !== null && termsInYear <= 3) return { name: shown.name, from: shown.start, to: shown.end };
  const easterMonday = addDays(easterSunday(year), 1);
  if (date < easterMonday) {
    return { name: `Spring ${year} (statutory)`, from: `${year}-01-01`, to: addDays(easterMonday, -1) };
  }
  if (date <= `${year}-07-31`) {
    return { name: `Summer ${year} (statutory)`, from: easterMonday, to: `${year}-07-31` };
  }
  return { name: `Autumn ${year} (statutory)`, from: `${year}-08-01`, to: `${year}-12-31` };
}

/** The school year (1 August to 31 July) that the limit of 45 days is counted over. */
export function statutoryYearOf(date: IsoDate): StatutoryTerm {
  const year = Number(date.slice(0, 4));
  const first = date.slice(5) >= '08-01' ? year : year - 1;
  return { name: `${first}-${String(first + 1).slice(2)}`, from: `${first}-08-01`, to: `${first + 1}-07-31` };
}
