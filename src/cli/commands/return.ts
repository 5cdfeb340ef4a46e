import { resolve } from 'node:path';
import type { Command } from 'commander';
import { TermwiseError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { refuseIdleOptions } from '../refuse-idle-options.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayAssumptions, sayImport } from '../say-import.ts';
import { addExportOptions, type ExportOptions } from '../shared-options.ts';

interface ReturnOptions extends ExportOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly show?: boolean;
  readonly yes?: boolean;
}

/** Adds `return`: a school's numbers for its trust, no pupil in them. */
export function addReturn(program: Command, host: Host): void {
  const command = program
    .command('return')
    .summary("the school's return to its trust: numbers, no pupil")
    .description(
      'Makes one small JSON file of counts for the trust, without a name, an id or a word of a record. On a terminal it shows what would leave the school and asks first.',
    )
    .argument('<file...>', 'exports, or a register made by `termwise import`')
    .optionsGroup('Output:')
    .option('--out <file>', 'write the return here (else to the terminal)')
    .option('--json', 'as JSON, which a return always is')
    .option('--show', 'say in plain words what would leave the school, and write nothing')
    .option('--yes', 'do not ask before writing');
  addExportOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  termwise return my-export.csv --term "2025-26 Autumn" --out hill-top.return.json',
    )
    .action((files: readonly string[], options: ReturnOptions) => makeReturn(files, options, host));
}

async function makeReturn(files: readonly string[], options: ReturnOptions, host: Host): Promise<void> {
  const { effects } = host;
  if (options.show === true) {
    refuseIdleOptions(options, ['rejects'], '--show writes nothing, and so no list of rows either');
    refuseIdleOptions(options, ['json'], '--show says it in plain words only');
  }
  const result = await withLine(files, options, host, (line, { runReturn }) => runReturn(line), true);
  sayImport(result.imported.audits, options, host);
  sayDecisions(result, options, host);
  sayAssumptions(result.analysis.meta.assumptions, options, host);
  const { describeReturn } = await import('../../trust/describe-return.ts');
  const told = describeReturn(result.made, result.keptBack);
  if (options.show === true) {
    await effects.stdout(told);
    return;
  }
  const alongside = listRejectsFiles(result.imported.audits, options, host);
  if (options.out === undefined) {
    if (alongside.length > 0) effects.writeFiles(alongside);
    await effects.stdout(writeJson(result.made));
    return;
  }
  if (options.yes !== true && effects.stderrIsTerminal) await askFirst(told, options.out, host);
  const path = resolve(effects.cwd(), options.out);
  effects.writeFiles([...alongside, { path, content: writeJson(result.made) }]);
  if (options.quiet !== true) effects.stderr(`Wrote ${options.out}\n`);
}

/** Nothing is written without a clear yes: an answer that is cut off is none. */
async function askFirst(told: string, out: string, { effects }: Host): Promise<void> {
  effects.stderr(`\n${told}\n`);
  const answer = await effects.ask(`Write this to ${out}? [y/N]: `);
  if (/^y(es)?$/i.test(answer?.trim() ?? '')) return;
  throw new TermwiseError('usage', 'nothing was written', 'Answer yes, or give --yes to be asked nothing.');
}
