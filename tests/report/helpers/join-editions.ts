import type { Analysis } from '../../../src/incident/analysis.ts';
import type { CountSheet } from '../../../src/incident/count-sheet.ts';
import {
  atMost,
  atMostSum,
  type Cell,
  type CellSystem,
  type Relation,
  sumsTo,
} from '../../../src/privacy/cell-system.ts';
import { type CountCell, HIDDEN } from '../../../src/privacy/count-cell.ts';
import { decideHiding, type HiddenCells } from '../../../src/privacy/decide-hiding.ts';
import type { GovernorEdition } from '../../../src/privacy/governor-edition.ts';
import { hideSheets } from '../../../src/privacy/hide-sheet.ts';
import { DEFAULT_HIDING_RULES } from '../../../src/privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../../../src/privacy/make-governor-edition.ts';
import { maskAnalysis } from '../../../src/privacy/mask-analysis.ts';
import { maskSheet } from '../../../src/privacy/mask-sheet.ts';

/**
 * Everything that somebody knows who has read several reports of one school, as one set of cells: a number is the same
 * number in each report that prints it, and hidden only where all of them hide it. `names` as for the reports. `sheets`
 * are the counts that single kinds print beside, in the order of the analyses.
 */
export function joinEditions(
  analyses: readonly Analysis[],
  names: readonly string[],
  sheets: readonly (readonly CountSheet[])[] = [],
): HiddenCells {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const [at, analysis] of analyses.entries()) {
    const decided = decideHiding(maskAnalysis(analysis, names), DEFAULT_HIDING_RULES);
    const { system, hidden: own } = addSheets(
      decided,
      sheets[at] ?? [],
      makeGovernorEdition(analysis, DEFAULT_HIDING_RULES, names),
    );
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

/** The sheets of a report as cells beside its own, each tied to the count that it repeats. */
function addSheets(
  { system, hidden }: HiddenCells,
  sheets: readonly CountSheet[],
  edition: GovernorEdition,
): HiddenCells {
  const cells = new Map(system.cells);
  const relations = [...system.relations];
  const all = new Set(hidden);
  const made = hideSheets(sheets, edition);
  for (const [at, sheet] of sheets.map(maskSheet).entries()) {
    const shown = made[at];
    if (shown === undefined) continue;
    const add = (name: string, value: number, cell: CountCell): string => {
      const id = `sheet.${at}.${sheet.id}.${name}`;
      // What few pupils are behind is hidden whatever its size.
      cells.set(id, {
        value,
        sensitive: true,
        // Of a table that is not printed nobody knows that a part is above nought.
        always: cell === HIDDEN && (value >= DEFAULT_HIDING_RULES.threshold || shown.total === HIDDEN),
      });
      if (cell === HIDDEN) all.add(id);
      return id;
    };
    const total = add('total', sheet.total, shown.total);
    const names = new Set(shown.rows.map(({ name }) => name));
    // A sheet that names none of its parts says nothing of them.
    if (sheet.rows.every(({ name }) => names.has(name))) {
      const parts = sheet.rows.map(({ count }, row) =>
        add(String(row), count, shown.rows[row]?.count ?? HIDDEN),
      );
      if (sheet.holds === 'parts') relations.push(sumsTo(total, parts));
      else relations.push(...parts.map((part) => atMost(part, total)));
      if (sheet.marked === true) relations.push(atMostSum(total, parts));
      if (sheet.worth !== undefined) {
        const sum = `sheet.${at - 1}.years.total`;
        const weigh = (end: 0 | 1, sign: number) =>
          parts.map(
            (part, row) => [part, sign * (sheet.worth?.each[row]?.[end] ?? sheet.worth?.sum ?? 0)] as const,
          );
        relations.push({ terms: [...weigh(0, 1), [sum, -1]], holds: 'at_most' });
        relations.push({ terms: [[sum, 1], ...weigh(1, -1)], holds: 'at_most' });
      }
    }
    // Pupils are not their records: nobody takes the one number for the other.
    if (sheet.base.length > 0 && sheet.worth === undefined) {
      const base = sheet.base.map((path) => `now.${path}`);
      relations.push(atMostSum(total, base), sumsTo(total, base));
    }
  }
  return { system: { cells, relations }, hidden: all };
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
