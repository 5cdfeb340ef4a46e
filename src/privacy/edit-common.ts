import { countWeekdays } from '../incident/count-weekdays.ts';
import type { CommonShare, TrustAnalysis } from '../incident/trust-analysis.ts';
import { sumsTo } from './cell-system.ts';
import { collectCells } from './collect-cells.ts';
import { HIDDEN } from './count-cell.ts';
import { hideCells } from './hide-cells.ts';
import type { TrustEdition } from './trust-edition.ts';

type Table = Readonly<Record<string, number>>;

const NOT_RECORDED = 'not_recorded';

/**
 * Kinds of place and time over the schools, as an edition may hold them: a share of a few incidents is that number
 * under another name, and so is the lowest or highest share of a school with a few.
 */
export function editCommon(
  { common, schools }: Pick<TrustAnalysis, 'common' | 'schools'>,
  threshold: number,
): TrustEdition['common'] {
  return {
    places: editKinds(
      common.places,
      schools.map(({ place_kinds }) => place_kinds),
      threshold,
    ),
    times: editKinds(
      common.times,
      schools.map(({ time_kinds }) => time_kinds),
      threshold,
    ),
    weekdays: editKinds(common.weekdays, schools.map(countWeekdays), threshold),
  };
}

function editKinds(
  kinds: readonly CommonShare[],
  tables: readonly Table[],
  threshold: number,
): TrustEdition['common']['places'] {
  const into = collectCells();
  const told = kinds.filter(({ kind }) => kind !== NOT_RECORDED);
  for (const { kind, incidents } of kinds) into.add(kind, incidents);
  into.add(
    'all',
    told.reduce((sum, { incidents }) => sum + incidents, 0),
    { sensitive: false, settled: true },
  );
  into.tie(
    sumsTo(
      'all',
      told.map(({ kind }) => kind),
    ),
  );
  const hidden = hideCells(into.finish(), threshold);
  return kinds.map((row) => {
    const isHidden = hidden.has(row.kind);
    return {
      ...row,
      incidents: isHidden ? HIDDEN : row.incidents,
      share: isHidden ? null : row.share,
      range: isHidden || tellsFew(row, tables, threshold) ? null : row.range,
    };
  });
}

/** Whether an end of the range is the share of a few incidents, or leaves a few of that school's. */
function tellsFew({ kind, range }: CommonShare, tables: readonly Table[], threshold: number): boolean {
  if (range === null) return false;
  const isFew = (count: number): boolean => count > 0 && count < threshold;
  return tables.some((table) => {
    const all = Object.entries(table).reduce(
      (sum, [name, count]) => sum + (name === NOT_RECORDED ? 0 : count),
      0,
    );
    const own = table[kind] ?? 0;
    return all > 0 && range.includes(own / all) && (isFew(own) || isFew(all - own));
  });
}
