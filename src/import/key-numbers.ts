import type { PupilKey } from '../incident/incident.ts';
import type { Mention } from './pupil-mention.ts';

/** Marks an admission number that stands in for a UPN, so that the two never meet. */
export const PUPIL_ID = 'id ';

/** Parts of a key, which no cell holds. */
export const JOIN = '\u001f';

/** The noughts before an admission number, which a spreadsheet takes from `004512`. */
const NOUGHTS = new RegExp(`^${PUPIL_ID}0+(?=\\d+$)`);

/** Whether one of the words is in both, or one of them has none. */
function doNamesAgree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === 0 || other.size === 0 || [...one].some((word) => other.has(word));
}

/**
 * Gives an admission number the most noughts that any row of its school writes before it, whatever order the rows came in.
 * Where the names have no word in common, `0012` and `12` are two pupils.
 */
function fillNoughts(
  mentions: readonly Mention[],
  schoolOf: (mention: Mention) => string,
): (upn: string, school: string) => string {
  if (!mentions.some(({ upn }) => upn !== null && NOUGHTS.test(upn))) return (upn) => upn;
  /** By school and number without noughts: each spelling of it, with the words of the names that bear it. */
  const spellings = new Map<string, Map<string, Set<string>>>();
  const placeOf = (upn: string, school: string): string => upn.replace(NOUGHTS, PUPIL_ID) + JOIN + school;
  for (const mention of mentions) {
    if (mention.upn?.startsWith(PUPIL_ID) !== true) continue;
    const place = placeOf(mention.upn, schoolOf(mention));
    const known = spellings.get(place) ?? new Map<string, Set<string>>();
    const words = known.get(mention.upn) ?? new Set<string>();
    for (const word of mention.name.key.split(' ')) if (word !== '') words.add(word);
    spellings.set(place, known.set(mention.upn, words));
  }
  return (upn, school) => {
    const known = spellings.get(placeOf(upn, school)) ?? new Map<string, Set<string>>();
    const own = known.get(upn) ?? new Set<string>();
    let fullest = upn;
    for (const [other, words] of known)
      if (other.length > fullest.length && doNamesAgree(own, words)) fullest = other;
    return fullest;
  };
}

/**
 * Two schools number their pupils alike: only a UPN means the same pupil everywhere. A row that names no school means the
 * one whose pupil of that number bears its name, where there is just one.
 */
export function keyNumbers(mentions: readonly Mention[]): (mention: Mention, upn: string) => PupilKey {
  const ownOf = ({ upn, name }: Mention): string => (upn ?? '').replace(NOUGHTS, PUPIL_ID) + JOIN + name.key;
  const schools = new Map<string, Set<string>>();
  for (const mention of mentions) {
    if (mention.school === '' || mention.upn?.startsWith(PUPIL_ID) !== true) continue;
    const own = ownOf(mention);
    schools.set(own, (schools.get(own) ?? new Set<string>()).add(mention.school));
  }
  const schoolOf = (mention: Mention): string => {
    const [only = '', ...others] = mention.school === '' ? (schools.get(ownOf(mention)) ?? []) : [];
    return others.length > 0 ? '' : mention.school || only;
  };
  const full = fillNoughts(mentions, schoolOf);
  return (mention, upn) => {
    if (!upn.startsWith(PUPIL_ID)) return `upn:${upn}`;
    const school = schoolOf(mention);
    return school === '' ? `upn:${full(upn, '')}` : `upn:${full(upn, school)}${JOIN}${school}`;
  };
}
