import { type Decision, decideTable, listSmallFound } from './decide-table.ts';
import { listFoundByHeads } from './list-found-by-heads.ts';
import { funnelCell, measureCell, PARTS, valuesOf } from './trust-cells.ts';

/**
 * Tries all tables together, as a reader who lays them side by side, and as the head of a school who knows its own
 * numbers too. A small number that comes out loses what ties it to its table: the trust's sum and the rates of the
 * funnels, and if that is not enough for the first reader the whole column, and at last the number that it is a part of.
 */
export function cutLinks(decision: Decision): void {
  const { trust, system, hidden, threshold } = decision;
  for (;;) {
    const found = listSmallFound({ system, hidden, threshold });
    const before = hidden.size;
    for (const id of [...found, ...listFoundByHeads(decision)]) {
      const column = id.replace(/\.\d+$/, '');
      hidden.add(column);
      for (const funnel of trust.funnels)
        if (measureCell(funnel.code) === column) hidden.add(funnelCell(funnel));
      keepPart(column, decision);
    }
    if (found.length > 0 && hidden.size === before) {
      const columns = found.map((id) => id.replace(/\.\d+$/, ''));
      for (const id of system.cells.keys())
        if (columns.some((column) => id.startsWith(`${column}.`))) hidden.add(id);
    }
    if (found.length > 0 && hidden.size === before) for (const id of found) hideWhole(id, hidden);
    if (hidden.size === before) return;
  }
}

/** The sum of one part of the exclusions is what the others leave of all, so one of those goes with it. */
function keepPart(column: string, decision: Decision): void {
  const { trust, system } = decision;
  const part = PARTS.find((one) => column.startsWith(`excluded.${one}.`));
  if (part === undefined || !system.cells.has('excluded.all')) return;
  const sums = valuesOf(part, trust.exclusions).map((value) => `excluded.${part}.${value}`);
  decideTable(sums, ['excluded.all'], decision);
}

function hideWhole(id: string, hidden: Set<string>): void {
  const end = /\.\d+$/.exec(id)?.[0] ?? '';
  if (!id.startsWith('excluded.')) return;
  hidden
    .add(`excluded.all${end}`)
    .add(`excluded.suspensions${end}`)
    .add(measureCell('exclusion.suspension') + end);
}
