import { type DateParts, findDateParts } from './find-date-parts.ts';
import type { TickColumn } from './find-tick-columns.ts';
import { guessColumns } from './guess-columns.ts';
import { FIELDS, type Field, GENERIC, LAYOUTS, type LayoutNames, squash } from './layout.ts';
import { loosenHeader } from './loosen-header.ts';
import { namesClassOnly } from './names-class-only.ts';
import { takeNumberedPeople } from './take-numbered-people.ts';

/** The meaning found for each column of a header. */
export interface ColumnPlan {
  readonly layout: string;
  readonly layoutReason: string;
  /** Layouts that came into question, best first: the worth of each. */
  readonly layoutScores: Readonly<Record<string, number>>;
  /** Place of the column of each field. */
  readonly at: ReadonlyMap<Field, number>;
  /** Places of further columns of categories, each of which is a category of its own. */
  readonly moreCategories: readonly number[];
  /** Places of columns without a name that hold words, which are not read. */
  readonly unnamed: readonly number[];
  /** The columns of day, month and year, where the date stands in three: that of the day is the date's. */
  readonly dateParts: DateParts | null;
  /** Columns of ticks, each of which is a category of its own. */
  readonly ticks: readonly TickColumn[];
  /** Places of further columns of people, such as `Pupil 2`, by the field that they belong to. */
  readonly morePeople: ReadonlyMap<Field, readonly number[]>;
  /** True where the cells of pupils show that a comma stands behind the surname. */
  readonly isSurnameFirst: boolean;
  /** True where the pupil's cells hold the whole name, although a column of surnames stands beside. */
  readonly hasWholeNames: boolean;
  /** True where the cells of pupils hold whole names with their words in lines of their own. */
  readonly wrapsNames: boolean;
  /** Names written without capitals, where others have a part in capitals: these say which part that is. */
  readonly plainNames: ReadonlySet<string>;
  /** Keys of pupils' names met among the first records. */
  readonly knownNames: ReadonlySet<string>;
  /** Headers as written, blanks tidied. */
  readonly headers: readonly string[];
  /** Fields whose column was told only by the words of its header. */
  readonly guessed: readonly Field[];
  /** Put before the ids of this file; mostly ''. */
  readonly idPrefix: string;
  /** True where summary and narrative are both kept; else the summary stands in for a blank narrative only. */
  readonly keepsBothTexts: boolean;
}

/** A header cell as a person would write it: one line, single spaces. */
export function tidyHeader(header: string): string {
  return header.replaceAll(/[\s\u00a0\ufeff]+/g, ' ').trim();
}

interface Score {
  readonly names: LayoutNames;
  readonly known: number;
  readonly telling: readonly string[];
  /** Own columns, and each telling name twice more; 0 when too few are telling for the layout to be named. */
  readonly worth: number;
}

/** A layout counts only with two telling names, or with one where nearly every column is its own. */
function scoreLayout(names: LayoutNames, squashed: readonly string[], headers: readonly string[]): Score {
  let known = 0;
  const telling: string[] = [];
  for (const [index, name] of squashed.entries()) {
    if (names.fields.has(name)) known += 1;
    if (names.signature.has(name)) telling.push(headers[index] ?? '');
  }
  const isNearlyAll = telling.length > 0 && known >= 0.8 * squashed.length;
  const worth = telling.length < 2 && !isNearlyAll ? 0 : known + 2 * telling.length;
  return { names, known, telling, worth };
}

/** The best layout, if any counts, and the scores of all that do, best first. */
function chooseLayout(
  squashed: readonly string[],
  headers: readonly string[],
): { readonly best: Score | null; readonly scores: readonly Score[] } {
  const scores = LAYOUTS.map((names) => scoreLayout(names, squashed, headers))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  return { best: scores[0] ?? null, scores };
}

function explain(best: Score | null, scores: readonly Score[], count: number): string {
  if (best === null) {
    return `No system's own column names were found, so the ${count} columns were read by their general names.`;
  }
  const telling = best.telling.map((name) => `"${name}"`).join(', ');
  const [, second] = scores;
  const next = second === undefined ? '' : ` Next: ${second.names.layout.title} (score ${second.worth}).`;
  return `${best.known} of ${count} columns are named as in ${best.names.layout.title}; telling names: ${telling} (score ${best.worth}).${next}`;
}

interface Candidate {
  readonly field: Field;
  readonly column: number;
  readonly tier: number;
  readonly rank: number;
}

