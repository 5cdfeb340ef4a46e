import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import type { CellSystem } from './cell-system.ts';
import { ofSchool } from './collect-cells.ts';
import type { HiddenCells } from './decide-hiding.ts';
import { type Decision, decideTable, isFewOf, listSmallFound } from './decide-table.ts';
import { DUTY_PARTS, dutyCell, LEAST_CASES, listDutyCells, listOwnDuties } from './duty-cells.ts';
import { listFoundByHeads } from './list-found-by-heads.ts';

/** Two systems as one: cells of the second may be tied to those of the first. */
function join(a: CellSystem, b: CellSystem): CellSystem {
  return { cells: new Map([...a.cells, ...b.cells]), relations: [...a.relations, ...b.relations] };
}

/** A trust's cells with those of all duties. */
export function joinDuties(trust: TrustAnalysis, base: CellSystem): CellSystem {
  return trust.duties.reduce((system, whole) => join(system, listDutyCells(trust, whole, base)), base);
}

/**
 * Decides the duties last, one after the other: each must live with all tables decided before it, and goes unprinted
 * where it would give a number of theirs away. Schools' duties are printed in per cent alone, from ten cases on.
 */
export function decideDuties(decision: Decision): HiddenCells {
  const { trust, hidden } = decision;
  let { system } = decision;
  const known = new Set(listFoundByHeads(decision));
  for (const whole of trust.duties) {
    const own = listDutyCells(trust, whole, system);
    const ids = [...own.cells.keys()];
    system = join(system, own);
    const wider = { ...decision, system };
    for (const [at, row] of listOwnDuties(trust, whole.duty).entries()) {
      const isTold = row.cases >= LEAST_CASES && !DUTY_PARTS.some((part) => isFewOf(row[part], decision));
      if (!isTold)
        for (const name of ['cases', ...DUTY_PARTS] as const)
          hidden.add(ofSchool(dutyCell(whole.duty, name), at));
    }
    // A number told twice is hidden twice.
    for (const { terms } of own.relations) {
      const [mine, other] = [terms[0]?.[0] ?? '', terms[1]?.[0] ?? ''];
      if (terms.length === 2 && !own.cells.has(other) && hidden.has(other)) hidden.add(mine);
    }
    decideTable(ids, [], wider);
    const isTellingHeads = (): boolean => listFoundByHeads(wider).some((id) => !known.has(id));
    if (listSmallFound(wider).length > 0 || isTellingHeads()) for (const id of ids) hidden.add(id);
  }
  return { system, hidden };
}
