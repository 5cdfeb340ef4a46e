import { startHash } from './hash-text.ts';
import type { ImportedRow } from './read-row.ts';

/**
 * What tells a record without its number: the pupil, the day and time, the categories and the words, as an id is made
 * of them where there is none. 0 without words: a pupil may be recorded twice for the same thing on one day.
 */
export function hashWords(row: ImportedRow, pupilKey: string): number {
  const narrative = row.text.narrative.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (narrative === '') return 0;
  const hash = startHash();
  hash.add(pupilKey);
  hash.add(row.date);
  hash.add(row.time === '00:00' ? '' : (row.time ?? ''));
  for (const path of row.paths) hash.add(path.toLowerCase());
  hash.add(narrative);
  return hash.value();
}