function gather(names: LayoutNames['fields'], tier: number, keys: readonly string[]): Candidate[] {
  return keys.flatMap((name, column) =>
    (names.get(name) ?? []).map(({ field, rank }) => ({ field, column, tier, rank })),
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

/** Names of the pupil column that may as well be the name of whoever fills in a form. */
const BARE_NAMES: ReadonlySet<string> = new Set(['name', 'fullname', 'subject']);
/** Words by which a column of names says that they are pupils'. */
const PUPIL_WORDS: ReadonlySet<string> = new Set(['pupil', 'student', 'child', 'learner']);

/**
 * Leaves a bare `Name` out as the pupil where another column that can be the pupil says `pupil`, `child`, `learner` or `student`:
 * the first is then whoever filled in the form.
 */
function preferSaidPupils(
  candidates: readonly Candidate[],
  squashed: readonly string[],
  loose: readonly string[],
) {
  const isBare = ({ column }: Candidate): boolean => BARE_NAMES.has(squashed[column] ?? '');
  const isSaid = ({ field, column }: Candidate): boolean =>
    field === 'pupil' && (loose[column] ?? '').split(' ').some((word) => PUPIL_WORDS.has(word));
  if (!candidates.some(isSaid)) return candidates;
  return candidates.filter((candidate) => candidate.field !== 'pupil' || !isBare(candidate));
}

/**
 * Columns beside that of the category that go by its name: `Category` three times, or `Category 1` to `Category 3`. The
 * second of them is then no sub-category.
 */
function takeMoreCategories(
  squashed: readonly string[],
  at: Map<Field, number>,
  columns: Readonly<Record<string, string>>,
): readonly number[] {
  // Who names a column of sub-categories means one.
  if (columns.sub_category !== undefined) return [];
  const category = at.get('category');
  const own = squashed[category ?? -1] ?? '';
  const stem = own.replace(/\d{1,2}$/, '');
  if (category === undefined || !stem.includes('categor')) return [];
  const isAlike = (name: string): boolean =>
    name === own || (name.startsWith(stem) && /^\d{1,2}$/.test(name.slice(stem.length)));
  const subCategory = at.get('sub_category');
  if (subCategory !== undefined && isAlike(squashed[subCategory] ?? '')) at.delete('sub_category');
  const taken = new Set(at.values());
  const last = Math.max(...taken);
  // Behind a column without a name stands another table, such as a count of each category, unless ours goes on there.
  const isBeside = (column: number): boolean =>
    column < last || !squashed.slice(Math.min(column, category), Math.max(column, category)).includes('');
  return squashed.flatMap((name, column) =>
    isAlike(name) && !taken.has(column) && isBeside(column) ? [column] : [],
  );
}

/** The column that the user names: as written, else as loosely as columns are recognised; -1 where there is none. */
export function findColumn(headers: readonly string[], wanted: string): number {
  const exact = headers.map(squash).indexOf(squash(wanted));
  return exact === -1 ? headers.map(loosenHeader).indexOf(loosenHeader(wanted)) : exact;
}

/**
 * Finds what each column of a header means: the user's own choice (`columns`, field to header) first, then
 * the names of the system recognised, then general names, then either without what people add by hand. With
 * `guess`, needed columns that are still missing are told by the words of their headers. Says which layout was
 * taken and why.
 */
export function recogniseColumns(
  cells: readonly string[],
  columns: Readonly<Record<string, string>> = {},
  guess = false,
): ColumnPlan {
  const headers = cells.map(tidyHeader);
  const squashed = headers.map(squash);
  const at = new Map<Field, number>();
  for (const [field, header] of Object.entries(columns)) {
    const column = findColumn(headers, header);
    if (FIELDS.has(field) && column !== -1) at.set(field as Field, column);
  }
  const { best, scores } = chooseLayout(squashed, headers);
  const loose = headers.map(loosenHeader);
  const candidates = [
    ...(best === null ? [] : gather(best.names.fields, 0, squashed)),
    ...gather(GENERIC.fields, 1, squashed),
    ...(best === null ? [] : gather(best.names.loose, 2, loose)),
    ...gather(GENERIC.loose, 3, loose),
  ];
  const usable = candidates.filter(
    ({ field, column }) =>
      best?.names.ignores.has(squashed[column] ?? '') !== true &&
      !(field === 'pupil' && namesClassOnly(headers[column] ?? '')),
  );
  assign(preferSaidPupils(usable, squashed, loose), at);
  if (!at.has('date')) {
    const day = findDateParts(headers)?.day ?? -1;
    if (day !== -1 && ![...at.values()].includes(day)) at.set('date', day);
  }
  const morePeople = takeNumberedPeople(headers, at);
  const guessed = guess
    ? guessColumns(headers, at, [...morePeople.values()].flat())
    : new Map<Field, number>();
  for (const [field, column] of guessed) at.set(field, column);
  const moreCategories = takeMoreCategories(squashed, at, columns);
  return {
    moreCategories,
    morePeople,
    isSurnameFirst: false,
    unnamed: [],
    dateParts: null,
    ticks: [],
    hasWholeNames: false,
    wrapsNames: false,
    plainNames: new Set(),
    knownNames: new Set(),
    layout: best?.names.layout.layout ?? 'generic',
    layoutReason: explain(best, scores, headers.filter((header) => header !== '').length),
    layoutScores: Object.fromEntries(scores.map(({ names, worth }) => [names.layout.layout, worth])),
    at,
    headers,
    guessed: [...guessed.keys()],
    idPrefix: best?.names.layout.id_prefix ?? '',
    keepsBothTexts: best?.names.layout.keeps_both_texts === true,
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
