import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { nameKey } from '../incident/name-key.ts';
import type { RollEntry } from '../incident/roll.ts';

/** A pupil on roll with the entries of every year, and the pupil of the record they are, if any. */
export interface RollPupil {
  readonly key: PupilKey | null;
  readonly name: string;
  readonly entries: readonly RollEntry[];
}

/**
 * Joins roll entries of several years to pupils, and those to the pupils of the record.
 *
 * By UPN, else by name and date of birth, else by a name that only one pupil has: two children of one name with
 * nothing to tell them apart stay unmatched, because the wrong child is worse than none. Case, accents and
 * `Surname, Forename` do not matter.
 */
export function matchRoll(
  roll: readonly RollEntry[],
  pupils: ReadonlyMap<PupilKey, Pupil>,
): readonly RollPupil[] {
  const known = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = known.get(name) ?? nameKey(name);
    known.set(name, key);
    return key;
  };
  const people = new Map<string, RollEntry[]>();
  for (const entry of roll) {
    const id = entry.upn ?? `${keyOf(entry.name)}|${entry.dateOfBirth ?? ''}`;
    const entries = people.get(id);
    if (entries === undefined) people.set(id, [entry]);
    else entries.push(entry);
  }
  const byUpn = index(pupils, (pupil) => pupil.upn);
  const byBirth = index(pupils, (pupil) => birthKey(keyOf(pupil.name), pupil.dateOfBirth));
  const byName = index(pupils, (pupil) => keyOf(pupil.name));
  const namesOnRoll = new Map<string, number>();
  for (const entries of people.values()) {
    const name = keyOf(entries[0]?.name ?? '');
    namesOnRoll.set(name, (namesOnRoll.get(name) ?? 0) + 1);
  }
  return [...people.values()].map((entries) => {
    const first = entries[0];
    if (first === undefined) throw new RangeError('a roll pupil without entries');
    const name = keyOf(first.name);
    const sure = byUpn.get(first.upn ?? '') ?? byBirth.get(birthKey(name, first.dateOfBirth) ?? '');
    const named = (namesOnRoll.get(name) ?? 0) === 1 ? byName.get(name) : undefined;
    const pupil = sure ?? (contradicts(first, named) ? undefined : named);
    return { key: pupil?.key ?? null, name: first.name, entries };
  });
}

function contradicts(entry: RollEntry, pupil: Pupil | null | undefined): boolean {
  if (!pupil) return false;
  const births = entry.dateOfBirth !== null && pupil.dateOfBirth !== null;
  if (births && entry.dateOfBirth !== pupil.dateOfBirth) return true;
  return entry.upn !== null && pupil.upn !== null && entry.upn !== pupil.upn;
}

/** Pupils by a key that only one of them has; null where several share it. */
function index(
  pupils: ReadonlyMap<PupilKey, Pupil>,
  keyOf: (pupil: Pupil) => string | null,
): Map<string, Pupil | null> {
  const found = new Map<string, Pupil | null>();
  for (const pupil of pupils.values()) {
    const key = keyOf(pupil);
    if (key !== null && key !== '') found.set(key, found.has(key) ? null : pupil);
  }
  return found;
}

function birthKey(key: string, dateOfBirth: IsoDate | null): string | null {
  return dateOfBirth === null ? null : `${key}|${dateOfBirth}`;
}
