import type { ReaderExample } from '../../src/classify/second-reader.ts';

/** Most labelled records of one label that a record is compared with: any of them that is near will do as an example. */
const MOST_COMPARED = 64;

/** So many of a list, spread evenly over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)] as T);
}

/**
 * Chooses the labelled records that a model keeps to quote: some for each of its heads, spread evenly over those that
 * have it. A record keeps only the heads that it was chosen for.
 */
export function chooseExamples(examples: readonly ReaderExample[], heads: number): ReaderExample[] {
  const chosenFor = new Map<ReaderExample, number[]>();
  for (let head = 0; head < heads; head++) {
    const own = examples.filter((example) => example.heads.includes(head));
    for (const example of spread(own, MOST_COMPARED))
      chosenFor.set(example, [...(chosenFor.get(example) ?? []), head]);
  }
  return examples.flatMap((example) => {
    const chosen = chosenFor.get(example);
    return chosen === undefined ? [] : { ...example, heads: chosen };
  });
}
