import type { IsoDate, PupilKey } from '../incident/incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { DetectInput } from './detect-input.ts';
import { matchRoll, type RollPupil } from './match-roll.ts';
import { type NumberedNames, numberNames } from './number-names.ts';
import type { DatedIncident, NamedSpan, RecordPupil, SchoolRecord } from './school-record.ts';

interface PlacedPupils {
  readonly pupils: readonly RecordPupil[];
  readonly indexOf: ReadonlyMap<PupilKey, number>;
  readonly classes: readonly string[];
  readonly yearGroups: readonly string[];
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
  dated: readonly DatedIncident[],
): PlacedPupils {
  const classes = numberNames();
  const yearGroups = numberNames();
  const drafts: Draft[] = [];
  const indexOf = new Map<PupilKey, number>();
  const rollPupils = matchRoll(input.roll, input.pupils);
  const rollOf = new Map(rollPupils.flatMap((pupil) => (pupil.key === null ? [] : [[pupil.key, pupil]])));
  const drafted = (key: PupilKey): Draft => {
    const known = drafts[indexOf.get(key) ?? -1];
    if (known !== undefined) return known;
    const entries = rollOf.get(key)?.entries ?? [];
    const draft: Draft = {
      key,
      label: input.pupils.get(key)?.label ?? key,
      onRoll: entries.length > 0,
      years: yearsOfEntries(entries, days, years, classes, yearGroups),
    };
    indexOf.set(key, drafts.length);
    drafts.push(draft);
    return draft;
  };
  for (const incident of dated) addIncident(incident, drafted, years, classes, yearGroups);
  for (const { key, name, entries } of inRollOrder(rollPupils)) {
    if (key !== null && indexOf.has(key)) continue;
    const draft = yearsOfEntries(entries, days, years, classes, yearGroups);
    if (key !== null) indexOf.set(key, drafts.length);
    drafts.push({ key, label: name, onRoll: true, years: draft });
  }
  return { pupils: drafts, indexOf, classes: classes.names, yearGroups: yearGroups.names };
}

/** Stretches stays to the days on which a record names the pupil; fills class and year group where no roll did. */
function addIncident(
  { source, day, actors, others }: DatedIncident,
  drafted: (key: PupilKey) => Draft,
  years: readonly NamedSpan[],
  classes: NumberedNames,
  yearGroups: NumberedNames,
): void {
  const year = years.findIndex((span) => span.first <= day && day <= span.last);
  const span = years[year];
  if (span === undefined) return;
  for (const key of [...actors, ...others]) {
    const draft = drafted(key);
    const said = source.incident.involvements.find(({ pupil }) => pupil === key);
    const stay = draft.years[year] ?? { classId: -1, yearGroupId: -1, first: span.first, last: span.last };
    stay.first = Math.min(stay.first, day);
    stay.last = Math.max(stay.last, day);
    if (said?.className && (!draft.onRoll || stay.classId < 0))
      stay.classId = classes.numberOf(said.className);
    if (said?.yearGroup && (!draft.onRoll || stay.yearGroupId < 0)) {
      stay.yearGroupId = yearGroups.numberOf(said.yearGroup);
    }
    draft.years[year] = stay;
  }
}

function yearsOfEntries(
  entries: readonly RollEntry[],
  days: readonly IsoDate[],
  years: readonly NamedSpan[],
  classes: NumberedNames,
  yearGroups: NumberedNames,
): (YearDraft | null)[] {
  return years.map((span) => {
    const ofYear = entries
      .filter((entry) => entry.academicYear.slice(0, 4) === span.academicYear.slice(0, 4))
      .toSorted((one, other) => compare(one.start ?? '', other.start ?? ''));
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
    .toSorted((one, other) => compare(one.rank, other.rank))
    .map(({ pupil }) => pupil);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
