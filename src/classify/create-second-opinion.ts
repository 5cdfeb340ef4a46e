import type { SecondOpinion } from './hear-second-reader.ts';
import { kindOf } from './label-kind.ts';
import type { RecordWords } from './record-words.ts';
import { createSecondReader, type ReaderExample, type ReaderModel } from './second-reader.ts';

/** Makes the function that asks the second reader about a record; the opinion holds until the next one is asked for. */
export function createSecondOpinion(model: ReaderModel): (record: RecordWords) => SecondOpinion {
  const read = createSecondReader(model);
  const kinds = model.heads.slice(0, -1).map(kindOf);
  const examplesOf = kinds.map((_, head) => model.examples.filter(({ heads }) => heads.includes(head)));
  return (record) => {
    const likely = read(record);
    return {
      kinds,
      likely,
      none: likely[kinds.length] ?? 0,
      findLike: (place) => findNearest(examplesOf[place] ?? [], likely)?.text ?? null,
    };
  };
}

/** The example that the second reader took for much the same: least sum of squared differences. */
function findNearest(examples: readonly ReaderExample[], likely: Float32Array): ReaderExample | null {
  let nearest: ReaderExample | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const example of examples) {
    let sum = 0;
    for (let head = 0; head < likely.length; head++)
      sum += ((example.likely[head] ?? 0) / 100 - (likely[head] ?? 0)) ** 2;
    if (sum >= least) continue;
    least = sum;
    nearest = example;
  }
  return nearest;
}
