import bullyingData from './data/bullying.yaml';

interface BullyingTable {
  readonly harms: Readonly<Record<string, readonly string[]>>;
  readonly surroundings: Readonly<Record<string, readonly string[]>>;
  readonly only_named: readonly string[];
}

const TABLE = bullyingData as BullyingTable;

/** Labels and signals that are harm to a child. */
export const HARM_LABELS: readonly string[] = Object.keys(TABLE.harms);

/** Why a record is taken for bullying. */
export interface BullyingVerdict {
  readonly holds: boolean;
  /** Kinds of bullying, each with the label or signal that shows it. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Harm without repetition: for a person to look at. */
  readonly doubtful: boolean;
}

/**
 * Decides bullying from what was found: named as such, or harm aimed at a child together with words of
 * repetition. One cross word is not bullying, and neither is a habit that hurts nobody.
 */
export function decideBullying(
  found: ReadonlySet<string>,
  aimedAtChild: (label: string) => boolean,
): BullyingVerdict {
  const kinds = new Map<string, string>();
  const named = found.has('bullying') || [...found].some((label) => label.startsWith('bullying.'));
  const harms = Object.keys(TABLE.harms).filter((label) => found.has(label) && aimedAtChild(label));
  const other = TABLE.only_named.some((label) => found.has(label));
  const repeated = found.has('~repeat') && harms.length > 0 && !other;
  const holds = named || repeated;
  if (holds) {
    for (const harm of harms)
      for (const kind of TABLE.harms[harm] ?? []) if (!kinds.has(kind)) kinds.set(kind, harm);
    for (const [place, added] of Object.entries(TABLE.surroundings)) {
      if (found.has(place)) for (const kind of added) if (!kinds.has(kind)) kinds.set(kind, place);
    }
  }
  return { holds, kinds, doubtful: !holds && harms.some((harm) => harm.startsWith('~harm')) };
}
