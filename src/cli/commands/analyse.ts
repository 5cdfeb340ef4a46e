import { type Command, Option } from 'commander';
import { EXIT_CODES } from '../../errors.ts';
import { pseudonymiseAnalysis } from '../../privacy/pseudonymise-analysis.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { analysisText } from '../output/analysis-text.ts';
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

interface AnalyseOptions extends ExportOptions, OutputOptions {
  readonly pseudonyms?: boolean;
  readonly failOn?: 'clear' | 'possible';
}

/** Adds `analyse`: patterns, pairs, places and trends. */
export function addAnalyse(program: Command, host: Host): void {
  const command = program
    .command('analyse')
    .summary('what keeps happening, to whom, where, and what changed')
    .description(
      'Finds patterns, pairs, places and trends, each with its numbers. Names pupils: for staff only.',
    )
    .argument('<file...>', 'exports, or a register made by `termwise import`');
  addOutputOptions(command, ['text', 'json'])
    .option('--pseudonyms', 'stable codes instead of names')
    .addOption(
      new Option('--fail-on <tier>', 'exit with 1 if there is a finding of this tier or better').choices([
        'clear',
        'possible',
      ]),
    );
  addExportOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  termwise analyse my-export.csv --roll roll.csv --term "2025-26 Autumn"',
    )
    .action((files: readonly string[], options: AnalyseOptions) => analyse(files, options, host));
}

async function analyse(files: readonly string[], options: AnalyseOptions, host: Host): Promise<void> {
  const result = await withLine(files, options, host, (line, { runAnalysis }) => runAnalysis(line));
  const { imported } = result;
  const analysis =
    options.pseudonyms === true ? pseudonymiseAnalysis(result.analysis, imported.pupils) : result.analysis;
  sayImport(imported.audits, options, host);
  sayDecisions(result, options, host);
  sayAssumptions(analysis.meta.assumptions, options, host);
  await deliver(
    { text: () => analysisText(analysis), json: () => writeJson(analysis) },
    options,
    host,
    listRejectsFiles(imported.audits, options, host),
  );
  const found = analysis.findings.some(
    ({ tier }) => tier === options.failOn || options.failOn === 'possible',
  );
  if (found) host.exitCode = EXIT_CODES.found;
}
