import type { Analysis, PeriodCounts, WeekCount } from '../incident/analysis.ts';
import { type Cell, type CellSystem, type Relation, sumsTo } from './cell-system.ts';
import { listPeriods } from './list-periods.ts';

/** One term of the record: its school weeks, and what was recorded from its first day to its last. */
export interface TermSum {
  readonly term: string;
  readonly school_days: number;
  readonly incidents: number;
  readonly suspensions: number;
  readonly positives: number;
  readonly weeks: readonly WeekCount[];
}

type Counted = Pick<Analysis, 'weeks' | 'meta' | 'counts' | 'comparisons' | 'other_terms'>;

/**
 * The terms that have school weeks, oldest first. Each counts what the rest of the report counts of it, also what is
 * dated in its half-term break and belongs to no week; of a term counted nowhere else there are its weeks alone.
 */
export function sumTerms(analysis: Counted): TermSum[] {
  const terms = new Map<string, TermSum>();
  const none = { school_days: 0, incidents: 0, suspensions: 0, positives: 0, weeks: [] };
  for (const week of analysis.weeks) {
    const sum = terms.get(week.term) ?? none;
    terms.set(week.term, {
      term: week.term,
      school_days: sum.school_days + week.school_days,
      incidents: sum.incidents + week.incidents,
      suspensions: sum.suspensions + week.suspensions,
      positives: sum.positives + week.positives,
      weeks: [...sum.weeks, week],
    });
  }
  for (const { name, counts } of listPeriods(analysis)) {
    const term = terms.get(name);
    if (term !== undefined) terms.set(name, { ...term, ...readTotals(counts) });
  }
  return [...terms.values()];
}

function readTotals(counts: PeriodCounts): Omit<TermSum, 'term' | 'weeks'> {
  return {
    school_days: counts.school_days,
    incidents: counts.incidents,
    suspensions: counts.labels['exclusion.suspension'] ?? 0,
    positives: counts.records.positive,
  };
}

const MEASURES = [
  ['incidents', 'incidents'],
  ['suspensions', 'labels.exclusion.suspension'],
  ['positives', 'records.positive'],
] as const;

/**
 * The cells of a term's line and of its weeks, with what ties them to each other and to the term's own counts (whose ids
 * start with `prefix`; null where they are in no table). Weeks count as published whether a chart is drawn or not: it may
 * be in another report. What is dated in a holiday belongs to no week, so a term less its weeks tells how much that is.
 * Half-terms are told by the report of the school's trust, so a week must not be what the others of its half-term leave.
 */
export function listTermCells(term: TermSum, prefix: string | null): CellSystem {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  const line = (measure: string): string => `term.${term.term}.${measure}`;
  for (const [measure, cell] of MEASURES) {
    cells.set(line(measure), { value: term[measure], sensitive: true });
    if (prefix !== null) relations.push(sumsTo(line(measure), [prefix + cell]));
  }
  const weeks = listWeeks(term, cells, relations);
  const beside = term.incidents - term.weeks.reduce((sum, { incidents }) => sum + incidents, 0);
  if (beside !== 0) cells.set(line('outside_weeks'), { value: Math.abs(beside), sensitive: true });
  // A week can also hold more than its term: an incident on a Monday before the first day.
  const parts = [...weeks.map((id) => [id, 1] as const), [line('incidents'), -1] as const];
  relations.push({
    terms: beside === 0 ? parts : [...parts, [line('outside_weeks'), Math.sign(beside)]],
    holds: 'equal',
  });
  return { cells, relations };
}

const DAY_MS = 86_400_000;
/** Days between Mondays of neighbouring weeks; more is a holiday. */
const WEEK = 7;

/** The ids of what a term's weeks add up by: its half-terms where a holiday parts them, else the weeks themselves. */
function listWeeks({ term, weeks }: TermSum, cells: Map<string, Cell>, relations: Relation[]): string[] {
  const halves: WeekCount[][] = [];
  for (const [at, week] of weeks.entries()) {
    cells.set(`week.${week.week}`, { value: week.incidents, sensitive: true });
    const before = weeks[at - 1];
    const days = before === undefined ? WEEK : (Date.parse(week.week) - Date.parse(before.week)) / DAY_MS;
    const half = halves.at(-1);
    if (half === undefined || days > WEEK) halves.push([week]);
    else half.push(week);
  }
  const ids = halves.map((half) => half.map(({ week }) => `week.${week}`));
  if (halves.length < 2) return ids.flat();
  return halves.map((half, at) => {
    const id = `term.${term}.half.${at + 1}`;
    const value = half.reduce((sum, { incidents }) => sum + incidents, 0);
    cells.set(id, { value, sensitive: true });
    relations.push(sumsTo(id, ids[at] ?? []));
    return id;
  });
}
