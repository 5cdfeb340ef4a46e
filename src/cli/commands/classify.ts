import type { Command } from 'commander';
import { describeClassification } from '../../classify/describe-classification.ts';
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
  addExportOptions(addOutputOptions(command, ['text', 'json', 'csv']))
    .addHelpText('after', '\nExample:\n  termwise classify my-export.csv --format csv --out labels.csv')
    .action((files: readonly string[], options: ClassifyOptions) => classify(files, options, host));
}

async function classify(files: readonly string[], options: ClassifyOptions, host: Host): Promise<void> {
  const { imported, decided, labelled } = await withLine(
    files,
    options,
    host,
    (line, { runClassification }) => runClassification(line),
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
