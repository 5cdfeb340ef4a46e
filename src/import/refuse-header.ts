import { TermwiseError } from '../errors.ts';
import { nameOtherExport, type OtherExport } from './name-other-export.ts';
import type { ColumnPlan } from './recognise-columns.ts';

/** A row that was tried as a header, and what it lacks. */
interface Tried {
  readonly plan: ColumnPlan;
  readonly line: number;
  readonly missing: readonly string[];
}

function describeMissing(attempt: Tried): string {
  const names: Record<string, string> = {
    date: 'an incident date',
    pupil: 'a pupil',
    text: 'a category or a description',
  };
  const parts = attempt.missing.map((part) => names[part] ?? part);
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

/** Refuses an export of another kind, naming it by its columns. */
export function refuseOtherExport(file: string, other: OtherExport): never {
  const telling = other.telling.slice(0, 6).map((header) => `"${header}"`);
  throw new TermwiseError(
    'file/no_header',
    `${file} looks like ${other.is}, not a list of incidents: it has the columns ${telling.join(', ')}.`,
    'Export the behaviour incidents with date, pupil and category or details, and give that file.',
  );
}

/** Columns that may be needed for something else than was missed; those of staff and of when never stand for a pupil. */
const NO_EXAMPLE = /staff|teacher|tutor|parent|\bdate|\btime|when|\bby$/i;

/** A column that may be the one that was missed: one that is not read as something else, or at least not as what is needed. */
function findExample({ plan }: Tried, headers: readonly string[], field: string): string | null {
  const named = (...places: readonly (number | undefined)[]) =>
    new Set(places.map((place) => plan.headers[place ?? -1]));
  const isFit = (header: string): boolean => field !== 'pupil' || !NO_EXAMPLE.test(header);
  const free = named(...plan.at.values());
  const needed = named(plan.at.get('date'), plan.at.get('category'), plan.at.get('narrative'));
  const number = plan.headers[plan.at.get('upn') ?? plan.at.get('pupil_id') ?? -1];
  if (field === 'pupil' && number !== undefined) return number;
  return (
    headers.find((header) => !free.has(header) && isFit(header)) ??
    headers.find((header) => !needed.has(header) && isFit(header)) ??
    null
  );
}

/** Refuses a file without a usable header: says what the best row of the first `searched` lacks. */
export function refuseHeader(file: string, best: Tried | null, searched: number): never {
  if (best === null || best.plan.at.size < 2) {
    throw new TermwiseError(
      'file/no_header',
      `${file} has no header row with column names that Termwise knows: expected an incident date, a pupil, and a category or a description in one of the first ${searched} lines.`,
      'Export the incident list with its column names as CSV, or say which column is which with --map or under "columns:" in termwise.yaml.',
    );
  }
  const headers = best.plan.headers.filter((header) => header !== '');
  const shown = headers
    .slice(0, 12)
    .map((header) => `"${header.slice(0, 40)}"`)
    .join(', ');
  const field = { date: 'date', pupil: 'pupil' }[best.missing[0] ?? ''] ?? 'category';
  const example = findExample(best, headers, field)?.slice(0, 40) ?? 'name of the column';
  const more = headers.length > 12 ? ` and ${headers.length - 12} more` : '';
  const other = nameOtherExport(headers);
  const looks = other === null ? '' : ` It looks like ${other.is}.`;
  throw new TermwiseError(
    'file/no_header',
    `${file} has no column for ${describeMissing(best)}. The columns of line ${best.line} are ${shown}${more}.${looks}`,
    `Export the behaviour incidents with date, pupil and category or details, or say which column is which: --map ${field}="${example}", or "columns:" in termwise.yaml.`,
  );
}
