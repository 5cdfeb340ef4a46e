import { resolve } from 'node:path';
import type { Command } from 'commander';
import { describeClassification } from '../../classify/describe-classification.ts';
import { TermwiseError } from '../../errors.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { classifyCsv } from '../output/classify-csv.ts';
import { classifyText } from '../output/classify-text.ts';
import { writeJsonArray } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayImport } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface ClassifyOptions extends ExportOptions, OutputOptions {}

/** Adds `classify`: labels with evidence. */
export function addClassify(program: Command, host: Host): void {
  const command = program
    .command('classify')
    .summary('label every incident, with the words that decided')
    .description(
      'Labels every incident by the taxonomy, with the words that decided. Includes safeguarding and positive records.',
    )
    .argument('<file...>', 'exports, or a register made by `termwise import`');
  addExportOptions(addOutputOptions(command, ['text', 'json', 'csv', 'parquet']), 'all')
    .addHelpText(
      'after',
      '\nparquet: a folder of files, one row an incident without names or words (see README).' +
        '\n\nExample:\n  termwise classify my-export.csv --format csv --out labels.csv' +
        '\n  termwise classify my-export.csv --format parquet --out incidents',
    )
    .action((files: readonly string[], options: ClassifyOptions) => classify(files, options, host));
}

async function classify(files: readonly string[], options: ClassifyOptions, host: Host): Promise<void> {
  if (asksParquet(options)) return writeParquet(files, options, host);
  const { imported, decided, labelled } = await withLine(
    files,
    options,
    host,
    (line, { runClassificationAsked }) => runClassificationAsked(line),
  );
  sayImport(imported.audits, options, host);
  sayDecisions({ decided }, options, host);
  await deliver(
    {
      text: () => classifyText(labelled),
      json: () => writeJsonArray(labelled.map(describeClassification)),
      csv: () => classifyCsv(labelled),
    },
    options,
    host,
    listRejectsFiles(imported.audits, options, host),
  );
}

/** As with every format: `--json`, then `--format`, then the ending of `--out`. */
function asksParquet({ json, format, out }: ClassifyOptions): boolean {
  if (json === true) return false;
  return format === undefined ? /\.parquet$/i.test(out ?? '') : format === 'parquet';
}

/** A table is a folder of files, so it goes to no terminal. */
async function writeParquet(files: readonly string[], options: ClassifyOptions, host: Host): Promise<void> {
  const { out } = options;
  if (out === undefined) {
    throw new TermwiseError(
      'usage',
      '--format parquet writes a folder, and none was given',
      'Add --out DIR, such as --out incidents.',
    );
  }
  const { imported, decided, nameless } = await withLine(files, options, host, (line, { runNamelessTable }) =>
    runNamelessTable(line),
  );
  sayImport(imported.audits, options, host);
  sayDecisions({ decided }, options, host);
  const { incidentParquet } = await import('../output/incident-parquet.ts');
  host.effects.writeFiles([
    ...listRejectsFiles(imported.audits, options, host),
    ...incidentParquet(nameless, resolve(host.effects.cwd(), out)),
  ]);
  if (options.quiet !== true) host.effects.stderr(`Wrote ${out}\n`);
}
