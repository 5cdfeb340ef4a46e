import type { Analysis, GroupRow } from '../incident/analysis.ts';
import { atMost, type Cell, type CellSystem, type Relation, sumsTo } from './cell-system.ts';
import { countFindings } from './count-findings.ts';
import type { HidingRules } from './hiding-rules.ts';

/** One term of the record, from its school weeks. */
export interface TermSum {
  readonly term: string;
  readonly school_days: number;
  readonly incidents: number;
  readonly suspensions: number;
  readonly positives: number;
}

/** Adds up the school weeks of each term, oldest first. */
export function sumTerms(weeks: Analysis['weeks']): TermSum[] {
  const terms = new Map<string, TermSum>();
  for (const week of weeks) {
    const sum = terms.get(week.term) ?? { school_days: 0, incidents: 0, suspensions: 0, positives: 0 };
    terms.set(week.term, {
      term: week.term,
      school_days: sum.school_days + week.school_days,
      incidents: sum.incidents + week.incidents,
      suspensions: sum.suspensions + week.suspensions,
      positives: sum.positives + week.positives,
    });
  }
  return [...terms.values()];
}

/**
 * The cells that only one report has: weeks, terms, groups, findings and the pupils missing from the roll, with
 * what ties them to each other and to the period's own cells (whose ids start with `now.`, `previous.` and
 * `last_year.`). A sum that happens not to hold (incidents dated in a holiday belong to no week) is no relation.
 */
export function listEditionCells(analysis: Analysis, rules: HidingRules): CellSystem {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  const add = (id: string, value: number, extra: Partial<Cell> = {}): string => {
    cells.set(id, { value, sensitive: true, ...extra });
    return id;
  };
  for (const week of analysis.weeks) add(`week.${week.week}`, week.incidents);
  for (const term of sumTerms(analysis.weeks)) addTerm(analysis, term, add, relations);
  addGroups(analysis.groups, rules, add, relations);
  for (const [name, count] of Object.entries(countFindings(analysis))) add(`findings.${name}`, count);
  if (analysis.quality.pupils_not_on_roll !== null) add('not_on_roll', analysis.quality.pupils_not_on_roll);
  return { cells, relations };
}

type AddCell = (id: string, value: number, extra?: Partial<Cell>) => string;

const MEASURES = [
  ['incidents', 'incidents'],
  ['suspensions', 'labels.exclusion.suspension'],
  ['positives', 'records.positive'],
] as const;

function addTerm(analysis: Analysis, term: TermSum, add: AddCell, relations: Relation[]): void {
  const periods = [
    ['now.', analysis.meta.period, analysis.counts],
    ['previous.', analysis.meta.previous, analysis.comparisons.previous],
    ['last_year.', analysis.meta.last_year, analysis.comparisons.last_year],
  ] as const;
  for (const [measure, cell] of MEASURES) {
    const id = add(`term.${term.term}.${measure}`, term[measure]);
    for (const [prefix, period, counts] of periods) {
      if (period?.name !== term.term || counts === null) continue;
      const own = { incidents: counts.incidents, suspensions: counts.labels['exclusion.suspension'] ?? 0 };
      const value = measure === 'positives' ? counts.records.positive : own[measure];
      relations.push(value === term[measure] ? sumsTo(id, [prefix + cell]) : atMost(id, prefix + cell));
    }
  }
  const weeks = analysis.weeks.filter((week) => week.term === term.term).map(({ week }) => `week.${week}`);
  relations.push(sumsTo(`term.${term.term}.incidents`, weeks));
}

/** Id of one number of one group. */
export function groupCell(row: GroupRow, name: 'on_roll' | 'pupils' | 'involvements'): string {
  return `group.${row.characteristic}.${row.group}.${name}`;
}

/**
 * Each characteristic divides the pupils of the first row, `All pupils`, so its columns sum to that. A group under the minimum, or
 * with fewer pupils involved than the threshold, shows neither how many pupils nor how often.
 */
function addGroups(
  groups: readonly GroupRow[],
  rules: HidingRules,
  add: AddCell,
  relations: Relation[],
): void {
  for (const row of groups) {
    const few = row.pupils > 0 && row.pupils < rules.threshold;
    const always = row.on_roll < rules.groupMinimum || few;
    const keep = row === groups[0];
    const onRoll = add(groupCell(row, 'on_roll'), row.on_roll, { keep });
    const pupils = add(groupCell(row, 'pupils'), row.pupils, { always, keep });
    const involvements = add(groupCell(row, 'involvements'), row.involvements, { always, keep });
    relations.push(atMost(pupils, onRoll), atMost(pupils, involvements));
  }
  const [all, ...parts] = groups;
  if (all === undefined) return;
  for (const characteristic of new Set(parts.map((row) => row.characteristic))) {
    const rows = parts.filter((row) => row.characteristic === characteristic);
    for (const name of ['on_roll', 'pupils', 'involvements'] as const) {
      relations.push(
        sumsTo(
          groupCell(all, name),
          rows.map((row) => groupCell(row, name)),
        ),
      );
    }
  }
}
