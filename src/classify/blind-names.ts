import type { Classification, Evidence } from '../incident/classification.ts';
import type { PupilKey, PupilRole } from '../incident/incident.ts';
import nameData from './data/stand-in-names.yaml';
import { findOwnNames, type NameMention, type OwnName, seekNames } from './find-own-names.ts';
import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';

const { forenames: FORENAMES, surnames: SURNAMES } = nameData as Readonly<
  Record<'forenames' | 'surnames', readonly string[]>
>;

/** A record in which other names stand in for those of its own pupils. */
export interface BlindRecord extends NamedRecord {
  /** Puts what was found onto the record as it was written. */
  readonly restore: (found: Classification) => Classification;
}

/** A name in a text and the one in its place. */
interface Swap {
  readonly start: number;
  readonly end: number;
  readonly blindStart: number;
  readonly blindEnd: number;
}

const NO_SWAPS: readonly Swap[] = [];

/** Most names that are kept taken apart: enough for any school, and hostile data cannot fill the memory. */
const MOST_NAMES = 5000;

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

function takeApart(name: string): TakenApart {
  const written = name.split(' ').filter((part) => part !== '');
  const first = written[0] ?? '';
  const last = written.length > 1 ? (written.at(-1) ?? '') : '';
  return { first, last, forename: keepPlain(first.toLowerCase()), surname: keepPlain(last.toLowerCase()) };
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

function swapNames(
  text: string,
  mentions: readonly NameMention[],
  { forenames, surnames }: Renaming,
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

/** Where a place in a blind text is in the text as it was written. */
function moveBack(at: number, swaps: readonly Swap[], isEnd: boolean): number {
  let shift = 0;
  for (const { start, end, blindStart, blindEnd } of swaps) {
    if (at <= blindStart) break;
    if (at < blindEnd) return isEnd ? end : start;
    shift = end - blindEnd;
  }
  return at + shift;
}

/** The shown words of evidence with the pupils' own names in them; what is masked stays so. */
function showNames(shown: string, from: number, text: string, swaps: readonly Swap[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, blindStart, blindEnd } of swaps) {
    if (blindStart < from || blindEnd > from + shown.length) continue;
    out += shown.slice(at, blindStart - from) + text.slice(start, end);
    at = blindEnd - from;
  }
  return out + shown.slice(at);
}

const FIELDS = ['narrative', 'action'] as const;

type Swaps = Readonly<Record<Evidence['field'], readonly Swap[]>>;

function restoreEvidence(evidence: Evidence, record: RecordWords, swaps: Swaps): Evidence {
  const { field, start, end, text } = evidence;
  const own = swaps[field];
  if (field === 'category' || own.length === 0) return evidence;
  return {
    ...evidence,
    start: moveBack(start, own, false),
    end: moveBack(end, own, true),
    text: showNames(text, start, record[field], own),
  };
}

function restoreOnto(found: Classification, record: RecordWords, swaps: Swaps): Classification {
  const isSame = FIELDS.every((field) => swaps[field].length === 0);
  if (isSame && found.roles.size === 0) return found;
  const roles = new Map<PupilKey, PupilRole>();
  for (const [place, role] of found.roles) {
    const pupil = record.involvements[Number(place)]?.pupil;
    if (pupil !== undefined) roles.set(pupil, role);
  }
  if (isSame) return { ...found, roles };
  const put = <T extends { readonly evidence: readonly Evidence[] }>(label: T): T => ({
    ...label,
    evidence: label.evidence.map((one) => restoreEvidence(one, record, swaps)),
  });
  return {
    labels: found.labels.map(put),
    suppressed: found.suppressed.map(put),
    review: found.review.map((reason) => ({
      ...reason,
      start: moveBack(reason.start, swaps[reason.field], false),
      end: moveBack(reason.end, swaps[reason.field], true),
    })),
    roles,
  };
}

/** Names for those of a record's pupils; null where it is better left as it is. */
interface Renaming {
  readonly forenames: ReadonlyMap<string, string>;
  readonly surnames: ReadonlyMap<string, string>;
  readonly narrative: readonly NameMention[];
  readonly action: readonly NameMention[];
}

function findRenaming({ narrative, action }: RecordWords, parts: readonly OwnName[]): Renaming | null {
  const sought = seekNames(parts);
  const inNarrative = findOwnNames(narrative, sought);
  const inAction = inNarrative === null ? null : findOwnNames(action, sought);
  if (inNarrative === null || inAction === null) return null;
  const give = (names: readonly string[], others: readonly string[]): Map<string, string> | null =>
    giveStandIns(
      names,
      others,
      (other) =>
        !names.includes(other.toLowerCase()) && (narrative.includes(other) || action.includes(other)),
    );
  const forenames = give(
    parts.map(({ forename }) => forename),
    FORENAMES,
  );
  const surnames = give(
    parts.map(({ surname }) => surname),
    SURNAMES,
  );
  if (forenames === null || surnames === null) return null;
  return { forenames, surnames, narrative: inNarrative, action: inAction };
}

function renamePupil(
  { first, last, forename, surname }: TakenApart,
  { forenames, surnames }: Renaming,
): string {
  const blind = forenames.get(forename) ?? first;
  return last === '' ? blind : `${blind} ${surnames.get(surname) ?? last}`;
}

/**
 * Makes the function that puts other names in place of those of a record's own pupils, in the order in which the record
 * lists them, so that what is found cannot hang on what a child is called, and records that differ in nothing else come
 * to the same. Left as they are: records that write one of their pupils by initials, in capitals or in small letters.
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
      restore: (found) => restoreOnto(found, record, swaps),
    };
  };
}
