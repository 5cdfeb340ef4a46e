import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import type { OwnNames } from './assign-roles.ts';

/**
 * Ways in which a narrative may name the pupils of its own record: full name, forename, forename and initial,
 * initials. A name that fits two of them is marked -2: it is a pupil, but nobody can say which.
 */
export function listOwnPupils(incident: Incident, pupils: ReadonlyMap<PupilKey, Pupil>): OwnNames {
  const names = new Map<string, number>();
  const add = (name: string, index: number): void => {
    const known = names.get(name);
    names.set(name, known === undefined || known === index ? index : -2);
  };
  incident.involvements.forEach((involvement, index) => {
    const name = pupils.get(involvement.pupil)?.name.toLowerCase();
    if (name === undefined) return;
    const parts = name.split(' ').filter((part) => part !== '');
    const forename = parts[0] ?? '';
    const surname = parts.at(-1) ?? '';
    if (forename.length > 1) for (const part of forename.split('-').slice(0, 1)) add(part, index);
    if (parts.length < 2) return;
    add(`${forename} ${surname}`, index);
    add(`${forename} ${surname.slice(0, 1)}`, index);
    add(forename.slice(0, 1) + surname.slice(0, 1), index);
  });
  return names;
}
