import { createHash } from 'node:crypto';
import type { ImportedRow } from './read-row.ts';

const JOIN = '\u001f';

function makeId(row: ImportedRow, school: string, pupilKey: string): string {
  const time = row.time === '00:00' ? '' : (row.time ?? '');
  const words = [
    school,
    row.date,
    time,
    pupilKey,
    row.paths.map((path) => path.toLowerCase()).join(';'),
    row.text.narrative.normalize('NFC').replaceAll(/\s+/g, ' '),
  ];
  return `~${createHash('sha256').update(words.join(JOIN)).digest('hex').slice(0, 12)}`;
}

/**
 * An id from the record's own words only, so that order and other rows do not change it. A register of version 0.1 made it
 * of the school as it was written: such an id, where it is known, goes on.
 */
export function makeSyntheticId(
  row: ImportedRow,
  pupilKey: string,
  isKnown: (id: string) => boolean,
): string {
  const id = makeId(row, row.schoolKey, pupilKey);
  const written = (row.school ?? '').toLowerCase();
  const older = written === row.schoolKey ? id : makeId(row, written, pupilKey);
  return isKnown(older) ? older : id;
}
