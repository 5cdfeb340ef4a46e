import { resolve } from 'node:path';
import type { Command } from 'commander';
import { TermwiseError } from '../../errors.ts';
import { describeAudit } from '../../import/describe-audit.ts';
import type { ImportOptions } from '../../import/import-exports.ts';
import type { RegisterMerge, RegisterRemoval } from '../../import/register.ts';
import type { IsoDate } from '../../incident/incident.ts';
import type { LineOptions } from '../../pipeline.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { inspectText } from '../output/inspect-text.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { listRejectsFiles } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
  parseDayOption,
} from '../shared-options.ts';

interface ImportCommandOptions extends ExportOptions, OutputOptions {
  readonly into: string;
  readonly forgetBefore?: IsoDate;
  readonly forgetPupil?: string;
}

/** Adds `import`: exports into one tidy register of incidents. */
export function addImport(program: Command, host: Host): void {
  const command = program
    .command('import')
    .summary('add exports to one register of incidents')
    .description(
      'Adds exports to one tidy register: merged, without doubles, a later text in place of an older one. Running it twice changes nothing. Every command reads the register like an export. Prints what became of every row.',
    )
    .argument('[file...]', 'exports as the school system wrote them')
    .optionsGroup('Register:')
    .requiredOption('--into <file>', 'the register; made if it is not there')
    .option('--forget-before <day>', 'instead of adding: remove incidents before this day', parseDayOption)
    .option('--forget-pupil <name|upn>', 'instead of adding: remove one pupil');
  addExportOptions(addOutputOptions(command, ['text', 'json']))
    .addHelpText('after', '\nExample:\n  termwise import autumn.csv --into register.csv')
    .action((files: readonly string[], options: ImportCommandOptions) =>
      options.forgetBefore === undefined && options.forgetPupil === undefined
        ? merge(files, options, host)
        : forget(files, options, host),
    );
}

async function merge(files: readonly string[], options: ImportCommandOptions, host: Host): Promise<void> {
  if (files.length === 0) throw new TermwiseError('usage', 'import needs at least one export to add');
  const register = resolve(host.effects.cwd(), options.into);
  const { mergeRegister } = await import('../../import/register.ts');
  const merged = await withLine(files, options, host, async (line) =>
    mergeRegister(register, line.files, await readImportOptions(line)),
  );
  await deliver(
    {
      text: () =>
        `${merged.audits.map((audit) => inspectText(audit, false)).join('\n')}\n${tellMerge(merged, options.into)}`,
      json: () =>
        writeJson({
          register: {
            file: options.into,
            before: merged.before,
            after: merged.after,
            changed: merged.isChanged,
          },
          files: merged.audits.map((audit) => describeAudit(audit, false)),
        }),
    },
    options,
    host,
    listRejectsFiles(merged.audits, options, host),
  );
}

function tellMerge({ before, after, isChanged }: RegisterMerge, register: string): string {
  if (!isChanged) return `${register} already held all of it: ${after} incidents, nothing was written.\n`;
  return `${register}: ${after} incidents, ${after - before} of them new.\n`;
}

async function forget(files: readonly string[], options: ImportCommandOptions, host: Host): Promise<void> {
  if (files.length > 0 || (options.forgetBefore !== undefined && options.forgetPupil !== undefined)) {
    throw new TermwiseError(
      'usage',
      'forgetting is done by itself: no exports, and a day or a pupil, not both',
    );
  }
  const register = resolve(host.effects.cwd(), options.into);
  const { forgetBefore, forgetPupil } = await import('../../import/register.ts');
  const removal = await withLine([], options, host, async (line) => {
    const how = await readImportOptions(line);
    return options.forgetBefore === undefined
      ? forgetPupil(register, options.forgetPupil ?? '', how)
      : forgetBefore(register, options.forgetBefore, how);
  });
  await host.effects.stdout(tellRemoval(removal, options.into));
}

function tellRemoval(
  { incidents, involvements, remaining, stillNamed }: RegisterRemoval,
  register: string,
): string {
  const parts = involvements === 0 ? '' : `, and the pupil taken out of ${involvements} that involve others`;
  const named =
    stillNamed === 0
      ? ''
      : `The text of ${stillNamed} incidents still has the pupil's forename: look at them.\n`;
  return `${register}: ${incidents} incidents removed${parts}; ${remaining} remain.\n${named}`;
}

/** What the register needs to read exports as the line does. */
async function readImportOptions(line: LineOptions): Promise<ImportOptions> {
  const [{ buildCategoryMap }, { readCategoryOverrides }] = await Promise.all([
    import('../../policy/category-map.ts'),
    import('../../import/read-category-overrides.ts'),
  ]);
  const { categories } = line.config.files;
  return {
    ...line.import,
    categoryMap: buildCategoryMap(categories === null ? [] : await readCategoryOverrides(categories)),
    today: line.today,
    asAt: line.asAt ?? null,
    columns: line.config.columns,
    school: line.config.school,
  };
}
