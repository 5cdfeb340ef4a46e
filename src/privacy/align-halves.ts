import type { IsoDate } from '../incident/incident.ts';
import type { TrustSchool } from '../incident/trust-analysis.ts';
import { type CountCell, isShown } from './count-cell.ts';
import { halfCell, listCurrentHalves } from './trust-cells.ts';
import { MOST_SCHOOLS } from './trust-edition.ts';

/** Where spring ends by the middle of a half-term, and where autumn begins. */
const SPRING_ENDS = '-04-05';
const AUTUMN_BEGINS = '-08-01';
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
 * few incidents in it. A school's own report tells what the term had in all, so for the school that had few the rest of
 * that term goes too. Nothing for trusts of very many schools.
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
  const few = schools.map((school) => listEarlierFew(school, threshold));
  const withheld = new Set(few.flatMap((halves) => halves.map(({ from }) => place(from))));
  const rows = schools.map((school, at) => {
    const current = new Set(listCurrentHalves(school));
    const terms = new Set(few[at]?.map(termOf));
    const row: (number | null)[] = columns.map(() => null);
    for (const half of school.half_terms) {
      const column = place(half.from);
      const shown = current.has(half)
        ? isShown(show(halfCell(at, half.from)))
        : !withheld.has(column) && !terms.has(termOf(half));
      if (shown && half.complete) row[column] = rateOf(half, school.roll);
    }
    return row;
  });
  return { columns, rows };
}

type Half = TrustSchool['half_terms'][number];

/** Half-terms of earlier terms in which a school had few incidents. */
function listEarlierFew(school: TrustSchool, threshold: number): Half[] {
  const current = new Set(listCurrentHalves(school));
  return school.half_terms.filter((half) => {
    const count = half.measures.all ?? 0;
    return !current.has(half) && count > 0 && count < threshold;
  });
}

/** The autumn, spring or summer that a half-term is part of, whatever a school calls it: those of one are alike. */
function termOf({ from, to }: Half): string {
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
  const [year, day] = [middle.slice(0, 4), middle.slice(4)];
  if (day >= AUTUMN_BEGINS) return `${year} autumn`;
  return `${year} ${day < SPRING_ENDS ? 'spring' : 'summer'}`;
}

function rateOf(half: Half, roll: number | null): number | null {
  const pupilDays = (roll ?? 0) * half.school_days;
  return pupilDays > 0 ? (100 * (half.measures.all ?? 0)) / pupilDays : null;
}

function daysApart(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
