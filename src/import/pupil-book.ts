import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { collectSurnames } from './collect-surnames.ts';
import { findSharedNumbers, type SharedNumber } from './find-shared-numbers.ts';
import { JOIN, keyNumbers, PUPIL_ID } from './key-numbers.ts';
import type { Mention } from './pupil-mention.ts';
import type { PupilName } from './pupil-name.ts';

/** Collects every way pupils are named, and says at the end who is who. */
export interface PupilBook {
  /** Notes a naming and returns its number; the same naming gives the same number. */
  readonly note: (school: string, name: PupilName, upn: string | null, dateOfBirth: IsoDate | null) => number;
  /** The key of the name that a naming gives; without one, its number. */
  readonly nameKey: (naming: number) => string;
  readonly isKnown: (school: string, key: string) => boolean;
  /** Whether a word ends a name of the school and begins none: a surname that is nobody's forename. */
  readonly isSurname: (school: string, word: string) => boolean;
  readonly resolve: () => ResolvedPupils;
}

export interface ResolvedPupils {
  /** Naming number to pupil key. */
  readonly keys: readonly PupilKey[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  /** Names that two or more pupils share, as printed. */
  readonly shared: readonly string[];
  /** Numbers that stand beside names with no word in common. */
  readonly sharedNumbers: readonly SharedNumber[];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

interface Person {
  readonly key: PupilKey;
  readonly mentions: Mention[];
  upn: string | null;
  dateOfBirth: IsoDate | null;
}

function newPerson(key: PupilKey, mention: Mention): Person {
  return { key, mentions: [mention], upn: mention.upn, dateOfBirth: mention.dateOfBirth };
}

/**
 * The one pupil of a name whose date of birth does not contradict, or null when there is none or more than
 * one. Pupils with a UPN are asked first; others only where no pupil of that name has one.
 */
function onlyMatch(people: readonly Person[], dateOfBirth: IsoDate | null): Person | null {
  const withUpn = people.filter((person) => person.upn !== null);
  const fitting = (withUpn.length > 0 ? withUpn : people).filter(
    (person) => dateOfBirth === null || person.dateOfBirth === null || person.dateOfBirth === dateOfBirth,
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A number of the pupil behind the name, as `takeNameNumber` finds it. */
const NUMBERED = / \(\d{3,10}\)$/;

function assignPeople(
  mentions: readonly Mention[],
  keyOf: (mention: Mention, upn: string) => PupilKey,
): { people: Person[]; personOf: Map<Mention, Person> } {
  const people = new Map<string, Person>();
  const personOf = new Map<Mention, Person>();
  const byName = new Map<string, Person[]>();
  /** Those whose name has a number behind it, `ann lee (4512)`, by the name without it. */
  const byNumbered = new Map<string, Person[]>();
  const file = (names: Map<string, Person[]>, nameKey: string, person: Person): void => {
    const sameName = names.get(nameKey);
    if (sameName === undefined) names.set(nameKey, [person]);
    else if (!sameName.includes(person)) sameName.push(person);
  };
  const place = (mention: Mention, key: string): void => {
    let person = people.get(key);
    if (person === undefined) {
      person = newPerson(key, mention);
      people.set(key, person);
    } else {
      person.mentions.push(mention);
      person.dateOfBirth ??= mention.dateOfBirth;
    }
    personOf.set(mention, person);
    const nameKey = mention.school + JOIN + mention.name.key;
    file(byName, nameKey, person);
    if (NUMBERED.test(nameKey)) file(byNumbered, nameKey.replace(NUMBERED, ''), person);
  };
  /** The pupils of a name; where none bears it, those that bear it with a number. */
  const bearersOf = (nameKey: string): readonly Person[] =>
    byName.get(nameKey) ?? byNumbered.get(nameKey) ?? [];
  const join = (mention: Mention, own: string): void => {
    const person = onlyMatch(bearersOf(mention.school + JOIN + mention.name.key), mention.dateOfBirth);
    if (person === null || mention.name.key === '') place(mention, own);
    else {
      person.mentions.push(mention);
      person.dateOfBirth ??= mention.dateOfBirth;
      personOf.set(mention, person);
    }
  };
  for (const mention of mentions) if (mention.upn !== null) place(mention, keyOf(mention, mention.upn));
  for (const mention of mentions) {
    if (mention.upn !== null || mention.dateOfBirth === null) continue;
    join(mention, `dob:${mention.school}${JOIN}${mention.name.key}${JOIN}${mention.dateOfBirth}`);
  }
  // Those with a number first, so that the same names without one find them.
  const unsaid = mentions.filter(({ upn, dateOfBirth }) => upn === null && dateOfBirth === null);
  const isNumbered = ({ name }: Mention): boolean => NUMBERED.test(name.key);
  for (const mention of [...unsaid.filter(isNumbered), ...unsaid.filter((one) => !isNumbered(one))]) {
    join(mention, `name:${mention.school}${JOIN}${mention.name.key}`);
  }
  return { people: [...people.values()], personOf };
}

/** The name first met, in the first of its spellings by letter, whatever order the rows came in. */
function printedName(person: Person): string {
  const named = person.mentions.find((mention) => mention.name.key !== '');
  if (named === undefined) return person.upn?.replace(PUPIL_ID, '') ?? person.key;
  const spellings = person.mentions
    .filter((mention) => mention.name.key === named.name.key)
    .map((mention) => mention.name.name);
  return spellings.sort()[0] ?? named.name.name;
}

/** What tells one of several pupils of a name from the others, best first. */
function marksOf(person: Person): string[] {
  const born = person.dateOfBirth === null ? '' : `born ${person.dateOfBirth}`;
  return [born, person.upn ?? '', person.mentions[0]?.school ?? ''];
}

function labelAlike(people: readonly Person[], name: string): Map<Person, string> {
  const labels = new Map<Person, string>();
  const kinds = [0, 1, 2];
  const kind = kinds.find((index) => {
    const marks = people.map((person) => marksOf(person)[index] ?? '');
    return marks.filter((mark) => mark === '').length <= 1 && new Set(marks).size === marks.length;
  });
  for (const [index, person] of people.entries()) {
    const mark = kind === undefined ? String(index + 1) : (marksOf(person)[kind] ?? '');
    labels.set(person, `${name} (${mark === '' ? 'not said which' : mark})`);
  }
  return labels;
}

function labelPeople(people: readonly Person[]): { labels: Map<Person, string>; shared: string[] } {
  const labels = new Map<Person, string>();
  const shared: string[] = [];
  for (const [, alike] of groupBy(people, (person) => printedName(person).toLowerCase())) {
    const [first] = alike;
    if (first === undefined) continue;
    const name = printedName(first);
    if (alike.length === 1) labels.set(first, name);
    else {
      const sorted = [...alike].sort((a, b) => (a.key < b.key ? -1 : 1));
      for (const [person, label] of labelAlike(sorted, name)) labels.set(person, label);
      shared.push(name);
    }
  }
  return { labels, shared };
}

/**
 * Starts an empty book. Identity: UPN; else name and date of birth; else name, within one school. A naming
 * without UPN joins the one pupil of that name whose date of birth does not contradict; where two pupils
 * share the name it stays by itself, so that no event is put on the wrong child.
 */
export function openPupilBook(): PupilBook {
  const mentions: Mention[] = [];
  /** Numbers of the namings under a UPN or, without one, a name. */
  const numbers = new Map<string, number[]>();
  const names = new Set<string>();
  const surnames = collectSurnames();
  return {
    note: (school, name, upn, dateOfBirth) => {
      const anchor = upn ?? name.key;
      let known = numbers.get(anchor);
      if (known === undefined) {
        known = [];
        numbers.set(anchor, known);
      }
      for (const number of known) {
        const mention = mentions[number];
        const isSame =
          mention?.name.key === name.key &&
          mention.name.name === name.name &&
          mention.upn === upn &&
          mention.dateOfBirth === dateOfBirth &&
          mention.school === school;
        if (isSame) return number;
      }
      known.push(mentions.length);
      names.add(school + JOIN + name.key);
      surnames.add(name.key, school);
      mentions.push({ school, name, upn, dateOfBirth });
      return mentions.length - 1;
    },
    nameKey: (naming) => {
      const { name, upn } = mentions[naming] ?? {};
      return name?.key || (upn?.replace(PUPIL_ID, '').toLowerCase() ?? '');
    },
    isKnown: (school, key) => names.has(school + JOIN + key),
    isSurname: (school, word) => surnames.has(word, school),
    resolve: () => {
      const keyOf = keyNumbers(mentions);
      const sharedNumbers = findSharedNumbers(mentions, keyOf);
      const settled = mentions.map((mention) => {
        const { upn, name } = mention;
        const isDropped = upn !== null && sharedNumbers.get(keyOf(mention, upn))?.isDropped === true;
        return isDropped && name.key !== '' ? { ...mention, upn: null } : mention;
      });
      const { people, personOf } = assignPeople(settled, keyOf);
      const { labels, shared } = labelPeople(people);
      const pupils = new Map<PupilKey, Pupil>();
      for (const person of people) {
        pupils.set(person.key, {
          key: person.key,
          name: printedName(person),
          label: labels.get(person) ?? printedName(person),
          upn: person.upn?.startsWith(PUPIL_ID) === true ? null : person.upn,
          dateOfBirth: person.dateOfBirth,
        });
      }
      return {
        keys: settled.map((mention) => personOf.get(mention)?.key ?? ''),
        pupils,
        shared,
        sharedNumbers: [...sharedNumbers.values()],
      };
    },
  };
}
