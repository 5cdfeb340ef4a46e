import { join, resolve } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { TermwiseError } from '../../errors.ts';
import {
  type Edition,
  REPORT_FORMATS,
  REPORT_KINDS,
  type ReportFormat,
  TRUST_ABOUT,
} from '../../report/registry.ts';
import type { Host } from '../host.ts';
import { withLine } from '../prepare-line.ts';
import type { PrintedReport } from '../print-reports.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayAssumptions, sayImport } from '../say-import.ts';
import { addExportOptions, type ExportOptions } from '../shared-options.ts';

interface ReportOptions extends ExportOptions {
  readonly format?: readonly ReportFormat[];
  readonly json?: boolean;
  readonly out?: string;
  readonly edition?: 'governors' | 'restricted';
  readonly restricted?: boolean;
  readonly class?: string;
  readonly pupil?: string;
}

const KINDS = [...Object.keys(REPORT_KINDS), 'trust'];
const FORMATS = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];
const ENDINGS = Object.values(REPORT_FORMATS).map(({ extension }) => extension);

/** Where a report goes when nothing is said. */
const DEFAULT_FOLDER = 'reports';

/** Adds `report`: a report as PDF, and the same numbers as text, CSV or JSON. */
export function addReport(program: Command, host: Host): void {
  const command = program
    .command('report')
    .summary(`print a report: ${KINDS.join(', ')}`)
    .description(
      `Prints a report. ${Object.entries({ ...REPORT_KINDS, trust: { about: TRUST_ABOUT } })
        .map(([kind, { about }]) => `${kind}: ${about}.`)
        .join(
          ' ',
        )} With no --out a PDF goes to ${DEFAULT_FOLDER}/KIND.pdf in this folder, other formats to the terminal.`,
    )
    .addArgument(new Argument('<kind>', 'which report').choices(KINDS))
    .argument(
      '<file...>',
      'exports, or a register made by `termwise import`; for trust, what `termwise collate` wrote',
    )
    .optionsGroup('Output:')
    .option(
      '--format <list>',
      `one or more of ${FORMATS.join(', ')}, with commas between (else pdf)`,
      parseFormats,
    )
    .addOption(
      new Option('--edition <edition>', "who it is for (else the report's own)").choices([
        'governors',
        'restricted',
      ]),
    )
    .option('--restricted', 'short for --edition restricted: names pupils')
    .option('--class <name>', 'only this class (report class)')
    .option('--pupil <name>', 'only this pupil (report pupil)')
    .option('--json', 'short for --format json')
    .option('--out <path>', 'the file to write; with several formats, the folder');
  addExportOptions(command)
    .addHelpText('after', '\nExample:\n  termwise report governors my-export.csv --out governors.pdf')
    .action((kind: string, files: readonly string[], options: ReportOptions) =>
      report(kind, files, options, host),
    );
}

function parseFormats(text: string): readonly ReportFormat[] {
  const formats = [...new Set(text.split(',').map((format) => format.trim().toLowerCase()))];
  const unknown = formats.filter((format) => !FORMATS.some((known) => known === format));
  if (unknown.length === 0 && formats.length > 0) return formats as readonly ReportFormat[];
  throw new InvalidArgumentError(`Expected one or more of ${FORMATS.join(', ')}.`);
}

/** The formats asked for: `--json`, then `--format`, then the ending of `--out`, then PDF. */
function chooseFormats({ json, format, out }: ReportOptions): readonly ReportFormat[] {
  if (json === true) return ['json'];
  if (format !== undefined) return format;
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase();
  return [FORMATS.find((format) => REPORT_FORMATS[format].extension === ending) ?? 'pdf'];
}

/** The edition asked for; undefined for the kind's own. */
function chooseEdition({ edition, restricted }: ReportOptions): Edition | undefined {
  if (restricted === true && edition === 'governors')
    throw new TermwiseError('usage', '--restricted and --edition governors: expected one of the two');
  if (restricted === true) return 'restricted';
  return edition === 'governors' ? 'governor' : edition;
}

/** The one class or pupil asked for; refused for a report that is about something else, or for governors. */
function chooseOne(kind: string, options: ReportOptions): string | null {
  for (const name of ['class', 'pupil'] as const) {
    if (options[name] !== undefined && kind !== name)
      throw new TermwiseError('usage', `--${name}: only for \`termwise report ${name}\``);
    if (options[name] !== undefined && options.edition === 'governors')
      throw new TermwiseError(
        'usage',
        `--${name} and --edition governors: counts of one ${name} could point at a pupil`,
        `Leave --${name} out, or print the restricted report for staff.`,
      );
  }
  return options.class ?? options.pupil ?? null;
}

async function report(
  kind: string,
  files: readonly string[],
  options: ReportOptions,
  host: Host,
): Promise<void> {
  const formats = chooseFormats(options);
  if (formats.length > 1 && ENDINGS.some((ending) => options.out?.toLowerCase().endsWith(`.${ending}`))) {
    throw new TermwiseError(
      'usage',
      `--out ${options.out}: expected a folder, since there are several formats`,
    );
  }
  const choices = { edition: chooseEdition(options), only: chooseOne(kind, options) };
  const { printReports, startFormats } = await import('../print-reports.ts');
  await startFormats(formats);
  if (kind === 'trust') {
    const { printTrust } = await import('../print-trust.ts');
    const printed = await printTrust(files, formats, choices.edition, options, host);
    await hand(printed, options, [], host);
    return;
  }
  const result = await withLine(
    files,
    options,
    host,
    async (line, { runAnalysis }) => {
      const ran = await runAnalysis(line);
      return { ...ran, printed: await printReports([kind], formats, ran, line.config, choices) };
    },
    true,
  );
  sayImport(result.imported.audits, options, host);
  sayDecisions(result, options, host);
  sayAssumptions(result.analysis.meta.assumptions, options, host);
  await hand(result.printed, options, listRejectsFiles(result.imported.audits, options, host), host);
}

/** Puts reports where they were asked for: a file, a folder, or the terminal for what a terminal can show. */
async function hand(
  printed: readonly PrintedReport[],
  options: ReportOptions,
  alongside: ReturnType<typeof listRejectsFiles>,
  host: Host,
): Promise<void> {
  const [first] = printed;
  if (
    printed.length === 1 &&
    first !== undefined &&
    options.out === undefined &&
    typeof first.content === 'string'
  ) {
    if (alongside.length > 0) host.effects.writeFiles(alongside);
    await host.effects.stdout(first.content);
    return;
  }
  const placed = printed.map(({ name, content }) => ({
    shown: placeOf(name, printed.length, options.out),
    content,
  }));
  host.effects.writeFiles([
    ...alongside,
    ...placed.map(({ shown, content }) => ({ path: resolve(host.effects.cwd(), shown), content })),
  ]);
  if (options.quiet === true) return;
  for (const { shown } of placed) host.effects.stderr(`Wrote ${shown}\n`);
}

function placeOf(name: string, count: number, out: string | undefined): string {
  if (out === undefined) return join(DEFAULT_FOLDER, name);
  return count > 1 ? join(out, name) : out;
}
