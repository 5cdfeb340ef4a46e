import {
  BELIEF_SIGNS,
  type BeliefWeights,
  type LabelSigns,
  measureSigns,
} from '../../src/classify/weigh-belief.ts';
import { fitRidge } from './fit-ridge.ts';

/** The signs of one label of one record, and whether a person gave it that label. */
export interface BeliefCase {
  readonly signs: LabelSigns;
  readonly isRight: boolean;
}

/** What a large weight costs. */
const SHRINK = 1;

/** Ridge logistic regression over the signs, with a start for each label. */
export function learnBelief(cases: readonly BeliefCase[]): BeliefWeights {
  const names = [...new Set(cases.map(({ signs }) => signs.kind.name))].sort();
  const codes = new Map(names.map((name, at) => [name, at]));
  const places = [0, ...BELIEF_SIGNS.map((_, at) => at + 1)];
  const weights = fitRidge(
    cases.map(({ signs, isRight }) => {
      const own = 1 + BELIEF_SIGNS.length + 2 * (codes.get(signs.kind.name) ?? 0);
      return {
        places: [...places, own + (signs.strength > 0 ? 0 : 1)],
        values: [1, ...measureSigns(signs), 1],
        offset: 0,
        isRight,
      };
    }),
    1 + BELIEF_SIGNS.length + 2 * names.length,
    SHRINK,
  );
  const tell = (at: number): number => Number((weights[at] ?? 0).toFixed(2));
  return {
    start: tell(0),
    signs: Object.fromEntries(BELIEF_SIGNS.map((sign, at) => [sign, tell(at + 1)])) as BeliefWeights['signs'],
    labels: Object.fromEntries(
      names.map((name, at) => {
        const own = 1 + BELIEF_SIGNS.length + 2 * at;
        return [name, { given: tell(own), missed: tell(own + 1) }];
      }),
    ),
  };
}
