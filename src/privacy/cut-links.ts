import { type Decision, listSmallFound } from './decide-table.ts';
import { funnelCell, measureCell } from './trust-cells.ts';

/**
 * Tries all tables together, as a reader who lays them side by side. A small number that comes out loses what ties it to
 * its table: the trust's sum and the rates of the funnels, and if that is not enough the whole column, and at last
 * the number that it is a part of.
 */
export function cutLinks({ trust, system, hidden, threshold }: Decision): void {
  for (;;) {
    const found = listSmallFound({ system, hidden, threshold });
    const before = hidden.size;
    for (const id of found) {
      const column = id.replace(/\.\d+$/, '');
      hidden.add(column);
      for (const funnel of trust.funnels)
        if (measureCell(funnel.code) === column) hidden.add(funnelCell(funnel));
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

function hideWhole(id: string, hidden: Set<string>): void {
  const end = /\.\d+$/.exec(id)?.[0] ?? '';
  if (!id.startsWith('excluded.')) return;
  hidden
    .add(`excluded.all${end}`)
    .add(`excluded.suspensions${end}`)
    .add(measureCell('exclusion.suspension') + end);
}
