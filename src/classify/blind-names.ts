import type { Classification } from '../incident/classification.ts';
import type { PupilKey } from '../incident/incident.ts';
import nameData from './data/stand-in-names.yaml';
import { findOwnNames, type NameMention, type OwnName, seekNames } from './find-own-names.ts';
import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';
import { restoreClassification, type Swap, type Swaps } from './restore-classification.ts';

const { forenames: FORENAMES, surnames: SURNAMES } = nameData as Readonly<
  Record<'forenames' | 'surnames', readonly string[]>
>;

/** A record in which other names stand in for those of its own pupils. */
export interface BlindRecord extends NamedRecord {
  /** Puts what was found onto the record as it was written. */
  readonly restore: (found: Classification) => Classification;
}

/** Most names that are kept taken apart: enough for any school, and hostile data cannot fill the memory. */
const MOST_NAMES = 5000;

const NO_SWAPS: readonly Swap[] = [];

function keepPlain(word: string): string {
  if (word.length < 2) return '';
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return '';
  }
  return word;
}

/** A pupil's name as it is written, and as it is looked for. */
interface TakenApart extends OwnName {
  readonly first: string;
  /** '' where there is but one name. */
  readonly last: string;
}

/**
 * A name is looked for whole or not at all: with another surname in the list, one whose forename or initials are not
 * found in the text (`Zoë Hart`, `J Smith`, `Ivy Łuka`) would no more be known for that pupil's.
 */
function takeApart(name: string): TakenApart {
  const written = name.split(' ').filter((part) => part !== '');
  const first = written[0] ?? '';
  const last = written.length > 1 ? (written.at(-1) ?? '') : '';
  const initials = last === '' ? '' : keepPlain((first.slice(0, 1) + last.slice(0, 1)).toLowerCase());
  const forename = last !== '' && initials === '' ? '' : keepPlain(first.toLowerCase());
  const surname = forename === '' ? '' : keepPlain(last.toLowerCase());
  return { first, last, forename, surname, initials };
}

/**
 * Gives each name in turn the next that stands in for one; those that the texts name for somebody else are passed over.
 * Null when there are too many.
 */
function giveStandIns(
  names: readonly string[],
  others: readonly string[],
  isTaken: (other: string) => boolean,
): Map<string, string> | null {
  const given = new Map<string, string>();
  let next = 0;
  for (const name of names) {
    if (name === '' || given.has(name)) continue;
    while (next < others.length && isTaken(others[next] ?? '')) next++;
    const other = others[next++];
    if (other === undefined) return null;
    given.set(name, other);
  }
  return given;
}

/** Names by those that they stand in for. */
interface StandIns {
  readonly forenames: ReadonlyMap<string, string>;
  readonly surnames: ReadonlyMap<string, string>;
}

/** Names for those of a record's pupils, and where its texts name them. */
interface Renaming extends StandIns {
  readonly narrative: readonly NameMention[];
  readonly action: readonly NameMention[];
}

function swapNames(
  text: string,
  mentions: readonly NameMention[],
  { forenames, surnames }: StandIns,
): { readonly text: string; readonly swaps: readonly Swap[] } {
  if (mentions.length === 0) return { text, swaps: NO_SWAPS };
  const swaps: Swap[] = [];
  let blind = '';
  let from = 0;
  for (const { start, end, name, isSurname } of mentions) {
    blind += text.slice(from, start);
    const blindStart = blind.length;
    blind += (isSurname ? surnames : forenames).get(name) ?? text.slice(start, end);
    swaps.push({ start, end, blindStart, blindEnd: blind.length });
    from = end;
  }
  return { text: blind + text.slice(from), swaps };
}

/** The initials of a pupil under the names that stand in; '' where there is but one name. */
function initialsOf({ first, last, forename, surname }: TakenApart, given: StandIns): string {
  const one = given.forenames.get(forename) ?? first;
  const other = last === '' ? '' : (given.surnames.get(surname) ?? last);
  return other === '' ? '' : one.slice(0, 1) + other.slice(0, 1);
}

