import type { IsoDate } from '../incident/incident.ts';
import type { TrustSchool } from '../incident/trust-analysis.ts';
import { type CountCell, isShown } from './count-cell.ts';
import { halfCell, listCurrentHalves } from './trust-cells.ts';
import { MOST_SCHOOLS } from './trust-edition.ts';

/** Half-terms of different schools that begin this many days apart or fewer are the same one. */
const NEAR = 24;
const DAY_MS = 86_400_000;

/** Rates of all schools by half-term on one row of days. */
export interface AlignedHalves {
  /** The first day of each half-term in any school. */
  readonly columns: readonly IsoDate[];
  /** Per 100 pupils per school day, a row a school; null where not shown. */
  readonly rows: readonly (readonly (number | null)[])[];
}

/**
 * Half-terms of school years of three and of six terms on one row of days. Those of earlier terms were told by their own
 * terms' reports, whose hidden numbers must stay so: such a half-term is left out for all schools when any school had
 * few incidents in it. Nothing for trusts of very many schools.
 */
export function alignHalves(
  schools: readonly TrustSchool[],
  show: (id: string) => CountCell,
  threshold: number,
): AlignedHalves {
  if (schools.length > MOST_SCHOOLS) return { columns: [], rows: [] };
  const starts = [...new Set(schools.flatMap(({ half_terms }) => half_terms.map(({ from }) => from)))].sort();
  const columns = starts.filter((from, at) => at === 0 || daysApart(starts[at - 1] ?? from, from) > NEAR);
  const place = (from: IsoDate): number => columns.findLastIndex((start) => start <= from);
  const isFew = (count: number): boolean => count > 0 && count < threshold;
  const withheld = new Set(
    schools.flatMap((school) => {
      const current = new Set(listCurrentHalves(school));
      return school.half_terms
        .filter((half) => !current.has(half) && isFew(half.measures.all ?? 0))
        .map(({ from }) => place(from));
    }),
  );
  const rows = schools.map((school, at) => {
    const current = new Set(listCurrentHalves(school));
    const row: (number | null)[] = columns.map(() => null);
    for (const half of school.half_terms) {
      const column = place(half.from);
      const shown = current.has(half) ? isShown(show(halfCell(at, half.from))) : !withheld.has(column);
      if (shown && half.complete) row[column] = rateOf(half, school.roll);
    }
    return row;
  });
  return { columns, rows };
}

function rateOf(half: TrustSchool['half_terms'][number], roll: number | null): number | null {
  const pupilDays = (roll ?? 0) * half.school_days;
  return pupilDays > 0 ? (100 * (half.measures.all ?? 0)) / pupilDays : null;
}

function daysApart(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
