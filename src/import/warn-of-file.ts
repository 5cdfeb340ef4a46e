import type { RowProblem, WarningCode } from '../incident/row-problem.ts';
import type { FileExamination } from './examine-file.ts';
import type { HeaderPlan } from './find-header.ts';
import type { OrderEvidence } from './judge-date-order.ts';
import type { DateOrder } from './parse-date.ts';
import { CLOSED_EARLY } from './say-open-quote.ts';
import { warnAbsentColumns } from './warn-absent-columns.ts';

function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What was met in a file that its user should know. */
interface WarningFacts {
  readonly examined: FileExamination;
  readonly header: HeaderPlan;
  readonly order: DateOrder;
  readonly tally: OrderEvidence;
  readonly reader: { readonly shortRows: number; readonly withoutId: number };
  readonly noted: ReadonlyMap<WarningCode, number>;
  readonly embedded: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly given: DateOrder | undefined;
  /** Columns that the user names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly dataRecords: number;
  /** Lines of later headers with the columns in another order. */
  readonly turnedAt: readonly number[];
  readonly otherHeaders: readonly OtherHeader[];
}

/** A later header with other columns than the first. */
export interface OtherHeader {
  readonly line: number;
  /** Names of its columns that were not read. */
  readonly lost: readonly string[];
}

function warnAboutUnnamed({ plan: { unnamed } }: HeaderPlan): string[] {
  if (unnamed.length === 0) return [];
  const places = unnamed.map((column) => column + 1).join(', ');
  return [
    unnamed.length === 1
      ? `Column ${places} has text but no name, so it was not read: give it a heading if it belongs to the records.`
      : `Columns ${places} have text but no names, so they were not read: give them headings if they belong to the records.`,
  ];
}

function warnAboutOtherHeaders(others: readonly OtherHeader[]): string[] {
  if (others.length === 0) return [];
  const lines = others
    .slice(0, 5)
    .map(({ line }) => line)
    .join(', ');
  const lost = [...new Set(others.flatMap((other) => other.lost))].map((name) => `"${name}"`).join(', ');
  const rest = lost === '' ? '.' : `, without ${lost}, which the first header does not have.`;
  return [
    `A header with other columns follows further down (line ${lines}); the rows below were read by it${rest}`,
  ];
}

const NOTED: readonly (readonly [WarningCode, string, string])[] = [
  [
    'date_from_recorded',
    'row has no incident date; the date it was recorded is used',
    'rows have no incident date; the date they were recorded is used',
  ],
  [
    'odd_time',
    'row has a time that could not be read; it is kept without one',
    'rows have a time that could not be read; they are kept without one',
  ],
  ['no_category', 'record has no category', 'records have no category'],
  ['no_narrative', 'record has no description', 'records have no description'],
];

function warnAboutDates(facts: WarningFacts): string[] {
  const { order, tally, header, given } = facts;
  const column = header.plan.headers[header.plan.at.get('date') ?? -1] ?? 'date';
  if (order === 'mdy' && given === undefined) {
    return [
      `The dates in "${column}" are month-first (mm/dd/yyyy): line ${tally.mdyLine} has "${tally.mdyValue}", and no row is day-first. All were read so; give --date-order dmy if that is wrong.`,
    ];
  }
  const against = order === 'dmy' ? tally.mdy : tally.dmy;
  if (against === 0) return [];
  const line = order === 'dmy' ? tally.mdyLine : tally.dmyLine;
  return [
    `${countText(against, 'date in', 'dates in')} "${column}" can only be ${order === 'dmy' ? 'month-first' : 'day-first'} (first on line ${line}), against the rest of the column; rejected as invalid.`,
  ];
}

function warnAboutGuesses(header: HeaderPlan): string[] {
  const { guessed, at, headers } = header.plan;
  if (guessed.length === 0) return [];
  const taken = guessed.map((field) => `"${headers[at.get(field) ?? -1] ?? ''}" for the ${field}`);
  return [
    `By the words of their headers ${taken.join(', ')} ${guessed.length === 1 ? 'was' : 'were'} taken; if that is wrong, say which column is which with --map.`,
  ];
}

