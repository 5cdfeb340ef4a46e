import { isNoNumber } from './is-no-number.ts';

/** The UPN of a list beside the exports in the spelling of theirs; null where the cell holds none. */
export function tidyUpn(cell: string | null): string | null {
  return cell === null || isNoNumber(cell) ? null : cell.toUpperCase().replaceAll(/\s+/g, '');
}
