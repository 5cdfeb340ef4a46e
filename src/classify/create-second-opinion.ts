import { kindOf } from './label-kind.ts';
import type { RecordSigns } from './list-signs.ts';
import type { RecordWords } from './record-words.ts';
import { createSecondReader, type ReaderModel } from './second-reader.ts';
import type { SecondOpinion } from './weigh-labels.ts';

/** Labelled records of one label, with what the second reader made of each, one behind the other. */
interface Examples {
  readonly texts: readonly string[];
  readonly likely: Uint8Array;
}

/** The examples of one label, out of all. */
function gather({ examples, heads }: ReaderModel, head: number): Examples {
  const own = examples.filter((example) => example.heads.includes(head));
  const likely = new Uint8Array(own.length * heads.length);
  for (const [at, example] of own.entries()) likely.set(example.likely, at * heads.length);
  return { texts: own.map(({ text }) => text), likely };
}

/** Asks the second reader about a record. */
export interface SecondAsker {
  /** All that it makes of it; holds until the next is asked for. */
  readonly ask: (record: RecordWords, signs: RecordSigns) => SecondOpinion;
  /** Only how likely it deserves no label, 0 to 1: what `ask` says of it, for less. */
  readonly askNone: (record: RecordWords, signs: RecordSigns) => number;
}

/** Makes what asks the second reader about one record after another. */
export function createSecondOpinion(model: ReaderModel): SecondAsker {
  const read = createSecondReader(model);
  const kinds = model.heads.slice(0, -1).map(kindOf);
  // Gathered when first asked for: few labels of few records are.
  const examplesOf: Examples[] = [];
  const hundredths = new Uint8Array(model.heads.length);
  const last = kinds.length;
  return {
    ask: (record, signs) => {
      const likely = read(record, signs);
      let isRounded = false;
      return {
        kinds,
        likely,
        none: likely[last] ?? 0,
        findLike: (place) => {
          if (!isRounded) roundInto(hundredths, likely);
          isRounded = true;
          examplesOf[place] ??= gather(model, place);
          return findNearest(examplesOf[place], hundredths);
        },
      };
    },
    askNone: (record, signs) => read(record, signs, last)[last] ?? 0,
  };
}

function roundInto(hundredths: Uint8Array, likely: Float32Array): void {
  for (let head = 0; head < hundredths.length; head++)
    hundredths[head] = Math.round(100 * (likely[head] as number));
}

/** The example that the second reader took for much the same: least sum of squared differences, the first of equals. */
function findNearest({ texts, likely }: Examples, own: Uint8Array): string | null {
  const size = own.length;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let example = 0, from = 0; example < texts.length; example++, from += size) {
    let sum = 0;
    for (let head = 0; head < size && sum < least; head++)
      sum += ((likely[from + head] as number) - (own[head] as number)) ** 2;
    if (sum >= least) continue;
    least = sum;
    nearest = example;
  }
  return texts[nearest] ?? null;
}
