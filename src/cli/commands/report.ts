import { resolve } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { TermwiseError } from '../../errors.ts';
import {
  type Edition,
  REPORT_FORMATS,
  REPORT_KINDS,
  type ReportFormat,
  TRUST_ABOUT,
} from '../../report/registry.ts';
import { DEFAULT_FOLDER, handReports } from '../hand-reports.ts';
import type { Host } from '../host.ts';
import { withLine } from '../prepare-line.ts';
import type { PrintChoices } from '../print-reports.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayAssumptions, sayImport } from '../say-import.ts';
import { addExportOptions, type ExportOptions } from '../shared-options.ts';
import { startHelp } from '../start-help.ts';
import { turnPupilName } from '../turn-pupil-name.ts';

interface ReportOptions extends ExportOptions {
  readonly format?: readonly ReportFormat[];
  readonly json?: boolean;
  readonly out?: string;
  readonly edition?: 'governors' | 'restricted';
  readonly restricted?: boolean;
  readonly charts?: string;
  readonly largePrint?: boolean;
  readonly class?: string;
  readonly pupil?: string;
}

const KINDS = [...Object.keys(REPORT_KINDS), 'trust'];
const FORMATS = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];
const ENDINGS = Object.values(REPORT_FORMATS).map(({ extension }) => extension);

/** Formats that can be set in large print. */
const LARGE: readonly ReportFormat[] = ['pdf', 'html'];

/** What is printed: the kinds by name, or every kind there is. */
type Kinds = readonly string[] | 'all';

/** Adds `report`: reports as PDF or a web page, and the same numbers as text, CSV or JSON. */
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
    .addArgument(
      new Argument('<kind>', 'which report; several with commas between, or all').argParser(parseKinds),
    )
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
    .option('--out <path>', 'the file to write; with several reports or formats, the folder')
    .option('--charts <folder>', 'also write every chart as a PNG picture into this folder')
    .option('--large-print', 'set in 16 points for readers who need it (PDF, HTML, pictures)');
  addExportOptions(command)
    .addHelpText('after', '\nExample:\n  termwise report governors my-export.csv --out governors.pdf')
    .action((kinds: Kinds, files: readonly string[], options: ReportOptions) =>
      report(kinds, files, options, host),
    );
}

/** Reads `governors`, `governors,pastoral` or `all`. */
function parseKinds(text: string): Kinds {
  const kinds = [...new Set(text.split(',').map((kind) => kind.trim().toLowerCase()))];
  if (kinds.length === 1 && kinds[0] === 'all') return 'all';
  if (kinds.every((kind) => KINDS.includes(kind))) return kinds;
  throw new InvalidArgumentError(`Expected one or more of ${KINDS.join(', ')}; or all.`);
}

/** The kinds by name; of all kinds, those that have the edition asked for. */
function chooseKinds(kinds: Kinds, edition: Edition | undefined): readonly string[] {
  if (kinds !== 'all') return kinds;
  return KINDS.filter((kind) => {
    const { governor, restricted } = REPORT_KINDS[kind] ?? {};
    if (edition === undefined) return (governor ?? restricted) !== undefined;
    return (edition === 'governor' ? governor : restricted) !== undefined;
  });
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
function chooseOne(kinds: readonly string[], options: ReportOptions): string | null {
  for (const name of ['class', 'pupil'] as const) {
    if (options[name] !== undefined && kinds.join() !== name)
      throw new TermwiseError('usage', `--${name}: only for \`termwise report ${name}\``);
    if (options[name] !== undefined && options.edition === 'governors')
      throw new TermwiseError(
        'usage',
        `--${name} and --edition governors: counts of one ${name} could point at a pupil`,
        `Leave --${name} out, or print the restricted report for staff.`,
      );
  }
  const { pupil } = options;
  return options.class ?? (pupil === undefined ? null : turnPupilName(pupil));
}

async function report(
  asked: Kinds,
  files: readonly string[],
  options: ReportOptions,
  host: Host,
): Promise<void> {
  const formats = chooseFormats(options);
  const edition = chooseEdition(options);
  const kinds = chooseKinds(asked, edition);
  if (
    options.largePrint === true &&
    options.charts === undefined &&
    !formats.some((format) => LARGE.includes(format))
  )
    throw new TermwiseError(
      'usage',
      `--large-print and --format ${formats.join()}: only a PDF, a web page or a picture has a size of print`,
      'Leave --large-print out, or add --format pdf.',
    );
  if (
    kinds.length * formats.length > 1 &&
    ENDINGS.some((ending) => options.out?.toLowerCase().endsWith(`.${ending}`))
  ) {
    throw new TermwiseError(
      'usage',
      `--out ${options.out}: expected a folder, since there are several ${formats.length > 1 ? 'formats' : 'reports'}`,
    );
  }
  const choices: PrintChoices = {
    edition,
    only: chooseOne(kinds, options),
    charts: options.charts !== undefined,
    theme: options.largePrint === true ? 'large_print' : 'standard',
    // All are those that can be made; of reports asked for by name none is left out.
    leavesUnmade: asked === 'all',
  };
  const isTrust = kinds.includes('trust');
  const helpers = isTrust ? [] : await startHelp(files.map((file) => resolve(host.effects.cwd(), file)));
  const { printReports, startFormats } = await import('../print-reports.ts');
  // While threads help to label the records, one more would only be in their way.
  if (helpers.length === 0) await startFormats(formats);
  if (isTrust) {
    if (kinds.length > 1)
      throw new TermwiseError(
        'usage',
        'report trust: it is made of returns, so not with reports of a school',
      );
    const { printTrust } = await import('../print-trust.ts');
    const printed = await printTrust(files, formats, choices, options, host);
    await handReports(printed, options, [], host);
    return;
  }
  const result = await withLine(
    files,
    options,
    host,
    async (line, { runAnalysis }) => {
      // What cannot start is loaded again, and said, when pages are drawn.
      const onLabelled = (): void => void startFormats(formats).catch(() => undefined);
      const ran = await runAnalysis(helpers.length === 0 ? line : { ...line, helpers, onLabelled });
      return { ...ran, printed: await printReports(kinds, formats, ran, line.config, choices) };
    },
    true,
  ).catch((error: unknown) => {
    // Where the settings are at fault nobody has employed them.
    for (const helper of helpers) helper.terminate();
    throw error;
  });
  sayImport(result.imported.audits, options, host);
  sayDecisions(result, options, host);
  sayAssumptions(result.analysis.meta.assumptions, options, host);
  await handReports(result.printed, options, listRejectsFiles(result.imported.audits, options, host), host);
}
