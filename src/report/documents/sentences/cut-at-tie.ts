/**
 * The first of a ranked list, at most so many, without a cut between two that are equal: to call some of those who tie
 * 'the most' and leave out the others would be false. Empty where more than so many tie for the first place.
 */
export function cutAtTie<T>(ranked: readonly T[], most: number, countOf: (item: T) => number): readonly T[] {
  const next = ranked[most];
  if (next === undefined) return ranked;
  return ranked.slice(0, most).filter((item) => countOf(item) !== countOf(next));
}
