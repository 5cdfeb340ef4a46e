import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { TermwiseError } from '../../errors.ts';
import type { TrustAnalysis } from '../../incident/trust-analysis.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { writeTrustJson } from '../output/trust-json.ts';
import { trustText } from '../output/trust-text.ts';
import {
  addBasicOptions,
  addOutputOptions,
  type BasicOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface CollateOptions extends BasicOptions, OutputOptions {
  readonly schools?: string;
}

/** Adds `collate`: returns of many schools into one trust analysis. */
export function addCollate(program: Command, host: Host): void {
  const command = program
    .command('collate')
    .summary("many schools' returns into one analysis of the trust")
    .description(
      'Adds up the returns of many schools and compares them: rates, funnels, changes, groups, what is common. No league table. The numbers are exact, small ones too: for the staff of the trust only.',
    )
    .argument('<return...>', 'files that `termwise return` made, of one term or more');
  addOutputOptions(command, ['text', 'json']).option(
    '--schools <file>',
    'all schools of the trust (a CSV file with a column School), to tell which are missing',
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
  for (const file of files) {
    const made = readReturn(await readText(resolve(cwd, file)), basename(file));
    taxonomyVersion = made.taxonomy_version;
    gatherer.add(made, basename(file));
  }
  const analysis = collateReturns(gatherer.finish(), {
    termwise: TERMWISE_VERSION,
    taxonomyVersion,
    expected,
  });
  sayWarnings(analysis, options, host);
  await deliver({ text: () => trustText(analysis), json: () => writeTrustJson(analysis) }, options, host);
}

function sayWarnings({ warnings }: TrustAnalysis, options: BasicOptions, { effects }: Host): void {
  if (options.quiet === true) return;
  for (const { message } of warnings) effects.stderr(`Note: ${message}\n`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new TermwiseError('file/missing', `${path}: there is no such file`);
    if (code === 'EISDIR')
      throw new TermwiseError('file/folder', `${path}: this is a folder`, 'Give the files in it.');
    throw error;
  }
}
