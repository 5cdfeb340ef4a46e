import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Host } from '../host.ts';
import { countOf } from '../output/count-of.ts';
import { reviewCsv } from '../output/review-csv.ts';
import { withLine } from '../prepare-line.ts';
import { refuseLosingDecisions } from '../refuse-losing-decisions.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayImport } from '../say-import.ts';
import { addExportOptions, type ExportOptions } from '../shared-options.ts';

interface ReviewOptions extends ExportOptions {
  readonly out: string;
}

/** Adds `review`: the doubtful labels, for a person to decide. */
export function addReview(program: Command, host: Host): void {
  const command = program
    .command('review')
    .summary('list the doubtful labels for a person to decide')
    .description(
      'Writes the doubtful labels to a CSV file that opens in Excel, those most in need of a person first. Fill in its decision column with keep, remove or add:CODE, and give the file back with --decisions.',
    )
    .argument('<file...>', 'exports, or a register made by `termwise import`')
    .optionsGroup('Output:')
    .requiredOption('--out <file>', 'the CSV file to write');
  addExportOptions(command, 'all')
    .addHelpText('after', '\nExample:\n  termwise review my-export.csv --out review.csv')
    .action((files: readonly string[], options: ReviewOptions) => review(files, options, host));
}

async function review(files: readonly string[], options: ReviewOptions, host: Host): Promise<void> {
  const path = resolve(host.effects.cwd(), options.out);
  const { imported, decided, labelled, words } = await withLine(
    files,
    options,
    host,
    (line, { runClassificationAsked }) => runClassificationAsked(line),
  );
  await refuseLosingDecisions(path, options.out);
  sayImport(imported.audits, options, host);
  sayDecisions({ decided }, options, host);
  const { text, rows } = reviewCsv(labelled, words);
  host.effects.writeFiles([...listRejectsFiles(imported.audits, options, host), { path, content: text }]);
  if (options.quiet !== true)
    host.effects.stderr(`Wrote ${options.out}: ${countOf(rows, 'label')} to look at\n`);
}
