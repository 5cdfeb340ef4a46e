import { basename, resolve } from 'node:path';
import type { FileAudit } from '../incident/import-audit.ts';
import type { OutputFile } from './effects.ts';
import type { Host } from './host.ts';
import { rejectsCsv } from './output/rejects-csv.ts';
import type { ExportOptions } from './shared-options.ts';

/** Says on stderr what was left out of each file and what was odd: nothing is dropped in silence. */
export function sayImport(audits: readonly FileAudit[], options: ExportOptions, host: Host): void {
  if (options.quiet === true) return;
  for (const audit of audits) {
    const file = basename(audit.file);
    if (audit.rejectedRows > 0) {
      host.effects.stderr(
        `${file}: ${audit.rejectedRows} of ${audit.dataRecords} rows could not be used; \`termwise inspect\` says why.\n`,
      );
    }
    for (const warning of audit.warnings) host.effects.stderr(`${file}: ${warning}\n`);
  }
}

/** The file that `--rejects` asks for, to be written together with the answer. */
export function listRejectsFile(
  audits: readonly FileAudit[],
  options: ExportOptions,
  host: Host,
): readonly OutputFile[] {
  if (options.rejects === undefined) return [];
  return [{ path: resolve(host.effects.cwd(), options.rejects), content: rejectsCsv(audits) }];
}

/** Says on stderr what was taken for granted: each is a sentence that the report prints too. */
export function sayAssumptions(assumptions: readonly string[], options: ExportOptions, host: Host): void {
  if (options.quiet === true) return;
  for (const assumption of assumptions) host.effects.stderr(`Assumed: ${assumption}\n`);
}
