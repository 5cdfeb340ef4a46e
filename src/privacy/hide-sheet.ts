import type { CountRow, CountSheet } from '../incident/count-sheet.ts';
import type { Cell } from './cell-system.ts';
import { sumsTo } from './cell-system.ts';
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

/** Whether an edition shows the counts that a sheet repeats, named as `labels.CODE`, `families.NAME` or `records.KIND`. */
function isBaseShown(base: readonly string[], { counts }: GovernorEdition): boolean {
  const tables: Readonly<Record<string, Readonly<Record<string, CountCell>>>> = {
    labels: counts.labels,
    families: counts.families,
    records: counts.records,
  };
  return base.every((path) => {
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

function hideRows(sheet: CountSheet, edition: GovernorEdition): GovernorSheet {
  const { id, total, rows } = sheet;
  const { threshold } = edition.rules;
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const whole: CountCell = isSmall(total) || !isBaseShown(sheet.base, edition) ? HIDDEN : total;
  const none = { id, total: whole, rows: rows.map(({ name }) => ({ name, count: HIDDEN }) as const) };
  if (whole === HIDDEN || isSmall(sheet.pupils ?? 0)) return none;
  if (sheet.holds === 'marks') {
    const show = ({ count, pupils, others }: CountRow): CountCell =>
      [count, total - count, pupils ?? 0, others ?? 0].some(isSmall) ? HIDDEN : count;
    return { id, total: whole, rows: rows.map((row) => ({ name: row.name, count: show(row) })) };
  }
  const hidden = hideParts(sheet, threshold);
  // A total that would have to go too is printed elsewhere, so its parts go instead.
  if (hidden.has('total')) return none;
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

function hideParts({ total, rows }: CountSheet, threshold: number): ReadonlySet<string> {
  const parts = rows.map((_, at) => `part.${at}`);
  const cells = new Map<string, Cell>([
    ['total', { value: total, sensitive: true, keep: true }],
    ...rows.map(({ count, pupils }, at): [string, Cell] => [
      `part.${at}`,
      { value: count, sensitive: true, always: (pupils ?? 0) > 0 && (pupils ?? 0) < threshold },
    ]),
  ]);
  return hideCells(
    { cells, relations: [sumsTo('total', parts)] },
    threshold,
    new Set(),
    (id) => id !== 'total',
  );
}
