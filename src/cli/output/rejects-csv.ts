import type { FileAudit } from '../../incident/import-audit.ts';
import { type Cell, writeCsv } from './write-csv.ts';

const HEADER = ['File', 'Record', 'Line', 'Problem', 'Column', 'Value', 'What is wrong', 'The row as read'];

function* listRejects(audits: readonly FileAudit[]): Iterable<readonly Cell[]> {
  for (const audit of audits) {
    for (const problem of audit.problems) {
      if (problem.severity !== 'rejected') continue;
      const { file, record, line, code, column, value, message, cells } = problem;
      yield [file, record, line, code, column, value, message, cells.join(' | ')];
    }
  }
}

/** The rows that could not be used, for a person to put right: which, where, why, and the row itself. */
export function rejectsCsv(audits: readonly FileAudit[]): Iterable<string> {
  return writeCsv(HEADER, listRejects(audits));
}
