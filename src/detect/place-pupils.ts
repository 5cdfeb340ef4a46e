import { compareText } from '../incident/compare-text.ts';
import type { Involvement, IsoDate, PupilKey } from '../incident/incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { DetectInput } from './detect-input.ts';
import { matchRoll, type RollPupil } from './match-roll.ts';
import { type NumberedNames, numberNames } from './number-names.ts';
import type { NamedSpan, SchoolRecord } from './school-record.ts';

/** Pupils being gathered, one involvement after the other. */
interface PlacingPupils {
  /** Number of an involved pupil; their stay is stretched to the day, and class and year group filled where no roll did. */
  readonly place: (involvement: Involvement, day: number) => number;
  /** Everyone, with those on roll who are in no record. */
  readonly finish: () => Pick<SchoolRecord, 'pupils' | 'classes' | 'yearGroups'>;
}

/** What is being gathered of one pupil in one academic year. */
interface YearDraft {
  classId: number;
  yearGroupId: number;
  first: number;
  last: number;
}

interface Draft {
  readonly key: PupilKey | null;
  readonly label: string;
  readonly onRoll: boolean;
  readonly years: (YearDraft | null)[];
}

/**
 * Gathers the pupils of the record and of the roll, and the days of each academic year they were on roll.
 *
 * A pupil without a roll entry is taken to have been there for the whole of each year in which a record names them;
 * a record before the roll's first day (or after its last) stretches the stay, since the record saw them.
 * Pupils come in the order of their first incident, then those in no record, so that names do not decide an order.
 */
export function placePupils(
  input: DetectInput,
  { days, years }: Pick<SchoolRecord, 'days' | 'years'>,
): PlacingPupils {
  const [classes, yearGroups] = [numberNames(), numberNames()];
  const drafts: Draft[] = [];
  const indexOf = new Map<PupilKey, number>();
  const rollPupils = matchRoll(input.roll, input.pupils);
  const rollOf = new Map<PupilKey, RollPupil>();
  for (const pupil of rollPupils) if (pupil.key !== null) rollOf.set(pupil.key, pupil);
  const yearOfDay = new Int32Array(days.length);
  years.forEach(({ first, last }, year) => {
    yearOfDay.fill(year, first, last + 1);
  });
  const add = (key: PupilKey | null, label: string, entries: readonly RollEntry[]): number => {
    const number = drafts.length;
    if (key !== null) indexOf.set(key, number);
    const placed = yearsOfEntries(entries, days, years, classes, yearGroups);
    drafts.push({ key, label, onRoll: entries.length > 0, years: placed });
    return number;
  };
  const place = ({ pupil, className, yearGroup }: Involvement, day: number): number => {
    const number =
      indexOf.get(pupil) ??
      add(pupil, input.pupils.get(pupil)?.label ?? pupil, rollOf.get(pupil)?.entries ?? []);
    const draft = drafts[number];
    const year = yearOfDay[day] ?? 0;
    const span = years[year];
    if (draft === undefined || span === undefined) return number;
    let stay = draft.years[year];
    if (!stay) {
      stay = { classId: -1, yearGroupId: -1, first: span.first, last: span.last };
      draft.years[year] = stay;
    }
    if (day < stay.first) stay.first = day;
    if (day > stay.last) stay.last = day;
    if (className && (!draft.onRoll || stay.classId < 0)) stay.classId = classes.numberOf(className);
    if (yearGroup && (!draft.onRoll || stay.yearGroupId < 0))
      stay.yearGroupId = yearGroups.numberOf(yearGroup);
    return number;
  };
  const finish = (): ReturnType<PlacingPupils['finish']> => {
    for (const { key, name, entries } of inRollOrder(rollPupils)) {
      if (key === null || !indexOf.has(key)) add(key, name, entries);
    }
    return { pupils: drafts, classes: classes.names, yearGroups: yearGroups.names };
  };
  return { place, finish };
}

function yearsOfEntries(
  entries: readonly RollEntry[],
  days: readonly IsoDate[],
  years: readonly NamedSpan[],
  classes: NumberedNames,
  yearGroups: NumberedNames,
): (YearDraft | null)[] {
  return years.map((span) => {
    if (entries.length === 0) return null;
    const ofYear = entries
      .filter((entry) => entry.academicYear.slice(0, 4) === span.academicYear.slice(0, 4))
      .toSorted((one, other) => compareText(one.start ?? '', other.start ?? ''));
    const latest = ofYear.at(-1);
    if (latest === undefined) return null;
    const starts = ofYear.map(({ start }) => (start === null ? span.first : countBefore(days, start)));
    const ends = ofYear.map(({ end }) => (end === null ? span.last : countBefore(days, `${end}~`) - 1));
    const first = Math.max(span.first, Math.min(...starts));
    const last = Math.min(span.last, Math.max(...ends));
    if (last < first) return null;
    return {
      classId: latest.className === null ? -1 : classes.numberOf(latest.className),
      yearGroupId: latest.yearGroup === null ? -1 : yearGroups.numberOf(latest.yearGroup),
      first,
      last,
    };
  });
}

/** How many days come before a date; with `~` after the date, the date itself counts as before. */
function countBefore(days: readonly IsoDate[], date: string): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By year, class and dates, never by name. */
function inRollOrder(pupils: readonly RollPupil[]): readonly RollPupil[] {
  const rank = ({ entries }: RollPupil): string =>
    entries
      .map(
        (entry) => `${entry.academicYear} ${entry.className ?? ''} ${entry.start ?? ''} ${entry.end ?? ''}`,
      )
      .sort()
      .join('|');
  return pupils
    .map((pupil) => ({ pupil, rank: rank(pupil) }))
    .toSorted((one, other) => compareText(one.rank, other.rank))
    .map(({ pupil }) => pupil);
}
