import type { Analysis, PeriodCounts, WeekCount } from '../incident/analysis.ts';
import { atMost, type Cell, type CellSystem, type Relation, sumsTo } from './cell-system.ts';

/** One term of the record, from its school weeks. */
export interface TermSum {
  readonly term: string;
  readonly school_days: number;
  readonly incidents: number;
  readonly suspensions: number;
  readonly positives: number;
  readonly weeks: readonly WeekCount[];
}

/** Adds up the school weeks of each term, oldest first. */
export function sumTerms(weeks: Analysis['weeks']): TermSum[] {
  const terms = new Map<string, TermSum>();
  const none = { school_days: 0, incidents: 0, suspensions: 0, positives: 0, weeks: [] };
  for (const week of weeks) {
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
  return [...terms.values()];
}

const MEASURES = [
  ['incidents', 'incidents'],
  ['suspensions', 'labels.exclusion.suspension'],
  ['positives', 'records.positive'],
] as const;

/**
 * The cells of a term's line and of its weeks, with what ties them to each other and to the term's own counts, whose ids
 * start with `prefix`. Weeks count as published whether a chart is drawn or not: it may be in another report. Records
 * dated in a holiday belong to no week, so a sum of weeks may fall short of the term.
 */
export function listTermCells(term: TermSum, prefix: string, counts: PeriodCounts | null): CellSystem {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  for (const [measure, cell] of MEASURES) {
    const id = `term.${term.term}.${measure}`;
    cells.set(id, { value: term[measure], sensitive: true });
    if (counts === null) continue;
    const own = { incidents: counts.incidents, suspensions: counts.labels['exclusion.suspension'] ?? 0 };
    const value = measure === 'positives' ? counts.records.positive : own[measure];
    relations.push(value === term[measure] ? sumsTo(id, [prefix + cell]) : atMost(id, prefix + cell));
  }
  const weeks = term.weeks.map(({ week, incidents }) => {
    const id = `week.${week}`;
    cells.set(id, { value: incidents, sensitive: true });
    return id;
  });
  relations.push(sumsTo(`term.${term.term}.incidents`, weeks));
  return { cells, relations };
}
