import bullyingData from './data/bullying.yaml';

interface BullyingTable {
  readonly harms: Readonly<Record<string, readonly string[]>>;
  readonly surroundings: Readonly<Record<string, readonly string[]>>;
  readonly only_named: readonly string[];
}

const TABLE = bullyingData as BullyingTable;

/** Labels and signals that are harm to a child. */
export const HARM_LABELS: readonly string[] = Object.keys(TABLE.harms);

/** Harm that is no label of its own. */
const UNNAMED_HARMS = HARM_LABELS.filter((label) => label.startsWith('~harm'));

const NO_KINDS: ReadonlyMap<string, string> = new Map();

/** Why a record is taken for bullying. */
export interface BullyingVerdict {
  readonly holds: boolean;
  /** Kinds of bullying, each with the label or signal that shows it. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Harm without repetition: for a person to look at. */
  readonly doubtful: boolean;
}

function isNamed(found: ReadonlySet<string>): boolean {
  for (const label of found) if (label === 'bullying' || label.startsWith('bullying.')) return true;
  return false;
}

/**
 * Decides bullying from what was found: named as such, or harm aimed at a child together with words of
 * repetition. One cross word is not bullying, and neither is a habit that hurts nobody.
 */
export function decideBullying(
  found: ReadonlySet<string>,
  aimedAtChild: (label: string) => boolean,
): BullyingVerdict {
  const isHarm = (label: string): boolean => found.has(label) && aimedAtChild(label);
  const named = isNamed(found);
  // At whom words were aimed takes a look at the whole record: not asked where the answer changes nothing.
  if (!named && !found.has('~repeat')) {
    return { holds: false, kinds: NO_KINDS, doubtful: UNNAMED_HARMS.some(isHarm) };
  }
  const harms = HARM_LABELS.filter(isHarm);
  const other = TABLE.only_named.some((label) => found.has(label));
  if (!named && (harms.length === 0 || other)) {
    return { holds: false, kinds: NO_KINDS, doubtful: harms.some((harm) => UNNAMED_HARMS.includes(harm)) };
  }
  const kinds = new Map<string, string>();
  for (const harm of harms)
    for (const kind of TABLE.harms[harm] ?? []) if (!kinds.has(kind)) kinds.set(kind, harm);
  for (const [place, added] of Object.entries(TABLE.surroundings)) {
    if (found.has(place)) for (const kind of added) if (!kinds.has(kind)) kinds.set(kind, place);
  }
  return { holds: true, kinds, doubtful: false };
}
