import weightsData from './data/belief.yaml';
import type { LabelKind } from './label-kind.ts';

/** What the rules and the second reader say of one label of one record. */
export interface LabelSigns {
  readonly kind: LabelKind;
  /** How likely the second reader finds it, and that the record deserves no label at all; 0 to 1. */
  readonly seems: number;
  readonly none: number;
  /** How sure the rules are: 0 where they do not give it. */
  readonly strength: 0 | 1 | 2 | 3;
  /** Whether the recorded category is part of what they give it for, and how many pieces of evidence there are. */
  readonly isByCategory: boolean;
  readonly isByText: boolean;
  readonly evidence: number;
  /** Where the rules do not give it: a word that may mean it, a phrase that would, and one that was stopped. */
  readonly hasCue: boolean;
  readonly hasPhrase: boolean;
  readonly isStopped: boolean;
  /** Whether a recorded category names it or something of its kind. */
  readonly isNamed: boolean;
}

/** The names of the signs that are weighed; each is a number of about the size of one. */
export const BELIEF_SIGNS = [
  'seems',
  'none',
  'given',
  'given_surely',
  'given_by_category',
  'given_by_both',
  'given_twice',
  'given_thrice',
  'given_seems',
  'given_none',
  'cue',
  'phrase',
  'stopped',
  'named',
] as const;
type BeliefSign = (typeof BELIEF_SIGNS)[number];

/** How much each sign counts, and where each label starts: given by the rules, or not. */
export interface BeliefWeights {
  readonly start: number;
  readonly signs: Readonly<Record<BeliefSign, number>>;
  readonly labels: Readonly<Record<string, { readonly given: number; readonly missed: number }>>;
}

const WEIGHTS = weightsData as BeliefWeights;

/** Certainty has its limits: the reader's 0 and 1 are rounded. */
const [LEAST, MOST] = [1e-4, 1 - 1e-4];

/** Log odds, within bounds. */
export function toLogOdds(chance: number): number {
  const bounded = Math.min(MOST, Math.max(LEAST, chance));
  return Math.log(bounded / (1 - bounded));
}

/** The signs as numbers, in the order of `BELIEF_SIGNS`. */
export function measureSigns(signs: LabelSigns): readonly number[] {
  const seems = toLogOdds(signs.seems);
  const none = toLogOdds(signs.none);
  const given = signs.strength > 0 ? 1 : 0;
  const missed = 1 - given;
  return [
    seems,
    none,
    given,
    signs.strength > 1 ? 1 : 0,
    given * Number(signs.isByCategory),
    given * Number(signs.isByCategory && signs.isByText),
    signs.evidence > 1 ? 1 : 0,
    signs.evidence > 2 ? 1 : 0,
    given * seems,
    given * none,
    missed * Number(signs.hasCue),
    missed * Number(signs.hasPhrase),
    missed * Number(signs.isStopped),
    Number(signs.isNamed),
  ];
}

/**
 * How far a label is to be believed, 0 to 1, by what rules and second reader say together: a logistic regression on
 * records that neither had seen (`train-belief`; stacking, Wolpert 1992). `company` is what the other labels of the
 * record add, in log odds (weigh-company.ts).
 */
export function weighBelief(signs: LabelSigns, company = 0, weights: BeliefWeights = WEIGHTS): number {
  return 1 / (1 + Math.exp(-(scoreBelief(signs, weights) + company)));
}

/** Weights in the order of `BELIEF_SIGNS`, put together once for each set. */
const IN_ORDER = new WeakMap<BeliefWeights, Float64Array>();

function listWeights(weights: BeliefWeights): Float64Array {
  let listed = IN_ORDER.get(weights);
  if (listed === undefined) {
    listed = Float64Array.from(BELIEF_SIGNS, (sign) => weights.signs[sign]);
    IN_ORDER.set(weights, listed);
  }
  return listed;
}

/** What speaks for a label by itself, in log odds. */
export function scoreBelief(signs: LabelSigns, weights: BeliefWeights): number {
  const values = measureSigns(signs);
  const listed = listWeights(weights);
  let sum = weights.start;
  for (let at = 0; at < listed.length; at++) sum += (values[at] as number) * (listed[at] as number);
  const own = weights.labels[signs.kind.name];
  if (own !== undefined) sum += signs.strength > 0 ? own.given : own.missed;
  return sum;
}
