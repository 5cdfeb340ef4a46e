import { isShown } from '../../../privacy/count-cell.ts';
import type { CellTable } from '../../../privacy/governor-edition.ts';

/** Whether a table shows any number above nothing. */
export function tellsAny(table: CellTable): boolean {
  return Object.values(table).some((cell) => isShown(cell) && cell > 0);
}
