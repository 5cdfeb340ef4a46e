import { findWrittenDates, firstWeekdayFrom, type WrittenDate } from '../calendar/find-written-dates.ts';
import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { readToken } from '../classify/token-buffer.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { FamilyMark } from './act.ts';
import { type Clause, type ClauseView, type FoundFact, isAct } from './clause-view.ts';
import type { NamedFamily } from './find-families.ts';

/** A day that a clause names, by the place of its words. */
interface ClauseDate {
  readonly start: number;
  readonly date: IsoDate;
}

/** Reads the day of every act of one field. */
export interface DateReading {
  /** Days named in a clause, by place. */
  readonly inClause: readonly (readonly ClauseDate[])[];
  /** The day of a heading or of a line's end that holds for a clause without a day of its own. */
  readonly carried: readonly (IsoDate | null)[];
}

function startOf(view: ClauseView, clause: Clause): number {
  return view.tokens.start[clause.from] ?? 0;
}

function relativeDate(
  view: ClauseView,
  hit: FoundFact,
  base: IsoDate,
  calendar: SchoolCalendar,
): IsoDate | null {
  const [kind, number = ''] = hit.code.split('+');
  if (kind === '~day') return addDays(base, Number(number));
  if (kind === '~school') return addWorkingDays(base, 1, calendar) ?? addDays(base, 1);
  if (kind === '~weekday') return firstWeekdayFrom(base, Number(number));
  if (hit.code !== '~days_later') return null;
  const days = Number(readToken(view.tokens, hit.from));
  return Number.isInteger(days) && days > 0 && days < 100 ? addDays(base, days) : null;
}

/** What stands behind the day at the head of a log's entry, and before it. */
const LOG_HEAD = /^\s*[-–—:]/;
const ENTRY_ENDS = /(?:^|[,;.\n])\s*$/;

/**
 * `13/11 - rang mum, 14/11 - rang dad`: in a log a day with a dash behind it heads what follows, though the comma alone
 * would leave it with the entry before. Gives those days by the clause that they head.
 */
function findEntryHeads(
  view: ClauseView,
  clauses: readonly Clause[],
  written: readonly WrittenDate[],
  text: string,
): ReadonlyMap<number, WrittenDate> {
  const heads = (one: WrittenDate): boolean =>
    ENTRY_ENDS.test(text.slice(0, one.start)) && LOG_HEAD.test(text.slice(one.end));
  const [first, ...later] = written;
  const found = new Map<number, WrittenDate>();
  if (first === undefined || text.slice(0, first.start).trim() !== '' || !heads(first)) return found;
  for (const one of later.filter(heads)) {
    const at = clauses.findIndex((clause) => startOf(view, clause) >= one.end);
    if (at !== -1) found.set(at, one);
  }
  return found;
}

/** The days that the words of each clause name. */
function datesInClauses(
  view: ClauseView,
  clauses: readonly Clause[],
  written: readonly WrittenDate[],
): readonly (readonly WrittenDate[])[] {
  return clauses.map((clause, index) => {
    const next = clauses[index + 1];
    const [from, to] = [startOf(view, clause), next ? startOf(view, next) : Number.MAX_SAFE_INTEGER];
    return written.filter((one) => one.start >= from && one.start < to);
  });
}

/** Whether a clause begins with its day, as an entry of a log does. */
function isHeaded(view: ClauseView, clause: Clause, dates: readonly WrittenDate[]): boolean {
  const first = dates[0];
  if (first === undefined) return false;
  const acts = clause.hits.filter(isAct);
  return acts.every((hit) => (view.tokens.start[hit.from] ?? 0) >= first.start);
}

/** What is read of a text that names no day. */
const NO_DAYS: DateReading = { inClause: [], carried: [] };

/** Whether a clause may name a day in words: a cue that is not one is harmless here. */
function namesDay(clause: Clause): boolean {
  return clause.hits.some((hit) => !isAct(hit));
}

/**
 * `Returned 12/11; meeting two days later`: what comes later is counted from the one day just named, unless that is
 * planned or before the incident. Of two days (`suspended from … to …`) nobody can tell which is meant.
 */
function lastNamed(
  clause: Clause | undefined,
  dates: readonly WrittenDate[] = [],
  incidentDay: IsoDate,
): IsoDate | null {
  if (clause === undefined || clause.hits.some(({ code }) => code === '~planned')) return null;
  const [only, second] = dates;
  return only === undefined || second !== undefined || only.date < incidentDay ? null : only.date;
}

/**
 * Gives every clause its day. In a text kept like a log (`12/05/2025: mum rung. 13/05/2025: ...`) a day at the head
 * holds until the next one; otherwise a day counts in its own sentence only, and a sentence's last day for what
 * stands before it. `next day`, `Thursday` and the like are counted from the day that holds, first the incident's.
 */
