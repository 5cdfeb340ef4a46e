import { formatCount } from '../sentences/format-number.ts';

/** So many earlier cases are all named; of more, only the latest: the column is narrow, and a pupil may have hundreds. */
const [MOST_NAMED, LATEST] = [4, 3];

/** The earlier cases of a case, given oldest first, as its cell of a log names them. */
export function nameEarlier(earlier: readonly string[]): string {
  if (earlier.length === 0) return '–';
  if (earlier.length <= MOST_NAMED) return earlier.join(', ');
  return `${formatCount(earlier.length)}, the latest ${earlier.slice(-LATEST).join(', ')}`;
}
