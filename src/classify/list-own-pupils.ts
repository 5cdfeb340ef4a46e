import type { PupilNames, RecordWords } from './record-words.ts';

/** Names by which the record's own pupils may be written. */
export interface OwnNames {
  /** Place in the list of the record's pupils, -2 if two share the name; undefined for another name. */
  readonly find: (name: string) => number | undefined;
  /** False when no name starts with this character, in either case: most words need no further look. */
  readonly mayStartWith: (code: number) => boolean;
}

/** Most names whose written forms are kept: enough for any school, and hostile data cannot fill the memory. */
const MOST_NAMES = 5000;

/** A name in the ways in which it is written: forename, full name, forename and initial, initials. */
function writeForms(given: string): readonly string[] {
  const name = given.toLowerCase();
  const parts = name.split(' ').filter((part) => part !== '');
  const forename = parts[0] ?? '';
  const surname = parts.at(-1) ?? '';
  const forms = forename.length > 1 ? [forename.split('-', 1)[0] ?? ''] : [];
  if (parts.length < 2) return forms;
  return [
    ...forms,
    `${forename} ${surname}`,
    `${forename} ${surname.slice(0, 1)}`,
    forename.slice(0, 1) + surname.slice(0, 1),
  ];
}

function nameThem(names: ReadonlyMap<string, number>): OwnNames {
  let letters = 0;
  let others = false;
  for (const name of names.keys()) {
    const code = name.charCodeAt(0);
    if (code < 128) letters |= 1 << (code & 31);
    else others = true;
  }
  return {
    find: (name) => names.get(name),
    mayStartWith: (code) => (code < 128 ? (letters & (1 << (code & 31))) !== 0 : others || letters !== 0),
  };
}

const NOBODY: OwnNames = { find: () => undefined, mayStartWith: () => false };

/**
 * Makes the function that gives the names of a record's own pupils. A name that fits two of them is marked -2: it is
 * a pupil, but nobody can say which. Most records have one pupil, and pupils come back: their names are kept.
 */
export function createOwnPupilList(): (
  incident: Pick<RecordWords, 'involvements'>,
  pupils: PupilNames,
) => OwnNames {
  const alone = new Map<string, OwnNames>();
  const written = new Map<string, readonly string[]>();
  const formsOf = (name: string): readonly string[] => {
    let forms = written.get(name);
    if (forms !== undefined) return forms;
    forms = writeForms(name);
    if (written.size < MOST_NAMES) written.set(name, forms);
    return forms;
  };
  const list = (names: readonly (string | undefined)[]): OwnNames => {
    const all = new Map<string, number>();
    names.forEach((name, index) => {
      if (name === undefined) return;
      for (const form of formsOf(name)) {
        const known = all.get(form);
        all.set(form, known === undefined || known === index ? index : -2);
      }
    });
    return nameThem(all);
  };
  return ({ involvements }, pupils) => {
    const [first] = involvements;
    if (first === undefined) return NOBODY;
    if (involvements.length > 1) return list(involvements.map(({ pupil }) => pupils.get(pupil)?.name));
    const name = pupils.get(first.pupil)?.name;
    if (name === undefined) return NOBODY;
    let own = alone.get(name);
    if (own !== undefined) return own;
    own = list([name]);
    if (alone.size < MOST_NAMES) alone.set(name, own);
    return own;
  };
}
