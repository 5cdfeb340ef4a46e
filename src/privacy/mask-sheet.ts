import type { CountRow, CountSheet } from '../incident/count-sheet.ts';
import { maskYear } from './mask-analysis.ts';

/** A sheet with rows that files have named under the names an edition prints; rows that become one are added up. */
export function maskSheet(sheet: CountSheet): CountSheet {
  if (sheet.named_by === 'termwise') return sheet;
  const rows = new Map<string, CountRow>();
  for (const row of sheet.rows) {
    const name = maskYear(row.name);
    const there = rows.get(name);
    rows.set(name, there === undefined ? { ...row, name } : addRows(there, row));
  }
  return { ...sheet, rows: [...rows.values()] };
}

/** Of pupils, each of whom is in one year group: none is in both rows. */
function addRows(one: CountRow, other: CountRow): CountRow {
  return {
    ...one,
    count: one.count + other.count,
    pupils: one.pupils === null || other.pupils === null ? null : one.pupils + other.pupils,
    others: one.others === null || other.pupils === null ? null : one.others - other.pupils,
  };
}
