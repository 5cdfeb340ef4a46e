import { readTaxonomy, type TaxonomyLabel } from '../policy/taxonomy.ts';
import kindsData from './data/label-kinds.yaml';
import type { RulePlace } from './rule-data.ts';

/** Yes or no of a label by its name alone: data/label-kinds.yaml says which and why. */
type Trait =
  | 'response'
  | 'hurts'
  | 'between_pupils'
  | 'gives_parts'
  | 'harm'
  | 'act'
  | 'planned'
  | 'told_in_both'
  | 'by_anybody'
  | 'background'
  | 'own_deed'
  | 'sorting'
  | 'stands'
  | 'counted'
  | 'owed'
  | 'unsure'
  | 'bare'
  | 'welfare'
  | 'words'
  | 'said'
  | 'soft'
  | 'sexual';

const TRAITS = Object.entries(kindsData as Readonly<Record<Trait, readonly string[]>>);

/**
 * What a label or signal is by its name alone. There is one for each name, so that two labels can be compared as
 * objects: every hit of every record asks, and names that were read from a file are slow to compare.
 */
export interface LabelKind {
  readonly name: string;
  /** Starts with `~`: tells other rules something and is no label. */
  readonly signal: boolean;
  /** The label that a soft word would be; the name itself for other labels. */
  readonly meant: string;
  readonly family: string;
  /** Labels of one group say something of the same kind. */
  readonly group: string;
  /** Where it is looked for unless its rule says otherwise. */
  readonly place: RulePlace;
  /** Whether it is a label of the taxonomy. */
  readonly known: boolean;
  /** Wrong or missing it would be serious. */
  readonly serious: boolean;
  /** Place in the taxonomy. */
  readonly order: number;
  readonly implies: readonly string[];
  readonly is: Readonly<Record<Trait, boolean>>;
}

const BEHIND_ALL = 999;

let taxonomy: ReadonlyMap<string, readonly [number, TaxonomyLabel]> | undefined;
const KINDS = new Map<string, LabelKind>();

/** Whether a name is on a list of label-kinds.yaml. */
function isListed(name: string, list: readonly string[]): boolean {
  return list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));
}

function makeKind(name: string): LabelKind {
  taxonomy ??= new Map(readTaxonomy().labels.map((label, place) => [label.code, [place, label]]));
  const [order, label] = taxonomy.get(name) ?? [BEHIND_ALL, undefined];
  const is = Object.fromEntries(TRAITS.map(([trait, list]) => [trait, isListed(name, list)]));
  const [family = name] = name.split('.', 1);
  return {
    name,
    signal: name.startsWith('~'),
    meant: is.soft === true ? name.slice(name.indexOf('.') + 1) : name,
    family,
    group: is.sexual === true ? 'sexual' : family,
    place: is.told_in_both === true ? 'text' : 'narrative',
    known: label !== undefined,
    serious: label?.tier === 'A',
    order,
    implies: label?.implies ?? [],
    is: is as Record<Trait, boolean>,
  };
}

/** The kind of a label or signal. */
export function kindOf(name: string): LabelKind {
  let kind = KINDS.get(name);
  if (kind === undefined) {
    kind = makeKind(name);
    KINDS.set(name, kind);
  }
  return kind;
}
