import { keyOfName } from '../incident/key-of-name.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';

/** One of several names that is the same name, whatever the order, case and punctuation; null when none is. */
export function findSameName(name: string, names: readonly string[]): string | null {
  const wanted = keyOfName(name);
  return names.find((one) => keyOfName(one) === wanted) ?? null;
}

/** Names of the pupils of one record. */
export function namesOf(one: DutyCase, { pupils }: DutyContext): readonly string[] {
  return [...one.roles.keys()].map((key) => pupils.get(key)?.name ?? key);
}

/** The pupil of the export whose name it is, by key; null when there is none or more than one. */
export function findPupil(name: string, { pupils }: DutyContext): string | null {
  const wanted = keyOfName(name);
  const found = [...pupils.values()].filter(
    (pupil) => keyOfName(pupil.name) === wanted || keyOfName(pupil.label) === wanted,
  );
  return found.length === 1 ? (found[0]?.key ?? null) : null;
}
