import type { Classification } from '../incident/classification.ts';
import type { EarlyRecord } from '../incident/early-record.ts';
import { type PackedClassifications, unpackClassifications } from './pack-classifications.ts';
import { type PackedRecords, packRecords } from './pack-records.ts';
import type { PupilNames, RecordWords } from './record-words.ts';

/** Records that are sent ahead at a time: few enough that a helper is soon free for the real work. */
const BATCH = 32;

/** What helpers make of records while the export is still being read. */
export interface EarlyLabels {
  /** Sends a record ahead, if somebody has nothing to do. */
  readonly note: (record: EarlyRecord) => void;
  /** Takes what became of a batch. */
  readonly receive: (batch: number, packed: PackedClassifications) => void;
  /** The labels of an incident, where a record of just these words and names was sent ahead and came back. */
  readonly find: (incident: RecordWords, pupils: PupilNames) => Classification | undefined;
  /** Forgets all that was sent: it was looked up, and the next export is another school's. */
  readonly forget: () => void;
}

const JOIN = '\u001f';

/** All that the labels of a record depend on, as one text; the number of names keeps them apart from categories. */
function keyOf(record: Omit<EarlyRecord, 'names'>, names: readonly string[]): string {
  const { categoryText, categories, narrative, action } = record;
  return [names.length, ...names, categoryText, narrative, action, ...categories].join(JOIN);
}

/**
 * Opens what helpers label while the rows of an export are still being read. Nobody knows by then what other rows say of
 * an incident, so a label counts only where the finished incident has the very words and names that were sent: it is then
 * what any helper would give. `send` says whether somebody took the batch; what nobody has time for is left for later.
 */
export function openEarlyLabels(send: (batch: number, records: PackedRecords) => boolean): EarlyLabels {
  let gathered: EarlyRecord[] = [];
  let batches = 0;
  const sent = new Map<number, readonly EarlyRecord[]>();
  const known = new Map<string, Classification>();
  /** Pupils go by their names, since they have no keys yet. */
  const toWords = (record: EarlyRecord): RecordWords => ({
    ...record,
    involvements: record.names.map((pupil) => ({ pupil })),
  });
  const sendBatch = (): void => {
    const batch = gathered;
    gathered = [];
    const pupils = new Map(batch.flatMap(({ names }) => names.map((name) => [name, { name }])));
    if (send(batches, packRecords(batch.map(toWords), pupils))) sent.set(batches++, batch);
  };
  return {
    note: (record) => {
      if (new Set(record.names).size < record.names.length) return;
      gathered.push(record);
      if (gathered.length === BATCH) sendBatch();
    },
    receive: (batch, packed) => {
      const records = sent.get(batch) ?? [];
      sent.delete(batch);
      const found = unpackClassifications(records.map(toWords), packed);
      records.forEach((record, at) => {
        const labels = found[at];
        if (labels !== undefined) known.set(keyOf(record, record.names), labels);
      });
    },
    find: (incident, pupils) => {
      if (known.size === 0) return undefined;
      const names = incident.involvements.map(({ pupil }) => pupils.get(pupil)?.name ?? '');
      const early = known.get(keyOf(incident, names));
      if (early === undefined || early.roles.size === 0) return early;
      const roles = new Map(
        incident.involvements.flatMap(({ pupil }, at) => {
          const role = early.roles.get(names[at] ?? '');
          return role === undefined ? [] : [[pupil, role] as const];
        }),
      );
      return { ...early, roles };
    },
    forget: () => {
      gathered = [];
      sent.clear();
      known.clear();
    },
  };
}
