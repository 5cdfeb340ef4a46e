import type { Classification } from '../incident/classification.ts';
import { type BlindRecord, createNameBlind } from './blind-names.ts';
import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';

/** Records, each only once however often its words come back. */
export interface Collapsed {
  readonly unique: readonly NamedRecord[];
  /** What each of the records comes to, in their order, once it is known what the unique ones do. */
  readonly spread: (found: readonly Classification[]) => Classification[];
}

/** Everything that is read of a record in one string; the lengths tell where a part ends, whatever stands in it. */
function joinWords(
  { record, pupils }: BlindRecord,
  listOf: (categories: readonly string[]) => number,
): string {
  const { categoryText, categories, narrative, action, involvements } = record;
  let key = `${listOf(categories)} ${categoryText.length} ${narrative.length} ${involvements.length}`;
  for (const { pupil } of involvements) {
    const name = pupils.get(pupil)?.name;
    key += name === undefined ? ' -' : ` ${name.length} ${name}`;
  }
  return `${key} ${categoryText}${narrative}${action}`;
}

/**
 * Puts together records that differ in nothing but the names of their pupils: systems that offer ready-made sentences,
 * and staff who write the same few, fill an export with them. Each is then read once.
 */
export function collapseRecords(records: readonly RecordWords[], pupils: PupilNames): Collapsed {
  const blindNames = createNameBlind();
  const lists = new Map<readonly string[], number>();
  const listOf = (categories: readonly string[]): number => {
    const place = lists.get(categories) ?? lists.size;
    lists.set(categories, place);
    return place;
  };
  const places = new Map<string, number>();
  const unique: NamedRecord[] = [];
  const placeOf = new Int32Array(records.length);
  const restores = records.map((record, index) => {
    const blind = blindNames(record, pupils);
    const key = joinWords(blind, listOf);
    let place = places.get(key);
    if (place === undefined) {
      place = unique.push({ record: blind.record, pupils: blind.pupils }) - 1;
      places.set(key, place);
    }
    placeOf[index] = place;
    return blind.restore;
  });
  return {
    unique,
    spread: (found) =>
      restores.map((restore, index) => restore(found[placeOf[index] ?? 0] as Classification)),
  };
}
