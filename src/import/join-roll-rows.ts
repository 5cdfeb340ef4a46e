import type { IsoDate } from '../incident/incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import { parsePupilName } from './pupil-name.ts';

/**
 * One entry for a pupil whom the roll lists twice for the same days, as a list of classes and sets does: the pupil is
 * one on roll, as the first row says, with what only a later row knows. The same pupil is told by UPN, else by name and
 * date of birth; one UPN beside names with no word in common is two pupils' by mistake. Spells one after the other stay
 * apart, and so do two of one name without a number.
 */
export function joinRollRows(rows: readonly RollEntry[]): readonly RollEntry[] {
  const joined: RollEntry[] = [];
  const placesOf = new Map<string, number[]>();
  for (const row of rows) {
    const key = identify(row);
    const places = placesOf.get(key ?? '') ?? [];
    const place = key === null ? undefined : places.find((at) => isSameSpell(joined[at], row));
    const known = joined[place ?? -1];
    if (known !== undefined && place !== undefined) {
      joined[place] = joinTwo(known, row);
      continue;
    }
    if (key !== null) placesOf.set(key, [...places, joined.length]);
    joined.push(row);
  }
  return joined;
}

function identify({ upn, name, dateOfBirth, academicYear }: RollEntry): string | null {
  if (upn !== null) return JSON.stringify([academicYear, upn]);
  return dateOfBirth === null ? null : JSON.stringify([academicYear, parsePupilName(name).key, dateOfBirth]);
}

/** First and last day, `''` and a day after all others where the row gives none. */
function daysOf({ start, end }: RollEntry): readonly [IsoDate, IsoDate] {
  return [start ?? '', end ?? '9999-12-31'];
}

function isSameSpell(one: RollEntry | undefined, other: RollEntry): boolean {
  if (one === undefined) return false;
  const [[first, last], [from, to]] = [daysOf(one), daysOf(other)];
  return first <= to && from <= last && shareWord(one.name, other.name);
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(parsePupilName(one).key.split(/[\s-]+/));
  return parsePupilName(other)
    .key.split(/[\s-]+/)
    .some((word) => words.has(word));
}

function joinTwo(first: RollEntry, second: RollEntry): RollEntry {
  const [one, other] = [daysOf(first), daysOf(second)];
  const [start, end] = [one[0] < other[0] ? one[0] : other[0], one[1] > other[1] ? one[1] : other[1]];
  const known = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== null));
  const isCopy = JSON.stringify(first) === JSON.stringify(second);
  return {
    ...second,
    ...(known as Partial<RollEntry> & RollEntry),
    start: start === '' ? null : start,
    end: end === '9999-12-31' ? null : end,
    ...(isCopy ? {} : { isRepeated: true }),
  };
}
