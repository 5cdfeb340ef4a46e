import type { Classification } from '../incident/classification.ts';
import { type BlindRecord, createNameBlind } from './blind-names.ts';
import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';

/** Records of one export, taken a part at a time, each only once however often its words come back. */
export interface RecordCollapse {
  /** The next records that none before them was like: as many as asked for, fewer at the end. */
  readonly take: (most: number) => NamedRecord[];
  /** Records that were not looked at yet. */
  readonly countLeft: () => number;
  /** Takes in what some of those that were taken come to, the first of them being number `first` of all taken. */
  readonly settle: (first: number, found: readonly Classification[]) => void;
  /** What each record comes to, in their order, once all are settled. */
  readonly gather: () => readonly Classification[];
}

/** Longer records hardly come back, and each that is kept for those after it takes up memory. */
const LONGEST_KEPT = 500;
const MOST_KEPT = 20_000;

/** Everything that is read of a record in one string; the lengths tell where a part ends, whatever stands in it. */
function joinWords({ record, pupils }: NamedRecord, list: number): string {
  const { categoryText, narrative, action, involvements } = record;
  let key = `${list} ${categoryText.length} ${narrative.length} ${involvements.length}`;
  for (const { pupil } of involvements) {
    const name = pupils.get(pupil)?.name;
    key += name === undefined ? ' -' : ` ${name.length} ${name}`;
  }
  return `${key} ${categoryText}${narrative}${action}`;
}

/** Makes the function that tells whose words a record repeats: the place of the first like it; null if none may be. */
function createPlaceFinder(): (named: NamedRecord, own: number) => number | null {
  const lists = new Map<readonly string[], number>();
  const places = new Map<string, number>();
  return (named, own) => {
    const { categories, narrative, action } = named.record;
    if (narrative.length + action.length > LONGEST_KEPT) return null;
    const list = lists.get(categories) ?? lists.size;
    lists.set(categories, list);
    const key = joinWords(named, list);
    const place = places.get(key);
    if (place !== undefined) return place;
    if (places.size >= MOST_KEPT) return null;
    places.set(key, own);
    return own;
  };
}

/**
 * Puts together records that differ in nothing but the names of their pupils: systems that offer ready-made sentences,
 * and staff who write the same few, fill an export with them. Each is then read once.
 */
export function collapseRecords(records: readonly RecordWords[], pupils: PupilNames): RecordCollapse {
  const blindNames = createNameBlind();
  const findPlace = createPlaceFinder();
  const placeOf = new Int32Array(records.length);
  // Of those that nobody after them is like nothing is kept.
  const isAlone = new Uint8Array(records.length);
  const restores: (BlindRecord['restore'] | undefined)[] = [];
  const found: (Classification | undefined)[] = [];
  const results: Classification[] = [];
  // As soon as it can be, while others are still being read.
  const spread = (): void => {
    while (results.length < restores.length) {
      const at = results.length;
      const place = placeOf[at] ?? 0;
      const own = found[place];
      if (own === undefined) return;
      results.push((restores[at] as BlindRecord['restore'])(own));
      restores[at] = undefined;
      if (isAlone[at] === 1) found[place] = undefined;
    }
  };
  let taken = 0;
  return {
    take: (most) => {
      const unique: NamedRecord[] = [];
      while (unique.length < most && restores.length < records.length) {
        const {
          record,
          pupils: named,
          restore,
        } = blindNames(records[restores.length] as RecordWords, pupils);
        const blind = { record, pupils: named };
        const known = findPlace(blind, taken);
        const place = known ?? taken;
        if (known === null) isAlone[restores.length] = 1;
        placeOf[restores.length] = place;
        restores.push(restore);
        if (place !== taken) continue;
        taken++;
        unique.push(blind);
      }
      return unique;
    },
    countLeft: () => records.length - restores.length,
    settle: (first, settled) => {
      settled.forEach((each, at) => {
        found[first + at] = each;
      });
      spread();
    },
    gather: () => {
      spread();
      return results;
    },
  };
}
