import { type Command, InvalidArgumentError, Option } from 'commander';
import { fromDayNumber, isoDate, toDayNumber } from '../calendar/iso-date.ts';
import type { IsoDate } from '../incident/incident.ts';
import { tidySchoolName } from './tidy-school-name.ts';

/** Options that every command takes. */
export interface BasicOptions {
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** Options of every command that reads exports, as commander hands them over. */
export interface ExportOptions extends BasicOptions {
  readonly config?: string;
  readonly policy?: string;
  readonly school?: string;
  readonly phase?: string;
  readonly nation?: string;
  readonly roll?: string;
  readonly terms?: string;
  readonly periods?: string;
  readonly categories?: string;
  /** Only in termwise.yaml: words belong to a school, not to a run. */
  readonly words?: never;
  readonly decisions?: string;
  readonly plans?: string;
  readonly exclusions?: string;
  readonly racistLog?: string;
  readonly term?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly asAt?: IsoDate;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly map?: Readonly<Record<string, string>>;
  readonly rejects?: string;
  readonly maxRejects?: MaxRejects;
}

/** How many rejected rows are too many: a number of rows, or a share of the data records from 0 to 1. */
export type MaxRejects = { readonly count: number } | { readonly share: number };

/** Options of commands whose answer comes in several formats. */
export interface OutputOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** Reads a day given as an option, ISO or dd/mm/yyyy; anything else, or a day that does not exist, is refused. */
export function parseDayOption(text: string): IsoDate {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = iso
    ? text
    : british
      ? isoDate(Number(british[3]), Number(british[2]), Number(british[1]))
      : null;
  if (day === null || fromDayNumber(toDayNumber(day)) !== day) {
    throw new InvalidArgumentError('Expected a day such as 2026-01-31 or 31/01/2026.');
  }
  return day;
}

/** Reads `--max-rejects`: `20` rows, or `5%` of the rows. */
export function parseMaxRejects(text: string): MaxRejects {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
  const value = Number(match?.[1]);
  const isShare = match?.[2] === '%';
  if (match === null || (isShare ? value > 100 : !Number.isInteger(value))) {
    throw new InvalidArgumentError('Expected a number of rows such as 20, or a share such as 5%.');
  }
  return isShare ? { share: value / 100 } : { count: value };
}

/** Reads `--delimiter`: one character, or the word `tab`, which cannot be typed as itself. */
export function parseDelimiter(text: string): string {
  const delimiter = ['tab', '\\t'].includes(text.toLowerCase()) ? '\t' : text;
  if ([',', ';', '\t', '|'].includes(delimiter)) return delimiter;
  throw new InvalidArgumentError('Expected a comma, a semicolon, a vertical bar, or the word tab.');
}

/** Reads one `--map date="When was it"` into those given before it. */
export function parseMap(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, field, header] = /^\s*([a-z_]+)\s*=\s*(\S.*?)\s*$/is.exec(text) ?? [];
  if (field !== undefined && header !== undefined) return { ...before, [field.toLowerCase()]: header };
  throw new InvalidArgumentError('Expected a field and a header, such as date="Date of event".');
}

/** Reads `--school`: a name in one line, since it is printed in headings and sentences. */
export function parseSchool(text: string): string {
  const name = tidySchoolName(text);
  if (name !== '') return name;
  throw new InvalidArgumentError('Expected the name of the school.');
}

/** Adds `--quiet` and `--debug`. */
export function addBasicOptions(command: Command): Command {
  return command
    .optionsGroup('Messages:')
    .option('--quiet', 'say nothing on stderr but errors')
    .option('--debug', 'after an error that is our fault, print where it happened');
}

/** What a command works on where no term or days are given; `unused` where it makes no difference. */
const WITHOUT_TERM = {
  latest: 'else the latest term with data',
  all: 'else all records',
  unused: 'makes no difference here',
} as const;

/**
 * Adds everything that a command which reads exports takes, in groups, in the same order everywhere; the help of
 * `--term` says what it works on without.
 */
export function addExportOptions(
  command: Command,
  withoutTerm: keyof typeof WITHOUT_TERM = 'latest',
): Command {
  command
    .optionsGroup('About the school:')
    .option('--config <file>', 'settings (else termwise.yaml in this folder, if there is one)')
    .option('--policy <name|file>', 'behaviour policy: a name from `termwise policy list`, or a file')
    .option('--school <name>', "the school's name, as printed", parseSchool)
    .addOption(new Option('--phase <phase>', 'kind of school').choices(PHASES))
    .addOption(
      new Option('--nation <nation>', 'for bank holidays and the usual school year').choices(NATIONS),
    )
    .option('--roll <file>', 'pupils on roll (roll.csv): gives rates and groups')
    .option('--terms <file>', 'term dates (terms.csv); else the usual year of the nation')
    .option('--periods <file>', 'periods of the school day (periods.csv)')
    .option('--categories <file>', "what the school's categories mean (categories.csv)")
    .option('--decisions <file>', 'labels decided by a person (the file that `review` wrote)')
    .option('--plans <file>', 'behaviour plans (plans.csv)')
    .option('--exclusions <file>', "a second system's list of exclusions")
    .option('--racist-log <file>', 'the separate log of racist incidents')
    .optionsGroup('Period:')
    .option('--term <name>', `such as "2025-26 Autumn" (${WITHOUT_TERM[withoutTerm]})`)
    .option('--from <day>', 'first day instead of a term', parseDayOption)
    .option('--to <day>', 'last day instead of a term', parseDayOption)
    .option(
      '--as-at <day>',
      'do the work as of this day (else the day after the last incident)',
      parseDayOption,
    )
    .optionsGroup('Reading the export:')
    .option('--encoding <name>', 'such as utf-8 or windows-1252 (else recognised)')
    .option('--delimiter <character>', 'between cells, or the word tab (else recognised)', parseDelimiter)
    .addOption(
      new Option('--date-order <order>', 'day or month first (else recognised)').choices(['dmy', 'mdy']),
    )
    .option(
      '--map <field=header>',
      'read this field from this column (else recognised); may be repeated',
      parseMap,
    )
    .option('--rejects <file>', 'write the rows that could not be used, with reasons, to this CSV file')
    .option('--max-rejects <n|n%>', 'stop when more rows than this cannot be used', parseMaxRejects);
  return addBasicOptions(command);
}

/** Adds `--format`, `--json` and `--out` for a command that answers in these formats, the first by default. */
export function addOutputOptions(command: Command, formats: readonly [string, ...string[]]): Command {
  return command
    .optionsGroup('Output:')
    .addOption(new Option('--format <format>', `how to print it (else ${formats[0]})`).choices(formats))
    .option('--json', 'short for --format json')
    .option('--out <file>', 'write to this file instead of the terminal');
}

/** Kinds of school, as options and settings name them. */
export const PHASES = ['primary', 'secondary', 'all_through', 'special', 'unknown'];
/** Nations, as options and settings name them. */
export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'];
