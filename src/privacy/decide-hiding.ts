import type { Analysis } from '../incident/analysis.ts';
import { auditHiddenCells, listFoundOut } from './audit-hidden-cells.ts';
import type { Cell, CellSystem, Relation } from './cell-system.ts';
import { isApart, listEditionCells } from './edition-cells.ts';
import { believe, hideCells } from './hide-cells.ts';
import type { HidingRules } from './hiding-rules.ts';
import { listPeriods } from './list-periods.ts';
import { listPeriodCells } from './period-cells.ts';
import { listTermCells, sumTerms } from './term-cells.ts';

/** All cells of an edition, their relations, and which of them are hidden: what the audit is run on. */
export interface HiddenCells {
  readonly system: CellSystem;
  readonly hidden: ReadonlySet<string>;
}

/**
 * Which cells of an analysis a governor edition hides, with everything the audit needs to try them. What is hidden of a
 * term follows from that term alone - its counts, its line in the table of terms and its weeks - so that every report
 * which has any of it, as this term, the one before, the same last year or a line among others, hides the same: else
 * one would tell what another keeps. Groups, findings and the roll, which one report alone has, give way to it.
 */
export function decideHiding(analysis: Analysis, rules: HidingRules): HiddenCells {
  const isFew = (value: number): boolean => value > 0 && value < rules.threshold;
  const keep = new Set(['behaviour', 'positive', ...analysis.headline.map(({ code }) => code)]);
  const terms = new Map(sumTerms(analysis).map((term) => [term.term, term]));
  const hidden = new Set<string>();
  const parts: CellSystem[] = [];
  for (const { prefix, name, counts, isPrinted } of listPeriods(analysis)) {
    const term = terms.get(name);
    const own = listPeriodCells(prefix, counts, keep, rules.threshold);
    const line = term === undefined ? [] : [listTermCells(term, prefix)];
    const period = join([own, ...line]);
    const chosen = hideCells(period, rules.threshold);
    if (isPrinted) for (const id of hidePupils(prefix, period, chosen, analysis, rules)) hidden.add(id);
    if (isPrinted) parts.push(own, ...line);
    else parts.push(...(term === undefined ? [] : [listTermCells(term, null)]));
    // Of a term that has only a line here no table is printed, but totals of records would give its records away.
    for (const id of chosen) if (isPrinted || !id.startsWith(prefix) || isRecord(id)) hidden.add(id);
    terms.delete(name);
  }
  for (const term of terms.values()) {
    const line = listTermCells(term, null);
    parts.push(line);
    for (const id of hideCells(line, rules.threshold)) hidden.add(id);
  }
  const edition = listEditionCells(analysis, rules, hidden);
  const period = parts[0] ?? { cells: new Map(), relations: [] };
  const settled = [...period.cells].map(([id, cell]): [string, Cell] => [id, { ...cell, settled: true }]);
  const beside = join([{ cells: new Map(settled), relations: period.relations }, edition]);
  const system = join([...parts, edition]);
  const apart = [...edition.cells.keys()].filter(isApart);
  const isMany = (id: string): boolean => isApart(id) && !isFew(edition.cells.get(id)?.value ?? 0);
  const chosen = hideCells(beside, rules.threshold, new Set([...hidden, ...apart]), undefined, isMany);
  // A group of few pupils is hidden whatever its number. Where it is all there are, the report's totals tell that number:
  // hidden it would only look as if something were kept. The same holds of a nought that the years of the record tell.
  for (const id of listFoundOut(auditHiddenCells(believe(system), chosen, Number.POSITIVE_INFINITY))) {
    if (edition.cells.has(id) && !hidden.has(id) && !isFew(system.cells.get(id)?.value ?? 0))
      chosen.delete(id);
  }
  return { system, hidden: chosen };
}

function isRecord(id: string): boolean {
  return /\.records\.[a-z]+$/.test(id);
}

/**
 * Pupils named less pupils on the roll are those missing from it: while they are few, the first goes unsaid. Of a
 * period compared with, whose roll this report does not know, it always does, unless the bands tell it anyway.
 */
function hidePupils(
  prefix: string,
  period: CellSystem,
  chosen: ReadonlySet<string>,
  { quality }: Analysis,
  { threshold }: HidingRules,
): string[] {
  const notOnRoll = quality.pupils_not_on_roll ?? 0;
  if (prefix === 'now.' && (notOnRoll === 0 || notOnRoll >= threshold)) return [];
  const id = `${prefix}pupils`;
  const { low = 0, high = 0 } =
    auditHiddenCells(believe(period), new Set([...chosen, id]), threshold).get(id) ?? {};
  return low < high ? [id] : [];
}

function join(parts: readonly CellSystem[]): CellSystem {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  for (const part of parts) {
    for (const [id, cell] of part.cells) cells.set(id, cell);
    relations.push(...part.relations);
  }
  return { cells, relations };
}
