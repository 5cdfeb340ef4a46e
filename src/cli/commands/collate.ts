import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { TermwiseError } from '../../errors.ts';
import type { LabelSource, TrustAnalysis } from '../../incident/trust-analysis.ts';
import type { TrustReturns } from '../../pipeline-trust.ts';
import { decodeText } from '../../policy/decode-text.ts';
import { loadText } from '../../policy/load-text.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { keepHeapsSmall } from '../keep-heaps-small.ts';
import { countOf } from '../output/count-of.ts';
import { writeTrustJson } from '../output/trust-json.ts';
import { trustText } from '../output/trust-text.ts';
import { withLine } from '../prepare-line.ts';
import { refuseIdleOptions } from '../refuse-idle-options.ts';
import {
  addBasicOptions,
  addOutputOptions,
  type BasicOptions,
  type ExportOptions,
  NATIONS,
  type OutputOptions,
  parseDayOption,
  parseMap,
} from '../shared-options.ts';

interface CollateOptions extends ExportOptions, OutputOptions {
  readonly schools?: string;
  readonly labels?: LabelSource;
}

/** Options that say how exports are read and counted, which returns are already. */
const OF_EXPORTS = [
  'labels',
  'policy',
  'nation',
  'terms',
  'categories',
  'term',
  'from',
  'to',
  'dateOrder',
  'map',
] as const;

/** Adds `collate`: returns of many schools into one trust analysis. */
export function addCollate(program: Command, host: Host): void {
  const command = program
    .command('collate')
    .summary("many schools' returns into one analysis of the trust")
    .description(
      'Adds up the returns of many schools and compares them: rates, funnels, changes, groups, what is common. No league table. The numbers are exact, small ones too: for the staff of the trust only. Exports with a School column are taken too: each school is counted as `termwise return` counts it.',
    )
    .argument(
      '<file...>',
      'files that `termwise return` made, of one term or more, or exports with a School column',
    );
  addOutputOptions(command, ['text', 'json']).option(
    '--schools <file>',
    'all schools of the trust (a CSV file with a column School), to tell which are missing',
  );
  command
    .optionsGroup('Of exports with a School column:')
    .addOption(
      new Option(
        '--labels <source>',
        'words of the record (else this), or only its recorded categories (faster)',
      ).choices(['words', 'recorded']),
    )
    .option('--policy <name|file>', 'behaviour policy: a name from `termwise policy list`, or a file')
    .addOption(
      new Option('--nation <nation>', 'for bank holidays and the usual school year').choices(NATIONS),
    )
    .option('--terms <file>', 'term dates of all schools (terms.csv); else the usual year of the nation')
    .option('--categories <file>', "what the schools' categories mean (categories.csv)")
    .option('--term <name>', 'such as "2025-26 Autumn" (else the latest term with data of each school)')
    .option('--from <day>', 'first day instead of a term', parseDayOption)
    .option('--to <day>', 'last day instead of a term', parseDayOption)
    .addOption(
      new Option('--date-order <order>', 'day or month first (else recognised)').choices(['dmy', 'mdy']),
    )
    .option(
      '--map <field=header>',
      'read this field from this column (else recognised); may be repeated',
      parseMap,
    );
  addBasicOptions(command)
    .addHelpText('after', '\nExample:\n  termwise collate returns/*.return.json --out trust.json')
    .action((files: readonly string[], options: CollateOptions) => collate(files, options, host));
}

async function collate(files: readonly string[], options: CollateOptions, host: Host): Promise<void> {
  const cwd = host.effects.cwd();
  const { readReturn } = await import('../../trust/read-return.ts');
  const { gatherSchools } = await import('../../trust/gather-schools.ts');
  const { collateReturns } = await import('../../trust/collate-returns.ts');
  const { readSchools } = await import('../../import/read-schools.ts');
  const expected = options.schools === undefined ? null : await readSchools(resolve(cwd, options.schools));
  const gatherer = gatherSchools();
  let taxonomyVersion = '';
  const isRaw = await holdExports(files.map((file) => resolve(cwd, file)));
  if (!isRaw)
    refuseIdleOptions(
      options,
      OF_EXPORTS,
      'only for exports with a School column; a return is counted already',
    );
  const raw = isRaw ? await countExports(files, options, host) : null;
  for (const made of raw?.returns ?? []) {
    taxonomyVersion = made.taxonomy_version;
    gatherer.add(made, files.map((file) => basename(file)).join(', '));
  }
  for (const file of isRaw ? [] : files) {
    const made = readReturn(readText(resolve(cwd, file)), basename(file));
    taxonomyVersion = made.taxonomy_version;
    gatherer.add(made, basename(file));
  }
  const collated = collateReturns(gatherer.finish(), {
    termwise: TERMWISE_VERSION,
    taxonomyVersion,
    expected,
  });
  const analysis = raw === null ? collated : noteRaw(collated, raw, options.labels ?? 'words');
  for (const file of raw?.files ?? []) sayRows(file, options, host);
  sayWarnings(analysis, options, host);
  await deliver({ text: () => trustText(analysis), json: () => writeTrustJson(analysis) }, options, host);
}

