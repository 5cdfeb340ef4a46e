import type { ExclusionKind, ListedExclusion } from '../incident/exclusion-list.ts';
import wordData from './exclusion-words.yaml';

interface KindWords {
  readonly permanent: readonly string[];
  readonly not_permanent: string;
  readonly internal: readonly string[];
  readonly suspended: readonly string[];
}

const DATA = wordData as unknown as KindWords;
const PERMANENT = new RegExp(DATA.permanent.join('|'), 'i');
const NOT_PERMANENT = new RegExp(DATA.not_permanent, 'i');
const SUSPENDED = new RegExp(DATA.suspended.join('|'), 'i');
const INTERNAL = new RegExp(DATA.internal.join('|'), 'i');

/**
 * Which kind of exclusion a row of a second system's list is: by its cell of types where that tells one, else by what its
 * reason says. A list of exclusions holds suspensions, but for the rows that say otherwise.
 */
export function readListedKind({ type, reason }: Pick<ListedExclusion, 'type' | 'reason'>): ExclusionKind {
  if (INTERNAL.test(type)) return 'internal';
  const words = SUSPENDED.test(type) && !PERMANENT.test(type) ? type : `${type}\n${reason}`;
  return PERMANENT.test(words) && !NOT_PERMANENT.test(words) ? 'permanent' : 'suspension';
}
