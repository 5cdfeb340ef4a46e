import type { CountRow } from '../incident/count-sheet.ts';

/** The row of a sheet for the records that something holds of, with the pupils of these and of the rest. */
export function tallyRow<T>(
  name: string,
  records: readonly T[],
  holds: (record: T) => boolean,
  pupilsOf: (record: T) => readonly string[],
): CountRow {
  const count = (some: readonly T[]): number => new Set(some.flatMap(pupilsOf)).size;
  const own = records.filter(holds);
  const rest = records.filter((record) => !holds(record));
  return { name, count: own.length, pupils: count(own), others: count(rest) };
}

/** A row that counts pupils, not their records. */
export function pupilRow(name: string, count: number): CountRow {
  return { name, count, pupils: null, others: null };
}
