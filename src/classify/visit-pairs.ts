import { type FeatureWord, featureOfBoth, featureOfNeighbours } from './text-features.ts';

/** Kinds of labels of which pairs are made: the first of a long record, so that its pairs stay bounded. */
const MOST_PAIRED = 40;

/** Gives the feature of every two words in a row to `visit`. */
export function visitNeighbours(
  field: readonly FeatureWord[],
  block: number,
  visit: (feature: number) => void,
): void {
  for (let at = 1; at < field.length; at++)
    visit(featureOfNeighbours(field[at - 1] as FeatureWord, field[at] as FeatureWord, block));
}

/** Gives the feature of every two kinds of labels in a record to `visit`, by the hashes of their names. */
export function visitTogether(
  hashes: readonly number[],
  block: number,
  visit: (feature: number) => void,
): void {
  const count = Math.min(hashes.length, MOST_PAIRED);
  for (let at = 0; at < count; at++) {
    const one = hashes[at] as number;
    for (let next = at + 1; next < count; next++) {
      visit(featureOfBoth(one, hashes[next] as number, block));
    }
  }
}
