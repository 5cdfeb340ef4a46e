import { basename } from 'node:path';
import type { ListedExclusion } from '../incident/exclusion-list.ts';

/**
 * Says which lines of a second system's list give a length that is no number of days. The words of the cell are not
 * repeated: it may hold anything.
 */
export function sayUnreadLengths(
  path: string | null,
  list: readonly ListedExclusion[] | null,
): readonly string[] {
  const lines = (list ?? []).filter(({ isLengthUnread }) => isLengthUnread === true).map(({ line }) => line);
  if (path === null || lines.length === 0) return [];
  return [
    `${basename(path)}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}: the length is no number of ` +
      'school days and was taken as not known. Write it as a number, such as 2 or 1.5.',
  ];
}
