import { choosePeriod } from '../calendar/choose-period.ts';
import { findTerm } from '../calendar/find-term.ts';
import { weekdayOf } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { statutoryYearOf } from '../calendar/statutory-terms.ts';
import { eachInvolvement, NOT_RECORDED, outermostCategories } from '../count/count-period.ts';
import { daySlotOf } from '../count/day-slot.ts';
import { findYearGroups } from '../count/find-year-groups.ts';
import { compareText } from '../incident/compare-text.ts';
import type { IncidentKind, IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { DayPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import { WEEKDAYS } from '../incident/weekdays.ts';
import { maskYear } from '../privacy/mask-analysis.ts';
import { INSTEAD, keepKnownText } from './keep-known-words.ts';
import { listPeople } from './list-people.ts';
import { placeKindOf } from './sort-kinds.ts';

/** One record as a data team may have it: no pupil, no member of staff, no class, no word that somebody typed. */
export interface NamelessIncident {
  readonly school: string;
  /** Such as `2025-26`. */
  readonly schoolYear: string;
  /** Place in its school and school year, by day; another export may number otherwise. */
  readonly incident: number;
  readonly kind: IncidentKind;
  /** Whether it is counted as a behaviour incident. */
  readonly isBehaviour: boolean;
  /** As a return names it; null in the holidays. */
  readonly term: string | null;
  /** Null on a safeguarding record, of which nothing but its kind and term is told. */
  readonly told: ToldIncident | null;
}

/** What is told of a record that is not a safeguarding record. */
export interface ToldIncident {
  readonly date: IsoDate;
  readonly weekday: string;
  /** Part of the school day in the words of a return. */
  readonly period: string;
  readonly placeKind: string;
  readonly pupils: number;
  /** One entry for each pupil, so that they count involvements; in order, not in the order of the pupils. */
  readonly yearGroups: readonly string[];
  /** Outermost recorded categories whose words a return may hold; null when none may go. */
  readonly categories: readonly string[] | null;
  readonly codes: ReadonlySet<string>;
}

/** What the table is made from; `roll` is null when the school gave none. */
export interface NamelessInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly calendar: SchoolCalendar;
  readonly dayPeriods: readonly DayPeriod[];
  readonly roll: readonly RollEntry[] | null;
  readonly dataRange: readonly [IsoDate, IsoDate];
  /** School of records that name none. */
  readonly school: string;
}

/**
 * Every record without its people and words, so that the counts of an analysis can be made from it again. It is still
 * one line an incident: for the trust's own data team, never for an edition.
 */
export function listNamelessIncidents(input: NamelessInput): NamelessIncident[] {
  const spell = settleSchools(input);
  const yearsOf = openYears(input);
  const names = listPeople(input);
  const numbers = new Map<string, number>();
  return lastUntold(input.labelled).map((labelled) => {
    const { incident } = labelled;
    const school = spell(incident.school);
    const term = findTerm(input.calendar, incident.date);
    const schoolYear = shortYear(term?.academicYear) ?? statutoryYearOf(incident.date).name;
    const partition = `${schoolYear} ${school}`;
    const number = (numbers.get(partition) ?? 0) + 1;
    numbers.set(partition, number);
    return {
      school,
      schoolYear,
      incident: number,
      kind: incident.kind,
      isBehaviour: isBehaviourIncident(incident),
      term: term === null ? null : keepKnownText(term.name, 'terms', names),
      told:
        incident.kind === 'safeguarding'
          ? null
          : tell(labelled, input.dayPeriods, yearsOf(term?.name ?? null), names),
    };
  });
}

/** Safeguarding records behind all others: among them, their neighbours would tell their day. */
function lastUntold(labelled: readonly LabelledIncident[]): LabelledIncident[] {
  const isUntold = ({ incident }: LabelledIncident): boolean => incident.kind === 'safeguarding';
  return [...labelled.filter((one) => !isUntold(one)), ...labelled.filter(isUntold)];
}

function tell(
  labelled: LabelledIncident,
  dayPeriods: readonly DayPeriod[],
  yearOf: ReadonlyMap<PupilKey, string>,
  names: readonly string[],
): ToldIncident {
  const { incident, codes } = labelled;
  const involvements = eachInvolvement(labelled);
  const known = outermostCategories(incident.categories).filter(
    (category) => keepKnownText(category, 'categories', names) !== INSTEAD.categories,
  );
  return {
    date: incident.date,
    weekday: WEEKDAYS[weekdayOf(incident.date) - 1] ?? 'Monday',
    period: keepKnownText(daySlotOf(incident, dayPeriods), 'slots', names),
    placeKind: placeKindOf(incident.location ?? NOT_RECORDED),
    pupils: involvements.length,
    yearGroups: involvements
      .map(({ pupil, yearGroup }) => maskYear(yearGroup ?? yearOf.get(pupil) ?? NOT_RECORDED))
      .sort(compareText),
    categories: known.length === 0 ? null : known,
    codes,
  };
}

/** One spelling a school, since the spelling of its name does not make another. */
function settleSchools({ labelled, school }: NamelessInput): (named: string | null) => string {
  const spellings = new Map<string, string>();
  for (const { incident } of labelled) {
    const named = incident.school ?? school;
    const key = keyOfSchool(named);
    const before = spellings.get(key);
    if (before === undefined || compareText(named, before) < 0) spellings.set(key, named);
  }
  return (named) => spellings.get(keyOfSchool(named ?? school)) ?? school;
}

/** Year groups of pupils whose row does not say, by the term as an analysis of that term has them. */
function openYears(input: NamelessInput): (term: string | null) => ReadonlyMap<PupilKey, string> {
  const { labelled, pupils, roll, calendar, dataRange } = input;
  const years = new Map<string | null, ReadonlyMap<PupilKey, string>>();
  return (term) => {
    const before = years.get(term);
    if (before !== undefined) return before;
    const [from, to] = dataRange;
    const period =
      term === null
        ? { name: '', from, to, schoolDays: 0 }
        : choosePeriod(calendar, { term }, dataRange).period;
    const found = findYearGroups(labelled, pupils, roll, period);
    years.set(term, found);
    return found;
  };
}

/** A school year as `2025-26`, however terms.csv writes it; null for words that are none. */
function shortYear(label: string | undefined): string | null {
  const [, first, last] = /^(\d{4})\D(?:\d\d)?(\d\d)$/.exec(label ?? '') ?? [];
  return first === undefined || last === undefined ? null : `${first}-${last}`;
}
