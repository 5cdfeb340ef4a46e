import type { FileAudit } from '../incident/import-audit.ts';
import { writeCsv } from './write-csv.ts';

/**
 * Writes the rejected rows of one file as they were, under their own header and behind three columns saying
 * where and why, so that they can be mended and read again. The line and reason columns are not imported.
 */
export function writeRejects(audit: FileAudit): string {
  const rejected = audit.problems.filter((problem) => problem.severity === 'rejected');
  const width = Math.max(audit.headers.length, ...rejected.map((problem) => problem.cells.length));
  const header = [...audit.headers];
  for (let extra = header.length; extra < width; extra++)
    header.push(`Extra cell ${extra - audit.headers.length + 1}`);
  const rows = rejected.map((problem) => [
    ...Array.from({ length: width }, (_, index) => problem.cells[index] ?? ''),
    String(problem.line),
    problem.code,
    problem.message,
  ]);
  return writeCsv([...header, 'Termwise Line', 'Termwise Code', 'Termwise Reason'], rows);
}
