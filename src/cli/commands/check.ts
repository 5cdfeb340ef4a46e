import { type Command, Option } from 'commander';
import { EXIT_CODES } from '../../errors.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { dutiesCsv } from '../output/duties-csv.ts';
import { dutiesText } from '../output/duties-text.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayAssumptions, sayImport } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface CheckOptions extends ExportOptions, OutputOptions {
  readonly failOn?: 'not_met' | 'not_evidenced';
}

/** Adds `check`: the duties of the school's own policy, met, not met or not evidenced. */
export function addCheck(program: Command, host: Host): void {
  const command = program
    .command('check')
    .summary("what the school's own policy asks, and the rows to put right")
    .description(
      "Checks the duties of the school's behaviour policy: met, not met, or not evidenced where the record is silent. Names pupils: for staff only.",
    )
    .argument('<file...>', 'exports, or a register made by `termwise import`');
  addOutputOptions(command, ['text', 'json', 'csv']).addOption(
    new Option('--fail-on <status>', 'exit with 1 if a duty has this status or worse').choices([
      'not_met',
      'not_evidenced',
    ]),
  );
  addExportOptions(command, 'all')
    .addHelpText(
      'after',
      '\nExample:\n  termwise check my-export.csv --policy alvaston --format csv --out to-put-right.csv',
    )
    .action((files: readonly string[], options: CheckOptions) => check(files, options, host));
}

async function check(files: readonly string[], options: CheckOptions, host: Host): Promise<void> {
  const { imported, decided, report, assumptions, policy } = await withLine(
    files,
    options,
    host,
    async (line, { runDuties }) => ({
      ...(await runDuties(line)),
      policy: line.config.profile.name,
    }),
    true,
  );
  sayImport(imported.audits, options, host);
  sayDecisions({ decided }, options, host);
  sayAssumptions(assumptions, options, host);
  await deliver(
    {
      text: () => dutiesText(report, policy),
      json: () => writeJson(report),
      csv: () => dutiesCsv(report.rows),
    },
    options,
    host,
    listRejectsFiles(imported.audits, options, host),
  );
  const bad: readonly (string | undefined)[] =
    options.failOn === 'not_evidenced' ? ['not_met', 'not_evidenced'] : [options.failOn];
  if (report.rows.some(({ status }) => bad.includes(status))) host.exitCode = EXIT_CODES.found;
}
