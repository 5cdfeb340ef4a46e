import { createHash } from 'node:crypto';
import type { ImportedRow } from './read-row.ts';

const JOIN = '\u001f';

/** An id from the record's own words only, so that order and other rows do not change it. */
export function makeSyntheticId(row: ImportedRow, pupilKey: string): string {
  const time = row.time === '00:00' ? '' : (row.time ?? '');
  const words = [
    row.schoolKey,
    row.date,
    time,
    pupilKey,
    row.paths.map((path) => path.toLowerCase()).join(';'),
    row.text.narrative.normalize('NFC').replaceAll(/\s+/g, ' '),
  ];
  return `~${createHash('sha256').update(words.join(JOIN)).digest('hex').slice(0, 12)}`;
}
