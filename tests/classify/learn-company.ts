import type { LabelKind } from '../../src/classify/label-kind.ts';
import { type BeliefWeights, scoreBelief } from '../../src/classify/weigh-belief.ts';
import {
  type CompanyWeights,
  gatherCompany,
  measureNone,
  placeCodes,
} from '../../src/classify/weigh-company.ts';
import { fitRidge, type RidgeCase } from './fit-ridge.ts';
import type { BeliefCase } from './learn-belief.ts';

/** What a large weight costs: there are a hundred of them a label, and of some labels two hundred records. */
const SHRINK = 10;

/** What was heard of one record, and whether a person gave it no label at all. */
export interface HeardRecord {
  readonly cases: readonly BeliefCase[];
  readonly isEmpty: boolean;
}

function round(value: number | undefined): number {
  return Number((value ?? 0).toFixed(2));
}

/** Start, what seems and what is given, out of one row of weights. */
function cutRow(weights: Float64Array, count: number): CompanyWeights['labels'][string] {
  const rounded = Array.from(weights, round);
  return {
    start: rounded[0] ?? 0,
    seems: rounded.slice(1, 1 + count),
    given: rounded.slice(1 + count, 1 + 2 * count),
  };
}

/** Learns for each label what the others of its record say of it, beyond what speaks for it alone, and of no label. */
export function learnCompany(records: readonly HeardRecord[], belief: BeliefWeights): CompanyWeights {
  const codes = Object.keys(belief.labels);
  const placeOf = placeCodes(codes);
  const size = 1 + 2 * codes.length;
  const casesOf = new Map<LabelKind, RidgeCase[]>([...placeOf.keys()].map((kind) => [kind, []]));
  const empties: RidgeCase[] = [];
  for (const { cases, isEmpty } of records) {
    const heard = cases.map(({ signs }) => signs);
    const { places, values } = gatherCompany(heard, placeOf);
    empties.push({
      places: [0, ...places.map((place) => 1 + place), size],
      values: [1, ...values, measureNone(heard[0]?.none ?? 0.5)],
      offset: 0,
      isRight: isEmpty,
    });
    for (const { signs, isRight } of cases) {
      const own = placeOf.get(signs.kind) ?? -1;
      const beside = places.flatMap((place, at) => (place % codes.length === own ? [] : [at]));
      casesOf.get(signs.kind)?.push({
        places: [0, ...beside.map((at) => 1 + (places[at] ?? 0))],
        values: [1, ...beside.map((at) => values[at] ?? 0)],
        offset: scoreBelief(signs, belief),
        isRight,
      });
    }
  }
  const empty = fitRidge(empties, size + 1, SHRINK);
  return {
    codes,
    labels: Object.fromEntries(
      [...casesOf].map(([{ name }, cases]) => [name, cutRow(fitRidge(cases, size, SHRINK), codes.length)]),
    ),
    empty: { ...cutRow(empty, codes.length), none: round(empty[size]) },
  };
}
