import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { TermwiseError } from '../../errors.ts';
import type { RegisterRemoval, RemovedRecord } from '../../import/forget.ts';
import type { IsoDate } from '../../incident/incident.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { readImportOptions } from '../read-import-options.ts';
import {
  addBasicOptions,
  addOutputOptions,
  type BasicOptions,
  type OutputOptions,
  parseDayOption,
} from '../shared-options.ts';

interface ForgetOptions extends BasicOptions, OutputOptions {
  readonly before?: IsoDate;
  readonly pupil?: string;
  readonly school?: string;
}

/** So many records are listed; `--json` gives all. */
const LISTED = 20;

/** Adds `forget`: removes from a register what retention or a request asks. */
export function addForget(program: Command, host: Host): void {
  const command = program
    .command('forget')
    .summary('remove old incidents or one pupil from a register')
    .description(
      'Removes from a register the incidents before a day, or one pupil, and says what was removed. The register is written whole or not at all. Exports and reports made before are not touched: remove those yourself.',
    )
    .argument('<register>', 'a register that `import` made')
    .optionsGroup('What to remove:')
    .addOption(
      new Option('--before <day>', 'incidents before this day').argParser(parseDayOption).conflicts('pupil'),
    )
    .option('--pupil <name|upn>', 'one pupil: out of every incident, and incidents of nobody else');
  addBasicOptions(addOutputOptions(command, ['text', 'json']))
    .addHelpText(
      'after',
      '\nExample:\n  termwise forget register.csv --before 2019-09-01\n  termwise forget register.csv --pupil "Ann Lee"',
    )
    .action((register: string, options: ForgetOptions) => forget(register, options, host));
}

async function forget(register: string, options: ForgetOptions, host: Host): Promise<void> {
  const { before, pupil } = options;
  if (before === undefined && pupil === undefined) {
    throw new TermwiseError('usage', 'forget needs to know what: --before DAY or --pupil NAME');
  }
  const path = resolve(host.effects.cwd(), register);
  const { forgetBefore, forgetPupil } = await import('../../import/forget.ts');
  const removal = await withLine([], options, host, async (line) => {
    const how = await readImportOptions(line);
    return before === undefined ? forgetPupil(path, pupil ?? '', how) : forgetBefore(path, before, how);
  });
  await deliver(
    {
      text: () => tellRemoval(removal, register),
      json: () =>
        writeJson({
          register,
          removed: removal.removed,
          taken_out_of: removal.takenOutOf,
          still_named: removal.stillNamed,
          remaining: removal.remaining,
        }),
    },
    options,
    host,
    [],
  );
}

function incidents(count: number): string {
  return `${count} ${count === 1 ? 'incident' : 'incidents'}`;
}

function list(title: string, records: readonly RemovedRecord[]): readonly string[] {
  if (records.length === 0) return [];
  const more = records.length - LISTED;
  return [
    title,
    ...records.slice(0, LISTED).map(({ id, date }) => `  ${date}  ${id}`),
    ...(more > 0 ? [`  and ${more} more; --json lists all`] : []),
  ];
}

function tellRemoval(
  { removed, takenOutOf, stillNamed, remaining }: RegisterRemoval,
  register: string,
): string {
  const nothing = removed.length === 0 && takenOutOf.length === 0;
  return `${[
    nothing
      ? `${register}: nothing to remove; ${incidents(remaining)} left.`
      : `${register}: ${incidents(removed.length)} removed; ${incidents(remaining)} left.`,
    ...list('Removed:', removed),
    ...list(`The pupil was taken out of ${incidents(takenOutOf.length)} with others in:`, takenOutOf),
    ...list(
      `The words of ${incidents(stillNamed.length)} may still name the pupil; look at them:`,
      stillNamed,
    ),
  ].join('\n')}\n`;
}