/** What a pupil is called whose name stays, as far as it may be taken for another's: `Lily` of `Lily-Mae`. */
function listKept(parts: readonly TakenApart[]): readonly string[] {
  return parts
    .filter(({ forename }) => forename === '')
    .map(({ first }) => first.toLowerCase().split('-', 1)[0] ?? '');
}

/** Whoever is told of first is first, wherever the record lists them: exports list pupils in any order. */
function listInOrder(
  mentions: readonly NameMention[],
  parts: readonly TakenApart[],
  isSurname: boolean,
): string[] {
  const names: string[] = [];
  for (const mention of mentions) if (mention.isSurname === isSurname) names.push(mention.name);
  for (const { forename, surname } of parts) names.push(isSurname ? surname : forename);
  return names;
}

/** Null where a record is better left as it is. */
function findRenaming({ narrative, action }: RecordWords, parts: readonly TakenApart[]): Renaming | null {
  if (parts.length === 0) return null;
  const sought = seekNames(parts);
  const kept = listKept(parts);
  if (kept.some((name) => sought.surnames.has(name))) return null;
  const inNarrative = findOwnNames(narrative, sought);
  const inAction = inNarrative === null ? null : findOwnNames(action, sought);
  if (inNarrative === null || inAction === null) return null;
  const told = `${narrative} ${action}`;
  const small = told.toLowerCase();
  const give = (names: readonly string[], others: readonly string[]): Map<string, string> | null =>
    giveStandIns(names, others, (other) => {
      const name = other.toLowerCase();
      return !names.includes(name) && (small.includes(name) || kept.includes(name));
    });
  const mentions = inAction.length === 0 ? inNarrative : [...inNarrative, ...inAction];
  const forenames = give(listInOrder(mentions, parts, false), FORENAMES);
  const surnames = give(listInOrder(mentions, parts, true), SURNAMES);
  if (forenames === null || surnames === null) return null;
  const isWritten = (initials: string): boolean => initials !== '' && told.includes(initials);
  if (parts.some((part) => isWritten(initialsOf(part, { forenames, surnames })))) return null;
  return { forenames, surnames, narrative: inNarrative, action: inAction };
}

function renamePupil(
  { first, last, forename, surname }: TakenApart,
  { forenames, surnames }: StandIns,
): string {
  const blind = forenames.get(forename) ?? first;
  return last === '' ? blind : `${blind} ${surnames.get(surname) ?? last}`;
}

/**
 * Makes the function that puts other names in place of those of a record's own pupils, in the order in which it tells of
 * them, so that what is found cannot hang on what a child is called, and records that differ in nothing else come
 * to the same. Left as they are: records that write one of their pupils by initials, in capitals or in small letters, and
 * records of a Lily and a Lily-Mae.
 */
export function createNameBlind(): (record: RecordWords, pupils: PupilNames) => BlindRecord {
  const known = new Map<string, TakenApart>();
  const partsOf = (name: string): TakenApart => {
    let parts = known.get(name);
    if (parts !== undefined) return parts;
    parts = takeApart(name);
    if (known.size < MOST_NAMES) known.set(name, parts);
    return parts;
  };
  return (record, named) => {
    const { categoryText, categories, narrative, action, involvements } = record;
    const names = involvements.map(({ pupil }) => named.get(pupil)?.name);
    const parts = names.map((name) => partsOf(name ?? ''));
    const renaming = findRenaming(record, parts);
    const told = renaming === null ? null : swapNames(narrative, renaming.narrative, renaming);
    const done = renaming === null ? null : swapNames(action, renaming.action, renaming);
    const swaps: Swaps = {
      category: NO_SWAPS,
      narrative: told?.swaps ?? NO_SWAPS,
      action: done?.swaps ?? NO_SWAPS,
    };
    const pupils = new Map<PupilKey, { readonly name: string }>();
    names.forEach((name, place) => {
      if (name === undefined) return;
      const blind = renaming === null ? name : renamePupil(partsOf(name), renaming);
      pupils.set(String(place), { name: blind });
    });
    return {
      record: {
        categoryText,
        categories,
        narrative: told?.text ?? narrative,
        action: done?.text ?? action,
        involvements: involvements.map((_, place) => ({ pupil: String(place) })),
      },
      pupils,
      restore: (found) => restoreClassification(found, record, swaps),
    };
  };
}