export function readDates(
  view: ClauseView,
  clauses: readonly Clause[],
  text: string,
  incidentDay: IsoDate,
  calendar: SchoolCalendar,
): DateReading {
  const written = findWrittenDates(text, incidentDay);
  if (written.length === 0 && !clauses.some(namesDay)) return NO_DAYS;
  const entries = findEntryHeads(view, clauses, written, text);
  const heads = new Set(entries.values());
  const own = datesInClauses(
    view,
    clauses,
    heads.size === 0 ? written : written.filter((one) => !heads.has(one)),
  );
  const firstDated = own.findIndex((dates) => dates.length > 0);
  const before = firstDated === -1 ? [] : clauses.slice(0, firstDated);
  const first = clauses[firstDated];
  const isLog =
    first !== undefined &&
    isHeaded(view, first, own[firstDated] ?? []) &&
    before.every((clause) => !clause.hits.some(isAct));
  const inClause: ClauseDate[][] = [];
  const carried: (IsoDate | null)[] = [];
  let heading: IsoDate | null = null;
  clauses.forEach((clause, index) => {
    const dates = own[index] ?? [];
    heading = entries.get(index)?.date ?? heading;
    const base = dates[0]?.date ?? heading ?? incidentDay;
    const laterBase = dates[0]?.date ?? lastNamed(clauses[index - 1], own[index - 1], incidentDay) ?? base;
    const relative = clause.hits.flatMap((hit) => {
      const from = hit.code === '~day+0' || hit.code.startsWith('~weekday') ? base : laterBase;
      const date = !isAct(hit) ? relativeDate(view, hit, from, calendar) : null;
      return date === null ? [] : [{ start: view.tokens.start[hit.from] ?? 0, date }];
    });
    const named = dates.length > 0 ? dates.map(({ start, date }) => ({ start, date })) : relative;
    inClause.push([...named].sort((a, b) => a.start - b.start));
    if (isLog && isHeaded(view, clause, dates)) heading = dates[0]?.date ?? heading;
    carried.push(isLog ? heading : null);
  });
  if (!isLog) carryBack(clauses, inClause, carried);
  return { inClause, carried };
}

/** `Mum told, DSL informed 12/05`: the day at the end holds for what stands before it in the sentence. */
function carryBack(
  clauses: readonly Clause[],
  inClause: readonly (readonly ClauseDate[])[],
  carried: (IsoDate | null)[],
): void {
  for (let index = clauses.length - 2; index >= 0; index--) {
    const [one, next] = [clauses[index], clauses[index + 1]];
    if (one === undefined || next === undefined || one.sentence !== next.sentence) continue;
    carried[index] = inClause[index + 1]?.[0]?.date ?? carried[index + 1] ?? null;
  }
}

/** The day of an act in a clause: the first one named behind it, else the last before it, else the carried one. */
function dateOfAct(reading: DateReading, clause: number, start: number): IsoDate | null {
  const named = reading.inClause[clause] ?? [];
  const behind = named.find((one) => one.start >= start);
  if (named.length === 1) return named[0]?.date ?? null;
  return behind?.date ?? named.at(-1)?.date ?? reading.carried[clause] ?? null;
}

/** The one day that stands in each stretch from one place to the next; null unless each stretch holds just one. */
function onePerStretch(dates: readonly ClauseDate[], places: readonly number[]): readonly IsoDate[] | null {
  const days: IsoDate[] = [];
  for (let at = 0; at + 1 < places.length; at++) {
    const [from = 0, to = 0] = [places[at], places[at + 1]];
    const inside = dates.filter(({ start }) => start >= from && start < to);
    const [only] = inside;
    if (only === undefined || inside.length > 1) return null;
    days.push(only.date);
  }
  return days;
}

/**
 * The families of an act by the day on which each was reached. `Rang Mia's mum 12/11 and Jake's dad 14/11` gives two
 * days, as does a text with the days in front; where the days do not stand beside one family each, one day holds for all.
 */
export function dateFamilies(
  reading: DateReading,
  clause: number,
  start: number,
  families: readonly NamedFamily[],
): readonly { readonly date: IsoDate | null; readonly families: readonly FamilyMark[] }[] {
  const dates = reading.inClause[clause] ?? [];
  if (families.length > 1 && dates.length === families.length) {
    const sorted = [...families].sort((a, b) => a.start - b.start);
    const places = sorted.map((family) => family.start);
    const days =
      onePerStretch(dates, [...places, Number.MAX_SAFE_INTEGER]) ?? onePerStretch(dates, [0, ...places]);
    if (days !== null) return sorted.map(({ mark }, at) => ({ date: days[at] ?? null, families: [mark] }));
  }
  return [{ date: dateOfAct(reading, clause, start), families: families.map(({ mark }) => mark) }];
}
