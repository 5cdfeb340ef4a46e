import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';

/** The words of some records in a few flat lists: what crosses to another thread in one piece. */
export interface PackedRecords {
  /** Category text, narrative and action of each record in turn. */
  readonly texts: readonly string[];
  /** Lists of categories; most records share one with many others. */
  readonly lists: readonly (readonly string[])[];
  readonly listOf: Int32Array;
  /** Names of the pupils of each record in turn, null where nobody knows one; record `i` has `counts[i]`. */
  readonly names: readonly (string | null)[];
  readonly counts: Int32Array;
}

/** Packs what is read of records to label them. */
export function packRecords(records: readonly NamedRecord[]): PackedRecords {
  const texts: string[] = [];
  const lists: (readonly string[])[] = [];
  const places = new Map<readonly string[], number>();
  const listOf = new Int32Array(records.length);
  const names: (string | null)[] = [];
  const counts = new Int32Array(records.length);
  records.forEach(({ record, pupils }, index) => {
    texts.push(record.categoryText, record.narrative, record.action);
    let place = places.get(record.categories);
    if (place === undefined) {
      place = lists.push(record.categories) - 1;
      places.set(record.categories, place);
    }
    listOf[index] = place;
    counts[index] = record.involvements.length;
    for (const { pupil } of record.involvements) names.push(pupils.get(pupil)?.name ?? null);
  });
  return { texts, lists, listOf, names, counts };
}

/** Unpacks records; each pupil's key is their place in the list of the record, from 0. */
export function* unpackRecords(packed: PackedRecords): IterableIterator<[RecordWords, PupilNames]> {
  const { texts, lists, listOf, names, counts } = packed;
  let next = 0;
  for (let index = 0; index < counts.length; index++) {
    const pupils = new Map<string, { name: string }>();
    const involvements: { pupil: string }[] = [];
    for (let place = 0; place < (counts[index] ?? 0); place++) {
      const name = names[next++] ?? null;
      involvements.push({ pupil: String(place) });
      if (name !== null) pupils.set(String(place), { name });
    }
    const record = {
      categoryText: texts[3 * index] ?? '',
      narrative: texts[3 * index + 1] ?? '',
      action: texts[3 * index + 2] ?? '',
      categories: lists[listOf[index] ?? 0] ?? [],
      involvements,
    };
    yield [record, pupils];
  }
}
