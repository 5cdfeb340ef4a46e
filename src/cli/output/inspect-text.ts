import { formatDayMonthYear } from '../../calendar/iso-date.ts';
import type { FileAudit } from '../../incident/import-audit.ts';
import type { RowProblem } from '../../incident/row-problem.ts';

/** So many rejected rows are listed; `--json` and `--rejects` give all. */
const LISTED = 20;
/** So many categories are listed. */
const CATEGORIES = 15;

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};
const DATE_ORDERS: Readonly<Record<FileAudit['dateOrder'], string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
  mixed_unambiguous: 'in more than one form, none of them in doubt',
};

/** What one export holds and what would be left out, for a person in the school office. */
export function inspectText(audit: FileAudit, names: boolean): string {
  return `${[
    audit.file,
    ...describeFile(audit),
    ...describeRows(audit),
    ...describeContent(audit),
    ...(names ? listCounts('Incidents per pupil', audit.incidentsPerPupil, Number.POSITIVE_INFINITY) : []),
    ...audit.warnings.map((warning) => `  Note: ${warning}`),
  ].join('\n')}\n`;
}

function describeFile(audit: FileAudit): readonly string[] {
  const delimiter = DELIMITERS[audit.delimiter] ?? `'${audit.delimiter}'`;
  const columns = Object.entries(audit.columns).map(([field, header]) => `    ${field.padEnd(18)} ${header}`);
  return [
    `  File: ${audit.encoding}, ${delimiter} between cells, header on line ${audit.headerLine}`,
    `  Layout: ${audit.layout} (${audit.layoutReason})`,
    `  Dates: ${DATE_ORDERS[audit.dateOrder]}`,
    '  Columns:',
    ...columns,
    ...(audit.unmappedColumns.length > 0 ? [`  Not used: ${audit.unmappedColumns.join(', ')}`] : []),
  ];
}

function describeRows(audit: FileAudit): readonly string[] {
  const { exactDuplicate, linkedPupil, superseded } = audit.mergedRows;
  const rejected = audit.problems.filter((problem) => problem.severity === 'rejected');
  const more = rejected.length - LISTED;
  return [
    `  Rows: ${audit.dataRecords} records = ${audit.acceptedRows} accepted + ${audit.rejectedRows} rejected`,
    `  Accepted: ${audit.distinctIncidents} incidents + ${exactDuplicate} the same row again + ${linkedPupil} for another pupil + ${superseded} replaced by a later text`,
    ...(rejected.length > 0 ? ['  Rejected:'] : []),
    ...rejected.slice(0, LISTED).map(describeProblem),
    ...(more > 0 ? [`    and ${more} more: --rejects FILE or --json gives all`] : []),
  ];
}

function describeProblem(problem: RowProblem): string {
  return `    line ${problem.line}: ${problem.message} [${problem.code}]`;
}

function describeContent(audit: FileAudit): readonly string[] {
  const kinds = Object.entries(audit.kinds).filter(([, count]) => count > 0);
  const range = audit.dateRange;
  return [
    ...(range === null
      ? []
      : [`  Incidents from ${formatDayMonthYear(range[0])} to ${formatDayMonthYear(range[1])}`]),
    `  Pupils: ${audit.distinctPupils}`,
    `  Kinds: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none'}`,
    `  Counted as behaviour: ${audit.defaultBehaviourIncidents}`,
    ...listCounts('Categories', audit.categories, CATEGORIES),
    ...listCounts(
      'Categories we do not know (name them in categories.csv)',
      audit.unmappedCategories,
      CATEGORIES,
    ),
  ];
}

function listCounts(
  title: string,
  counts: Readonly<Record<string, number>>,
  most: number,
): readonly string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  const more = entries.length - most;
  return [
    `  ${title}:`,
    ...entries.slice(0, most).map(([name, count]) => `    ${String(count).padStart(6)}  ${name}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}
