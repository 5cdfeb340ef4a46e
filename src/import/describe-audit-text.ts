import type { FileAudit } from '../incident/import-audit.ts';

const SHOWN = 12;
const DELIMITERS = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
]);
const FIELD_WORDS: Readonly<Record<string, string>> = {
  school: 'school',
  incident_id: 'incident id',
  pupil: 'pupil',
  surname: 'surname',
  forename: 'forename',
  upn: 'UPN',
  pupil_id: 'admission number',
  dob: 'date of birth',
  year_group: 'year group',
  class: 'class',
  date: 'incident date',
  time: 'incident time',
  recorded_date: 'date recorded',
  recorded_time: 'time recorded',
  reported_by: 'reported by',
  category: 'category',
  sub_category: 'sub-category',
  narrative: 'what happened',
  summary: 'summary',
  action: 'action taken',
  linked: 'other pupils',
  harming: 'pupil harming',
  harmed: 'pupil harmed',
  witness: 'witness',
  role: 'role',
  last_updated: 'last updated',
  location: 'place',
  period: 'period',
  status: 'status',
  assigned_to: 'assigned to',
  polarity: 'positive or negative',
  origin: 'named as',
  points: 'points',
};
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16-le': 'UTF-16',
  'utf-16-be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const ORDERS: Readonly<Record<FileAudit['dateOrder'], string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
  mixed_unambiguous: 'several forms, day first',
};

function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${group(count)} ${count === 1 ? one : many}`;
}

function ukDate(iso: string): string {
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

function list(lines: readonly string[], more: (rest: number) => string): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return lines.length > SHOWN ? [...shown, `  ${more(lines.length - SHOWN)}`] : shown;
}

function describeFile(audit: FileAudit): string[] {
  const mark = audit.bom ? ' with byte order mark' : '';
  const delimiter = DELIMITERS.get(audit.delimiter) ?? `"${audit.delimiter}"`;
  const lines = [
    audit.file,
    '='.repeat(audit.file.length),
    'What this file is',
    `  ${audit.layoutReason}`,
    `  Header on line ${audit.headerLine}; ${delimiter}-separated; ${ENCODINGS[audit.encoding] ?? audit.encoding}${mark}; dates ${ORDERS[audit.dateOrder]}.`,
    'Columns read',
    ...Object.entries(audit.columns).map(([field, header]) => {
      const all = [header, ...(audit.furtherColumns?.[field] ?? [])].map((name) => `"${name}"`);
      return `  ${FIELD_WORDS[field] ?? field}: ${all.join(', ')}`;
    }),
  ];
  if (audit.unmappedColumns.length > 0) {
    lines.push(`  not used: ${audit.unmappedColumns.map((header) => `"${header}"`).join(', ')}`);
  }
  return lines;
}

function describeRows(audit: FileAudit): string[] {
  const { title, blank, repeatedHeader, footer } = audit.nonDataRows;
  const { exactDuplicate, linkedPupil, superseded } = audit.mergedRows;
  const around = [
    [title, 'title line'],
    [blank, 'blank line'],
    [repeatedHeader, 'repeated header'],
    [footer, 'footer line'],
  ] as const;
  const skipped = around.filter(([count]) => count > 0).map(([count, word]) => plural(count, word));
  return [
    'What was read',
    `  ${plural(audit.dataRecords, 'record')} = ${group(audit.acceptedRows)} accepted + ${group(audit.rejectedRows)} rejected`,
    `  ${group(audit.acceptedRows)} accepted = ${plural(audit.distinctIncidents, 'incident')} + ${plural(linkedPupil, 'further pupil')} of the same incident + ${plural(superseded, 'older or newer text')} of the same record + ${plural(exactDuplicate, 'exact copy', 'exact copies')}`,
    ...(skipped.length > 0 ? [`  not records: ${skipped.join(', ')}`] : []),
    ...(audit.dateRange === null
      ? ['  no incident in this file']
      : [
          `  ${plural(audit.distinctPupils, 'pupil')}, from ${ukDate(audit.dateRange[0])} to ${ukDate(audit.dateRange[1])}`,
        ]),
  ];
}

function describeKinds(audit: FileAudit): string[] {
  const { kinds } = audit;
  return [
    'What kind of records they are',
    `  ${group(audit.defaultBehaviourIncidents)} counted as behaviour${kinds.uncategorised > 0 ? ` (${group(kinds.uncategorised)} of them without a category)` : ''}`,
    `  left out of behaviour reports: ${group(kinds.safeguarding)} safeguarding or welfare only, ${group(kinds.positive)} positive, ${group(kinds.accident)} accident or first aid`,
  ];
}

function describeRejected(audit: FileAudit): string[] {
  const rejected = audit.problems.filter((problem) => problem.severity === 'rejected');
  if (rejected.length === 0) return ['Rejected: none'];
  const lines = rejected.map((problem) => {
    const column = problem.column === null ? '' : ` [${problem.column}]`;
    return `line ${problem.line}${column} ${problem.code}: ${problem.message}`;
  });
  return ['Rejected', ...list(lines, (rest) => `and ${group(rest)} more; --rejects FILE writes them all`)];
}

function describeUnmapped(audit: FileAudit): string[] {
  const names = Object.entries(audit.unmappedCategories).map(([name, count]) => `${group(count)} × ${name}`);
  if (names.length === 0) return [];
  return [
    'Categories that Termwise does not know (counted as behaviour; say what they are in categories.csv)',
    ...list(names, (rest) => `and ${group(rest)} more`),
  ];
}

function describeCounts(title: string, counts: Readonly<Record<string, number>>, most: number): string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  const lines = entries.slice(0, most).map(([name, count]) => `  ${group(count).padStart(6)}  ${name}`);
  return [title, ...lines, ...(entries.length > most ? [`  and ${group(entries.length - most)} more`] : [])];
}

/**
 * Writes an audit as a page that a school business manager reads: what the file is, what was read, what was
 * not and why, and what to check. Pupils are named only when asked for, and in rejected cells.
 */
export function describeAuditText(audit: FileAudit, withNames = false): string {
  const check =
    audit.warnings.length > 0 ? ['To check', ...audit.warnings.map((warning) => `  - ${warning}`)] : [];
  return [
    ...describeFile(audit),
    ...describeRows(audit),
    ...describeKinds(audit),
    ...describeCounts('Categories (incidents)', audit.categories, SHOWN),
    ...describeRejected(audit),
    ...describeUnmapped(audit),
    ...(withNames ? describeCounts('Incidents of each pupil', audit.incidentsPerPupil, Infinity) : []),
    ...check,
    '',
  ].join('\n');
}
