import arbor from './layouts/arbor.yaml';
import bromcom from './layouts/bromcom.yaml';
import classCharts from './layouts/class-charts.yaml';
import cpoms from './layouts/cpoms.yaml';
import generic from './layouts/generic.yaml';
import myconcern from './layouts/myconcern.yaml';
import sims from './layouts/sims.yaml';
import termwise from './layouts/termwise.yaml';
import wonde from './layouts/wonde.yaml';

/** What a column can mean to us. */
export type Field =
  | 'school'
  | 'incident_id'
  | 'pupil'
  | 'surname'
  | 'forename'
  | 'upn'
  | 'pupil_id'
  | 'dob'
  | 'year_group'
  | 'class'
  | 'date'
  | 'time'
  | 'recorded_date'
  | 'recorded_time'
  | 'reported_by'
  | 'category'
  | 'sub_category'
  | 'narrative'
  | 'summary'
  | 'action'
  | 'linked'
  | 'harming'
  | 'harmed'
  | 'witness'
  | 'role'
  | 'last_updated'
  | 'location'
  | 'period'
  | 'status'
  | 'assigned_to'
  | 'polarity'
  | 'origin';

/** Names of columns in one system's exports, as layouts/*.yaml holds them. */
export interface Layout {
  readonly layout: string;
  readonly title: string;
  /** Names that tell this system from others. */
  readonly signature: readonly string[];
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>>;
}

/** The meaning found for each column of a header. */
export interface ColumnPlan {
  readonly layout: string;
  readonly layoutReason: string;
  /** Place of the column of each field. */
  readonly at: ReadonlyMap<Field, number>;
  /** Headers as written, blanks tidied. */
  readonly headers: readonly string[];
}

export const FIELDS: ReadonlySet<string> = new Set(
  [generic, termwise].flatMap((data) => Object.keys((data as Layout).fields)),
);

/** A column name without case, punctuation, line breaks and spaces. */
export function squash(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A header cell as a person would write it: one line, single spaces. */
export function tidyHeader(header: string): string {
  return header.replaceAll(/[\s\u00a0\ufeff]+/g, ' ').trim();
}

interface Names {
  readonly layout: Layout;
  /** Squashed name to the fields it can mean, with its rank (low is better). */
  readonly fields: ReadonlyMap<string, readonly { readonly field: Field; readonly rank: number }[]>;
  readonly signature: ReadonlySet<string>;
}

function toNames(layout: Layout): Names {
  const fields = new Map<string, { field: Field; rank: number }[]>();
  for (const [field, names] of Object.entries(layout.fields)) {
    for (const [rank, name] of names.entries()) {
      const key = squash(name);
      const list = fields.get(key) ?? [];
      if (!list.some((entry) => entry.field === field)) list.push({ field: field as Field, rank });
      fields.set(key, list);
    }
  }
  return { layout, fields, signature: new Set(layout.signature.map(squash)) };
}

const GENERIC = toNames(generic as Layout);
const LAYOUTS = [cpoms, myconcern, arbor, bromcom, sims, classCharts, wonde, termwise].map((data) =>
  toNames(data as Layout),
);

interface Score {
  readonly names: Names;
  readonly known: number;
  readonly telling: readonly string[];
}

function scoreLayout(names: Names, squashed: readonly string[], headers: readonly string[]): Score {
  let known = 0;
  const telling: string[] = [];
  for (const [index, name] of squashed.entries()) {
    if (names.fields.has(name)) known += 1;
    if (names.signature.has(name)) telling.push(headers[index] ?? '');
  }
  return { names, known, telling };
}

/**
 * Own columns and telling names both count. A layout is named at all only with two telling names, or with one
 * where nearly every column is its own.
 */
function chooseLayout(squashed: readonly string[], headers: readonly string[]): Score | null {
  let best: Score | null = null;
  for (const names of LAYOUTS) {
    const score = scoreLayout(names, squashed, headers);
    const isNearlyAll = score.telling.length > 0 && score.known >= 0.8 * squashed.length;
    if (score.telling.length < 2 && !isNearlyAll) continue;
    const worth = score.known + 2 * score.telling.length;
    if (best === null || worth > best.known + 2 * best.telling.length) best = score;
  }
  return best;
}

function explain(score: Score | null, count: number): string {
  if (score === null) {
    return `No system's own column names were found, so the ${count} columns were read by their general names.`;
  }
  const { layout } = score.names;
  const telling = score.telling.map((name) => `"${name}"`).join(', ');
  return `${score.known} of ${count} columns are named as in ${layout.title}; telling names: ${telling}.`;
}

interface Candidate {
  readonly field: Field;
  readonly column: number;
  readonly tier: number;
  readonly rank: number;
}

function gather(names: Names, tier: number, squashed: readonly string[]): Candidate[] {
  return squashed.flatMap((name, column) =>
    (names.fields.get(name) ?? []).map(({ field, rank }) => ({ field, column, tier, rank })),
  );
}

function assign(candidates: readonly Candidate[], at: Map<Field, number>): void {
  const taken = new Set(at.values());
  const sorted = [...candidates].sort((a, b) => a.tier - b.tier || a.rank - b.rank || a.column - b.column);
  for (const { field, column } of sorted) {
    if (at.has(field) || taken.has(column)) continue;
    at.set(field, column);
    taken.add(column);
  }
}

/**
 * Finds what each column of a header means: the user's own choice (`columns`, field to header) first, then
 * the names of the system recognised, then general names. Says which layout was taken and why.
 */
export function recogniseColumns(
  cells: readonly string[],
  columns: Readonly<Record<string, string>> = {},
): ColumnPlan {
  const headers = cells.map(tidyHeader);
  const squashed = headers.map(squash);
  const at = new Map<Field, number>();
  for (const [field, header] of Object.entries(columns)) {
    const column = squashed.indexOf(squash(header));
    if (FIELDS.has(field) && column !== -1) at.set(field as Field, column);
  }
  const score = chooseLayout(squashed, headers);
  const candidates = gather(GENERIC, 1, squashed);
  if (score !== null) candidates.push(...gather(score.names, 0, squashed));
  assign(candidates, at);
  return {
    layout: score?.names.layout.layout ?? 'generic',
    layoutReason: explain(score, headers.filter((header) => header !== '').length),
    at,
    headers,
  };
}

/** Whether a plan can be imported at all: an incident date, a pupil, and a category or narrative. */
export function missingParts(plan: ColumnPlan): readonly ('date' | 'pupil' | 'text')[] {
  const has = (...fields: Field[]): boolean => fields.some((field) => plan.at.has(field));
  const missing: ('date' | 'pupil' | 'text')[] = [];
  if (!has('date')) missing.push('date');
  if (!has('pupil', 'surname', 'harming', 'harmed')) missing.push('pupil');
  if (!has('category', 'narrative', 'summary')) missing.push('text');
  return missing;
}
