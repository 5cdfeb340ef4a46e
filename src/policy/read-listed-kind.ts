import type { ExclusionKind, ListedExclusion } from '../incident/exclusion-list.ts';
import wordData from './exclusion-words.yaml';
import { expectPattern } from './expect-pattern.ts';
import { joinPatterns } from './join-patterns.ts';

interface KindWords {
  readonly permanent: readonly string[];
  readonly not_permanent: string;
  readonly internal: readonly string[];
  readonly suspended: readonly string[];
}

const DATA = wordData as unknown as KindWords;
const anyOf = (key: 'permanent' | 'internal' | 'suspended') =>
  new RegExp(joinPatterns(DATA[key], `exclusion-words.yaml: ${key}`), 'i');
const PERMANENT = anyOf('permanent');
const NOT_PERMANENT = new RegExp(
  expectPattern(DATA.not_permanent, 'exclusion-words.yaml: not_permanent'),
  'i',
);
const SUSPENDED = anyOf('suspended');
const INTERNAL = anyOf('internal');

/**
 * Which kind of exclusion a row of a second system's list is: by its cell of types where that tells one, else by what its
 * reason says. A list of exclusions holds suspensions, but for the rows that say otherwise.
 */
export function readListedKind({ type, reason }: Pick<ListedExclusion, 'type' | 'reason'>): ExclusionKind {
  if (INTERNAL.test(type)) return 'internal';
  const words = SUSPENDED.test(type) && !PERMANENT.test(type) ? type : `${type}\n${reason}`;
  return PERMANENT.test(words) && !NOT_PERMANENT.test(words) ? 'permanent' : 'suspension';
}
