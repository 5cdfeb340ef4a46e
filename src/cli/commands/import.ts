import { resolve } from 'node:path';
import type { Command } from 'commander';
import { describeAudit } from '../../import/describe-audit.ts';
import { describeAuditText } from '../../import/describe-audit-text.ts';
import type { RegisterMerge } from '../../import/register.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { readImportOptions } from '../read-import-options.ts';
import { listRejectsFiles } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface ImportCommandOptions extends ExportOptions, OutputOptions {
  readonly into: string;
}

/** Adds `import`: exports into one tidy register of incidents. */
export function addImport(program: Command, host: Host): void {
  const command = program
    .command('import')
    .summary('add exports to one register of incidents')
    .description(
      'Adds exports to one tidy register: merged, without doubles, a later text in place of an older one. Running it twice changes nothing. Every command reads the register like an export. Prints what became of every row.',
    )
    .argument('<file...>', 'exports as the school system wrote them')
    .optionsGroup('Register:')
    .requiredOption('--into <file>', 'the register; made if it is not there');

  addExportOptions(addOutputOptions(command, ['text', 'json']), 'unused')
    .addHelpText('after', '\nExample:\n  termwise import autumn.csv --into register.csv')
    .action((files: readonly string[], options: ImportCommandOptions) => merge(files, options, host));
}

async function merge(files: readonly string[], options: ImportCommandOptions, host: Host): Promise<void> {
  const register = resolve(host.effects.cwd(), options.into);
  const { mergeRegister } = await import('../../import/register.ts');
  const merged = await withLine(files, options, host, async (line) =>
    mergeRegister(register, line.files, await readImportOptions(line)),
  );
  await deliver(
    {
      text: () =>
        `${merged.audits.map((audit) => describeAuditText(audit)).join('\n')}\n${tellMerge(merged, options.into)}`,
      json: () =>
        writeJson({
          register: {
            file: options.into,
            before: merged.before,
            after: merged.after,
            changed: merged.isChanged,
            replaced: merged.replaced,
          },
          files: merged.audits.map((audit) => describeAudit(audit, false)),
        }),
    },
    options,
    host,
    listRejectsFiles(merged.audits, options, host),
  );
}

function incidents(count: number): string {
  return `${count} ${count === 1 ? 'incident' : 'incidents'}`;
}

function tellMerge({ before, after, isChanged, replaced }: RegisterMerge, register: string): string {
  if (!isChanged) return `${register} already held all of it: ${incidents(after)}, nothing was written.\n`;
  const texts =
    replaced.length === 0
      ? ''
      : ` A later text replaced the one held of ${incidents(replaced.length)}: ${replaced.slice(0, 10).join(', ')}${replaced.length > 10 ? ' …' : ''}.`;
  return `${register}: ${incidents(after)}, ${after - before} of them new.${texts}\n`;
}
