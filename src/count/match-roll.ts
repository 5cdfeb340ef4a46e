import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { nameKey } from '../incident/name-key.ts';
import type { RollEntry } from '../incident/roll.ts';

/** How many pupils are on roll at some time from one day to another, both included. */
export function countOnRoll(roll: readonly RollEntry[], from: IsoDate, to: IsoDate): number {
  return roll.reduce((sum, entry) => sum + (isOnRoll(entry, from, to) ? 1 : 0), 0);
}

/** Whether a roll entry reaches into a span of days; an entry without dates holds for its academic year. */
export function isOnRoll(entry: RollEntry, from: IsoDate, to: IsoDate): boolean {
  const [first, last] = entryDates(entry);
  return first <= to && from <= last;
}

/** First and last day of a roll entry: as given, else September to August of its academic year. */
export function entryDates({ academicYear, start, end }: RollEntry): readonly [IsoDate, IsoDate] {
  const year = academicYear.slice(0, 4);
  return [start ?? `${year}-09-01`, end ?? `${String(Number(year) + 1)}-08-31`];
}

/**
 * Finds the roll entry of each pupil of the record: by UPN, else by name and date of birth, else by a name that
 * only one entry has. A name shared by two entries matches neither, because the wrong child is worse than none.
 * Pass the entries of one period: a pupil with two spells then counts by the first.
 */
export function matchRoll(pupils: Iterable<Pupil>, entries: readonly RollEntry[]): Map<PupilKey, RollEntry> {
  const byUpn = indexOnce(entries, ({ upn }) => upn);
  const byBirth = indexOnce(entries, ({ name, dateOfBirth }) => birthKey(name, dateOfBirth));
  const byName = indexOnce(entries, ({ name }) => nameKey(name));
  const matched = new Map<PupilKey, RollEntry>();
  for (const pupil of pupils) {
    const entry =
      byUpn.get(pupil.upn ?? '') ??
      byBirth.get(birthKey(pupil.name, pupil.dateOfBirth) ?? '') ??
      byName.get(nameKey(pupil.name));
    const contradicted =
      entry !== undefined &&
      pupil.dateOfBirth !== null &&
      entry.dateOfBirth !== null &&
      entry.dateOfBirth !== pupil.dateOfBirth;
    if (entry && !contradicted) matched.set(pupil.key, entry);
  }
  return matched;
}

function indexOnce(
  entries: readonly RollEntry[],
  keyOf: (entry: RollEntry) => string | null,
): Map<string, RollEntry | undefined> {
  const index = new Map<string, RollEntry | undefined>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null || key === '') continue;
    const known = index.get(key);
    index.set(
      key,
      index.has(key) && (known === undefined || !isSamePupil(known, entry)) ? undefined : (known ?? entry),
    );
  }
  return index;
}

/** Two spells of one pupil are not two pupils: same UPN, else same name, birth and class with dates apart. */
function isSamePupil(a: RollEntry, b: RollEntry): boolean {
  if (a.upn !== null || b.upn !== null) return a.upn === b.upn;
  if (nameKey(a.name) !== nameKey(b.name) || a.dateOfBirth !== b.dateOfBirth) return false;
  const [aFirst, aLast] = entryDates(a);
  const [bFirst, bLast] = entryDates(b);
  return aLast < bFirst || bLast < aFirst;
}

function birthKey(name: string, dateOfBirth: IsoDate | null): string | null {
  return dateOfBirth === null ? null : `${nameKey(name)}|${dateOfBirth}`;
}
