import { basename } from 'node:path';
import { TermwiseError } from '../errors.ts';
import type { SideRow } from './read-side-table.ts';

/**
 * The first of several names under which a column of another system's list may stand that holds anything; null when
 * none does. Throws a TermwiseError when it is needed, naming the file and the names that would do.
 */
export function findSideColumn(
  path: string,
  rows: readonly SideRow[],
  names: readonly string[],
  isNeeded: boolean,
): string | null {
  const found = names.find((name) => rows.some((row) => row.text(name) !== ''));
  if (found !== undefined) return found;
  if (!isNeeded || rows.length === 0) return null;
  throw new TermwiseError(
    'file/side_file',
    `${basename(path)}: no column for ${names[0]} was found, or it is empty in every row.`,
    `Give it one of these headings: ${names.join(', ')}.`,
  );
}