/** Whether the files are exports and not returns, which are JSON objects; never some of each. */
async function holdExports(paths: readonly string[]): Promise<boolean> {
  const kinds = new Set<boolean>();
  for (const path of paths) kinds.add(!(await startsObject(path)));
  if (kinds.size < 2) return kinds.has(true);
  throw new TermwiseError(
    'usage',
    'some of the files are returns and some are not, so schools could be counted twice',
    'Collate returns, or exports with a School column.',
  );
}

async function startsObject(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
      return /^\s*\{/.test(decodeText(buffer.subarray(0, bytesRead)));
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Whatever cannot be opened cannot be read whole either, which says why.
    readText(path);
    throw error;
  }
}

async function countExports(
  files: readonly string[],
  options: CollateOptions,
  host: Host,
): Promise<TrustReturns> {
  keepHeapsSmall();
  const { runTrustReturns } = await import('../../pipeline-trust.ts');
  return withLine(files, options, host, (line) => runTrustReturns(line, options.labels ?? 'words'), true);
}

function addRows(files: TrustReturns['files']): NonNullable<TrustAnalysis['meta']['rows']> {
  const sum = (of: (file: TrustReturns['files'][number]) => number): number =>
    files.reduce((all, file) => all + of(file), 0);
  return {
    data_records: sum(({ data_records }) => data_records),
    incidents: sum(({ incidents }) => incidents),
    merged: sum(({ merged }) => merged),
    rejected: sum(({ rejected }) => rejected),
    without_school: sum(({ without_school }) => without_school),
  };
}

/** What whoever reads numbers made of raw exports must know. */
function noteRaw(analysis: TrustAnalysis, raw: TrustReturns, labels: LabelSource): TrustAnalysis {
  const rows = addRows(raw.files);
  const note = (school: string | null, message: string) => ({
    code: 'comparability' as const,
    school,
    message,
  });
  return {
    ...analysis,
    meta: { ...analysis.meta, labels, rows },
    warnings: [
      ...(labels === 'recorded'
        ? [
            note(
              null,
              'Labels are the recorded categories only: what staff wrote and did not tick is in no count of a label, and duties were not checked.',
            ),
          ]
        : []),
      ...(rows.without_school > 0
        ? [
            note(
              null,
              rows.without_school === 1
                ? 'One record names no school and is in no number.'
                : `${rows.without_school} records name no school and are in no number.`,
            ),
          ]
        : []),
      ...raw.unusable.map((school) => note(school, `${school} has no record that could be used.`)),
      ...raw.elsewhere.map((school) =>
        note(school, `${school} has no record in the days asked for: the totals are without it.`),
      ),
      ...analysis.warnings,
    ],
  };
}

/** What became of every row of one export, in a line. */
function sayRows({ file, ...rows }: TrustReturns['files'][number], options: BasicOptions, host: Host): void {
  if (options.quiet === true) return;
  const { data_records, incidents, merged, rejected, without_school } = rows;
  const bad = rejected > 0 ? ' (`termwise inspect` says why)' : '';
  host.effects.stderr(
    `${file}: ${countOf(data_records, 'row')}: ${countOf(incidents, 'incident')}, ${merged} merged into them, ${rejected} that could not be used${bad}, ${without_school} without a school.\n`,
  );
}

function sayWarnings({ warnings }: TrustAnalysis, options: BasicOptions, { effects }: Host): void {
  if (options.quiet === true) return;
  for (const { message } of warnings) effects.stderr(`Note: ${message}\n`);
}

function readText(path: string): string {
  return loadText(path, { named: path, code: 'file/missing' });
}
