import { basename, extname, resolve } from 'node:path';
import { writeRejects } from '../import/write-rejects.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { OutputFile } from './effects.ts';
import type { Host } from './host.ts';
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

/**
 * The file that `--rejects` asks for, to be written together with the answer. Its rows stand under their own header
 * so that they can be mended and read again; so a second export with such rows gets a file of its own (`-2`).
 */
export function listRejectsFiles(
  audits: readonly FileAudit[],
  options: ExportOptions,
  host: Host,
): readonly OutputFile[] {
  const { rejects } = options;
  if (rejects === undefined) return [];
  const bad = audits.filter(({ rejectedRows }) => rejectedRows > 0);
  return (bad.length > 0 ? bad : audits.slice(0, 1)).map((audit, index) => ({
    path: resolve(host.effects.cwd(), index === 0 ? rejects : numberName(rejects, index + 1)),
    content: writeRejects(audit),
  }));
}

function numberName(name: string, number: number): string {
  const ending = extname(name);
  return `${name.slice(0, name.length - ending.length)}-${number}${ending}`;
}

/** Says on stderr what was taken for granted: each is a sentence that the report prints too. */
export function sayAssumptions(assumptions: readonly string[], options: ExportOptions, host: Host): void {
  if (options.quiet === true) return;
  for (const assumption of assumptions) host.effects.stderr(`Assumed: ${assumption}\n`);
}
