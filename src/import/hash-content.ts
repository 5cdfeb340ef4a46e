import { startHash } from './hash-text.ts';
import type { ImportedRow } from './read-row.ts';

/** What two rows of different exports must share to be the same record: every fact we keep. */
export function hashContent(row: ImportedRow, pupilKey: string): number {
  const hash = startHash();
  for (const part of [
    pupilKey,
    row.date,
    row.time ?? '',
    row.recordedDate ?? '',
    row.recordedTime ?? '',
    String(row.updated),
    row.text.categoryText,
    row.text.narrative,
    row.text.action,
    row.location ?? '',
    row.period ?? '',
    row.reportedBy ?? '',
    row.assignedTo ?? '',
    row.status ?? '',
  ]) {
    hash.add(part.replaceAll(/\s+/g, ' '));
  }
  return hash.value();
}