/** A file whose pupils bear no names is read all the same; who is meant, only the school can tell. */
function warnAboutNames({ plan: { at, headers } }: HeaderPlan): string[] {
  const isNamed = (['pupil', 'surname', 'forename', 'harming', 'harmed'] as const).some((field) =>
    at.has(field),
  );
  const number = headers[at.get('upn') ?? at.get('pupil_id') ?? -1];
  return isNamed || number === undefined
    ? []
    : [`No column names the pupils: they are told apart, and called, by "${number}".`];
}

function warnAboutQuotes(facts: WarningFacts): string[] {
  const open = facts.problems.filter((problem) => problem.code === 'unclosed_quote');
  const early = open.some(({ message }) => message.includes(CLOSED_EARLY)) ? ', or closed too early' : '';
  const lines = open
    .slice(0, 5)
    .map((problem) => problem.line)
    .join(', ');
  const warnings =
    open.length === 0
      ? []
      : [
          `${countText(open.length, 'row has', 'rows have')} a quote that is never closed${early} (line ${lines}); rejected, and the rows behind were read on their own.`,
        ];
  if (facts.embedded.length > 0) {
    warnings.push(
      `A cell of the record on line ${facts.embedded.join(', ')} holds lines that look like records of their own; check for a missing quote.`,
    );
  }
  return warnings;
}

/** The warnings of one file: what was odd as a whole, and how many rows were. */
export function warnOfFile(facts: WarningFacts): string[] {
  const { examined, header, reader, noted } = facts;
  const warnings: string[] = [];
  if (facts.dataRecords === 0)
    warnings.push('The file is empty below its header: no data records, nothing to import.');
  if (examined.nuls > 0)
    warnings.push(
      `${countText(examined.nuls, 'stray NUL character was', 'stray NUL characters were')} removed.`,
    );
  if (examined.escapesQuotes)
    warnings.push(
      'The quotes inside its cells have a backslash (\\") before them, and were read without it.',
    );
  warnings.push(...warnAbsentColumns(header.plan, facts.columns));
  if (examined.badByteLine !== null)
    warnings.push(
      `Some characters are written in UTF-8, but line ${examined.badByteLine} holds a byte that is not: the file was read as Windows-1252, so accents of names may be wrong. If it is UTF-8 with one spoiled character, give --encoding utf-8.`,
    );
  warnings.push(
    ...warnAboutNames(header),
    ...warnAboutGuesses(header),
    ...warnAboutDates(facts),
    ...warnAboutQuotes(facts),
  );
  const { headers, moreCategories } = header.plan;
  const names = headers.filter((name, index) => name !== '' && !moreCategories.includes(index));
  if (header.isWrapped)
    warnings.push(
      'Each row stands in one cell, as if saved from a single column; the rows were taken apart.',
    );
  if (header.hasLabels)
    warnings.push(
      'Each row has the names of its columns before its values, as Crystal Reports writes them; all were taken.',
    );
  if (header.hasOpenQuote)
    warnings.push(
      `The header on line ${header.line} has a quote (") that is never closed; its columns were read without quotes.`,
    );
  if (facts.turnedAt.length > 0)
    warnings.push(
      `The header comes again with its columns in another order (line ${facts.turnedAt.slice(0, 5).join(', ')}); the rows below were read by it.`,
    );
  warnings.push(...warnAboutUnnamed(header));
  warnings.push(...warnAboutOtherHeaders(facts.otherHeaders));
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (twice.length > 0)
    warnings.push(
      `The header has ${twice.map((name) => `"${name}"`).join(', ')} more than once; the first is used.`,
    );
  if (reader.shortRows > 0)
    warnings.push(
      `${countText(reader.shortRows, 'row lacks', 'rows lack')} optional cells at the end; read as blank.`,
    );
  if (reader.withoutId > 0)
    warnings.push(
      `${countText(reader.withoutId, 'record has', 'records have')} no usable incident id; one was made from the record's own words.`,
    );
  for (const [code, one, many] of NOTED) {
    const count = noted.get(code) ?? 0;
    if (count > 0) warnings.push(`${countText(count, one, many)}.`);
  }
  return warnings;
}
