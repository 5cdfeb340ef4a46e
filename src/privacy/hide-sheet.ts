import type { CountRow, CountSheet } from '../incident/count-sheet.ts';
import { atMost, atMostSum, type Cell, type Relation, sumsTo } from './cell-system.ts';
import { type CountCell, HIDDEN, isShown } from './count-cell.ts';
import type { GovernorEdition } from './governor-edition.ts';
import { hideCells } from './hide-cells.ts';
import { maskSheet } from './mask-sheet.ts';

/** A sheet as an edition may hold it. */
export interface GovernorSheet {
  readonly id: string;
  readonly total: CountCell;
  readonly rows: readonly { readonly name: string; readonly count: CountCell }[];
}

/** The one row of a sheet whose parts cannot be named. */
const WHOLE = 'All together';

/**
 * Whether an edition shows the counts that a sheet repeats, named as `labels.CODE`, `families.NAME`, `records.KIND` or
 * `incidents`.
 */
function isBaseShown(base: readonly string[], { counts }: GovernorEdition): boolean {
  const tables: Readonly<Record<string, Readonly<Record<string, CountCell>>>> = {
    labels: counts.labels,
    families: counts.families,
    records: counts.records,
  };
  return base.every((path) => {
    if (path === 'incidents') return isShown(counts.incidents);
    const [table = '', ...rest] = path.split('.');
    return isShown(tables[table]?.[rest.join('.')] ?? 0);
  });
}

/**
 * Masks what files have named in a sheet, hides its small numbers and those that few pupils share, and with them whatever
 * would give one away: the rest that a mark leaves, the last part of a sum, everything beside the total where a few
 * pupils are behind it, and all of it where the edition hides the count that it repeats.
 */
export function hideSheet(named: CountSheet, edition: GovernorEdition): GovernorSheet {
  const sheet = maskSheet(named);
  const made = hideRows(sheet, edition);
  const { total, rows } = made;
  if (sheet.holds !== 'parts' || total === HIDDEN) return made;
  const left = rows.reduce((rest, { count }) => rest - (count === HIDDEN ? 0 : count), total);
  const hidden = rows.filter(({ count }) => count === HIDDEN).length;
  // One hidden part is what the others leave, and as many as there is to share out are one each: no part is named then.
  const isToldAnyway = hidden === 1 || (hidden > 0 && left === hidden);
  return isToldAnyway ? { ...made, rows: [{ name: WHOLE, count: total }] } : made;
}

/** The sheets of one report: a mark that another sheet tells in parts goes where that one hides any. */
export function hideSheets(sheets: readonly CountSheet[], edition: GovernorEdition): GovernorSheet[] {
  const made = sheets.map((sheet) => hideSheet(sheet, edition));
  const hides = new Set(
    made
      .filter(({ rows }, at) => rows.length < (sheets[at]?.rows.length ?? 0) || rows.some(isHidden))
      .map(({ id }) => id),
  );
  return made.map((sheet, at) => ({
    ...sheet,
    rows: sheet.rows.map((row, place) =>
      hides.has(sheets[at]?.rows[place]?.told_by ?? '') ? { ...row, count: HIDDEN } : row,
    ),
  }));
}

function isHidden({ count }: { readonly count: CountCell }): boolean {
  return count === HIDDEN;
}

function hideRows(sheet: CountSheet, edition: GovernorEdition): GovernorSheet {
  const { id, total, rows } = sheet;
  const { threshold } = edition.rules;
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const whole: CountCell = isSmall(total) || !isBaseShown(sheet.base, edition) ? HIDDEN : total;
  const none = { id, total: whole, rows: rows.map(({ name }) => ({ name, count: HIDDEN }) as const) };
  if (whole === HIDDEN || isSmall(sheet.pupils ?? 0)) return none;
  if (sheet.holds === 'marks') return { id, total: whole, rows: hideMarks(sheet, threshold) };
  const hidden = hideParts(sheet, threshold);
  // A total that would have to go too is printed elsewhere, so its parts go instead; but not pupils beside their records.
  if (hidden.has('total')) return sheet.worth === undefined ? none : { ...none, total: HIDDEN };
  // The hidden parts together are what the shown ones leave, and must not be of a few pupils either.
  const behind = rows.reduce(
    (sum, { pupils }, at) => sum + (hidden.has(`part.${at}`) ? (pupils ?? Number.POSITIVE_INFINITY) : 0),
    0,
  );
  if (isSmall(behind)) return none;
  return {
    id,
    total: whole,
    rows: rows.map(({ name, count }, at) => ({ name, count: hidden.has(`part.${at}`) ? HIDDEN : count })),
  };
}

/** Marks that are few, or leave few; of marks that everybody has one of, also what would then tell such a one. */
function hideMarks({ total, rows, marked }: CountSheet, threshold: number): GovernorSheet['rows'] {
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const isFew = ({ count, pupils, others }: CountRow): boolean =>
    [count, total - count, pupils ?? 0, others ?? 0].some(isSmall);
  const marks = rows.map((_, at) => `mark.${at}`);
  const few = new Set(marks.filter((_, at) => rows.slice(at, at + 1).some(isFew)));
  const cells = new Map<string, Cell>([
    ['total', { value: total, sensitive: false, settled: true }],
    ...rows.map(({ count }, at): [string, Cell] => [`mark.${at}`, { value: count, sensitive: true }]),
  ]);
  const relations = [atMostSum('total', marks), ...marks.map((mark) => atMost(mark, 'total'))];
  const hidden = marked === true ? hideCells({ cells, relations }, threshold, few) : few;
  return rows.map(({ name, count }, at) => ({ name, count: hidden.has(`mark.${at}`) ? HIDDEN : count }));
}

function hideParts({ total, rows, worth }: CountSheet, threshold: number): ReadonlySet<string> {
  const parts = rows.map((_, at) => `part.${at}`);
  const cells = new Map<string, Cell>([
    ['total', { value: total, sensitive: true, keep: true }],
    ['worth', { value: worth?.sum ?? 0, sensitive: false, settled: true }],
    ...rows.map(({ count, pupils }, at): [string, Cell] => [
      `part.${at}`,
      { value: count, sensitive: true, always: (pupils ?? 0) > 0 && (pupils ?? 0) < threshold },
    ]),
  ]);
  return hideCells(
    { cells, relations: [sumsTo('total', parts), ...boundWorth(rows, worth)] },
    threshold,
    new Set(),
    (id) => id !== 'total',
  );
}

/** What the parts stand for is at least the least of each, and at most the most of each, which may be all there is. */
function boundWorth(rows: readonly CountRow[], worth: CountSheet['worth']): Relation[] {
  if (worth === undefined) return [];
  const weigh = (end: 0 | 1, sign: 1 | -1) =>
    rows.map((_, at) => [`part.${at}`, sign * (worth.each[at]?.[end] ?? worth.sum)] as const);
  return [
    { terms: [...weigh(0, 1), ['worth', -1]], holds: 'at_most' },
    { terms: [['worth', 1], ...weigh(1, -1)], holds: 'at_most' },
  ];
}
