import type { DutyRow } from '../../duties/duty-row.ts';
import { writeCsv } from '../../import/write-csv.ts';

const HEADER = [
  'Duty',
  'Policy',
  'Title',
  'Status',
  'Incident',
  'Pupils',
  'Due',
  'Done',
  'Message',
  'Assigned To',
];

/** One row a duty and incident, as `check --json` has them. */
export function dutiesCsv(rows: readonly DutyRow[]): string {
  return writeCsv(
    HEADER,
    rows.map((row) => [
      row.duty,
      row.policy,
      row.title,
      row.status,
      row.incident_id,
      row.pupils.join('; '),
      row.due,
      row.done,
      row.message,
      row.assigned_to,
    ]),
    { bom: true },
  );
}
