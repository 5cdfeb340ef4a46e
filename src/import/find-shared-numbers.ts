import type { IsoDate } from '../incident/incident.ts';
import { areNamesAlike } from './are-names-alike.ts';
import type { Mention } from './pupil-mention.ts';

/** A number that stands beside names with no word in common. */
export interface SharedNumber {
  readonly number: string;
  readonly names: readonly string[];
  /** True where it tells nobody apart, so that its pupils are told by their names. */
  readonly isDropped: boolean;
}

/** So many people cannot all be one who took another name: what they share is no number of a pupil. */
const TOO_MANY = 3;

/** One pupil's name is hardly spelt in more ways that have no word in common. */
const MOST_SPELLINGS = 5;

/** Words of a name by which two spellings of it agree. */
function wordsOf(key: string): readonly string[] {
  return key.split(/[\s'(),-]+/).filter((word) => word.length > 1);
}

/** Names that have a word in common, each with the next. */
interface Group {
  readonly words: Set<string>;
  readonly keys: readonly string[];
  readonly name: string;
}

/** Joins the groups whose names may be spellings of one name. */
function joinAlike(all: readonly Group[]): readonly Group[] {
  let groups: readonly Group[] = [];
  for (const one of all) {
    const alike = groups.filter(({ keys }) =>
      keys.some((key) => one.keys.some((other) => areNamesAlike(key, other))),
    );
    const keys = [...alike.flatMap((group) => group.keys), ...one.keys];
    groups = [
      ...groups.filter((group) => !alike.includes(group)),
      { ...one, keys, name: alike[0]?.name ?? one.name },
    ];
  }
  return groups;
}

/** The groups into which names fall that have no word in common. */
function tellApart(names: ReadonlyMap<string, string>): readonly Omit<Group, 'words'>[] {
  const [first = '', ...others] = names.keys();
  const common = others.reduce(
    (words, key) => (words.length === 0 ? words : words.filter((word) => wordsOf(key).includes(word))),
    wordsOf(first),
  );
  if (common.length > 0) return [];
  let groups: Group[] = [];
  for (const [key, name] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const words = new Set(wordsOf(key));
    // Initials alone may be anybody's.
    if (words.size === 0) continue;
    const alike = groups.filter((group) => [...words].some((word) => group.words.has(word)));
    for (const word of alike.flatMap((group) => [...group.words])) words.add(word);
    const keys = [...alike.flatMap((group) => group.keys), key];
    groups = [
      ...groups.filter((group) => !alike.includes(group)),
      { words, keys, name: alike[0]?.name ?? name },
    ];
  }
  return groups.length > MOST_SPELLINGS ? groups : joinAlike(groups);
}

/** Who bears a number: printed names and days of birth by the keys of the names. */
interface Bearers {
  readonly number: string;
  readonly names: Map<string, string>;
  readonly births: Map<string, Set<IsoDate>>;
}

/** Whether each of them has a day of birth and no two have one in common. */
function areBornApart(
  people: readonly Omit<Group, 'words'>[],
  births: ReadonlyMap<string, ReadonlySet<IsoDate>>,
): boolean {
  const days = people.map(({ keys }) => new Set(keys.flatMap((key) => [...(births.get(key) ?? [])])));
  const all = days.flatMap((each) => [...each]);
  return days.every(({ size }) => size > 0) && new Set(all).size === all.length;
}

/**
 * Finds the numbers of pupils that stand beside names with no word in common. One pupil may have taken another name, so
 * two are told and stay one pupil; from three on, where it holds no figure, or where the two were born on different days,
 * wherever in the files that is said, the number is one that is put where there is none (`Private`, `A000000000001`), and
 * would make one pupil of many. `keyOf` gives the number's key, which differs
 * between schools for numbers of their own.
 */
export function findSharedNumbers(
  mentions: readonly Mention[],
  keyOf: (mention: Mention, number: string) => string,
): ReadonlyMap<string, SharedNumber> {
  const names = new Map<string, Bearers>();
  for (const mention of mentions) {
    const { name, upn, dateOfBirth } = mention;
    if (upn === null || name.key === '') continue;
    const key = keyOf(mention, upn);
    const known = names.get(key) ?? { number: upn, names: new Map(), births: new Map() };
    names.set(key, known);
    if (!known.names.has(name.key)) known.names.set(name.key, name.name);
    if (dateOfBirth !== null)
      known.births.set(name.key, (known.births.get(name.key) ?? new Set()).add(dateOfBirth));
  }
  const shared = new Map<string, SharedNumber>();
  for (const [key, { number, names: spellings, births }] of names) {
    if (spellings.size < 2) continue;
    const people = tellApart(spellings);
    if (people.length < 2) continue;
    const isDropped = people.length >= TOO_MANY || !/\d/.test(number) || areBornApart(people, births);
    shared.set(key, { number, names: people.map(({ name }) => name), isDropped });
  }
  return shared;
}
