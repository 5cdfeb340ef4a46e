import type { Analysis } from '../../../src/incident/analysis.ts';
import type { Cell, CellSystem, Relation } from '../../../src/privacy/cell-system.ts';
import { DEFAULT_HIDING_RULES } from '../../../src/privacy/hiding-rules.ts';
import { decideHiding, type HiddenCells } from '../../../src/privacy/make-governor-edition.ts';
import { maskAnalysis } from '../../../src/privacy/mask-analysis.ts';

/**
 * Everything that somebody knows who has read several reports of one school, as one set of cells: a number is the same
 * number in each report that prints it, and hidden only where all of them hide it. `names` as for the reports.
 */
export function joinEditions(analyses: readonly Analysis[], names: readonly string[]): HiddenCells {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const analysis of analyses) {
    const { system, hidden: own } = decideHiding(maskAnalysis(analysis, names), DEFAULT_HIDING_RULES);
    const rename = nameCells(analysis);
    for (const [id, cell] of system.cells) {
      const known = cells.get(rename(id));
      if (known !== undefined && known.value !== cell.value)
        throw new Error(`${rename(id)} is ${known.value} in one report and ${cell.value} in another`);
      cells.set(rename(id), cell);
      (own.has(id) ? hidden : shown).add(rename(id));
    }
    for (const { terms, holds } of system.relations)
      relations.push({ holds, terms: terms.map(([id, weight]) => [rename(id), weight]) });
  }
  for (const id of shown) hidden.delete(id);
  return {
    system: { cells, relations: relations.filter((each) => holdsTrue(each, { cells, relations })) },
    hidden,
  };
}

/** Cells of a period by the period's name; weeks and terms are the same in every report. */
function nameCells({ meta }: Analysis): (id: string) => string {
  const periods: Record<string, string> = {
    now: meta.period.name,
    previous: meta.previous?.name ?? 'previous',
    last_year: meta.last_year?.name ?? 'last_year',
  };
  return (id) => {
    const [first = '', ...rest] = id.split('.');
    if (first === 'week' || first === 'term') return id;
    return [periods[first] ?? `${meta.period.name}.${first}`, ...rest].join('.');
  };
}

function holdsTrue({ terms, holds }: Relation, { cells }: CellSystem): boolean {
  const sum = terms.reduce((total, [id, weight]) => total + weight * (cells.get(id)?.value ?? 0), 0);
  return holds === 'equal' ? sum === 0 : sum <= 0;
}
