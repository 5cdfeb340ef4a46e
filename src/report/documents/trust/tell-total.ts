import { isShown } from '../../../privacy/count-cell.ts';
import type { CellTable } from '../../../privacy/governor-edition.ts';
import { printCount, type TrustContext } from './trust-context.ts';

/** A sum over all schools in words: `Suspensions: 17.`, or that it is hidden or not known. */
export function tellTotal(measure: string, cell: CellTable[string] | null, context: TrustContext): string {
  const { words } = context;
  if (cell === null) return words.say_('total_not_known', { measure });
  return isShown(cell)
    ? words.say_('total', { measure, count: printCount(cell, context) })
    : words.say_('total_hidden', { measure });
}
