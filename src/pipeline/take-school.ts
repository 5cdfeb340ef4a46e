import { keyOfSchool } from '../incident/key-of-school.ts';
import type { Classified } from './line-result.ts';

/** The records of a report, whose they are, and what a reader must know of it; no note where all are one school's. */
export interface TakenSchool {
  readonly classified: Classified;
  readonly school: string | null;
  readonly note: string | null;
}

/** More names than these are counted, not listed. */
const MOST_NAMED = 3;

/**
 * Takes the records of the school asked for where exports hold those of several: pupils of one school must not stand in
 * the report of another. Where none of them bears that name, as in a federation, or no name was given, all are counted
 * together and named so.
 */
export function takeSchool(classified: Classified, asked: string | null): TakenSchool {
  const { incidents } = classified.imported;
  const names = new Map<string, string>();
  for (const { school } of incidents) {
    const key = keyOfSchool(school ?? '');
    if (key !== '' && !names.has(key)) names.set(key, school ?? '');
  }
  const own = keyOfSchool(asked ?? '');
  // A record that names no school is the asked one's, which is not yet a sign that it is one of those in the exports.
  const isOne = classified.imported.audits.some(({ namesOwnSchool }) => namesOwnSchool === true);
  if (!isOne) names.delete(own);
  const [first = null] = names.values();
  if (names.size < 2) return { classified, school: asked ?? first, note: null };
  if (asked !== null && isOne) {
    const note = `The exports hold records of ${names.size} schools: those of ${names.get(own)} alone are counted.`;
    return { classified: keepSchool(classified, own), school: asked, note };
  }
  const sorted = [...names.values()].sort();
  const all = sorted.length > MOST_NAMED ? `${sorted.length} schools` : sorted.join(' and ');
  return {
    classified,
    school: asked ?? all,
    note: `The exports hold records of ${names.size} schools (${sorted.slice(0, MOST_NAMED).join(', ')}${sorted.length > MOST_NAMED ? ' …' : ''}), which are counted together: for one of them give --school with its name.`,
  };
}

function keepSchool(classified: Classified, own: string): Classified {
  const isOwn = ({ school }: { readonly school: string | null }): boolean =>
    keyOfSchool(school ?? '') === own;
  const { imported, labelled } = classified;
  const incidents = imported.incidents.filter(isOwn);
  // A namesake at another school must not leave the roll's pupil untold.
  const involved = new Set(incidents.flatMap(({ involvements }) => involvements.map(({ pupil }) => pupil)));
  const pupils = new Map([...imported.pupils].filter(([key]) => involved.has(key)));
  return {
    ...classified,
    imported: { ...imported, incidents, pupils },
    labelled: labelled.filter(({ incident }) => isOwn(incident)),
  };
}
