import { type Command, Option } from 'commander';
import { EXIT_CODES } from '../../errors.ts';
import { describeAudit } from '../../import/describe-audit.ts';
import { describeAuditText } from '../../import/describe-audit-text.ts';
import { describeTotalsText } from '../../import/describe-totals-text.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { listRejectsFiles } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface InspectOptions extends ExportOptions, OutputOptions {
  readonly names?: boolean;
  readonly failOn?: 'rejected' | 'warnings';
}

/** Adds `inspect`: what an export holds and what would be left out; keeps nothing. */
export function addInspect(program: Command, host: Host): void {
  const command = program
    .command('inspect')
    .summary('what an export holds and what would be left out')
    .description(
      'Says what an export holds, how it was read, and which rows could not be used and why. Keeps nothing.',
    )
    .argument('<file...>', 'exports as the school system wrote them');
  addOutputOptions(command, ['text', 'json'])
    .option('--names', 'add the number of incidents of each pupil')
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 if there are any').choices(['rejected', 'warnings']),
    );
  addExportOptions(command, 'unused')
    .addHelpText('after', '\nExample:\n  termwise inspect my-export.csv --rejects rejected.csv')
    .action((files: readonly string[], options: InspectOptions) => inspect(files, options, host));
}

async function inspect(files: readonly string[], options: InspectOptions, host: Host): Promise<void> {
  const audits = await withLine(files, options, host, (line, { runInspection }) => runInspection(line));
  const names = options.names === true;
  await deliver(
    {
      text: () =>
        [...audits.map((audit) => describeAuditText(audit, names)), describeTotalsText(audits)]
          .filter((page) => page !== '')
          .join('\n'),
      json: () => writeJson(audits.map((audit) => describeAudit(audit, names))),
    },
    options,
    host,
    listRejectsFiles(audits, options, host),
  );
  const found =
    options.failOn === 'rejected'
      ? audits.some(({ rejectedRows }) => rejectedRows > 0)
      : options.failOn === 'warnings' && audits.some(({ warnings }) => warnings.length > 0);
  if (found) host.exitCode = EXIT_CODES.found;
}
