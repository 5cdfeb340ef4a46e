import type { OwnNames } from '../classify/list-own-pupils.ts';
import { readToken } from '../classify/token-buffer.ts';
import { type Clause, type ClauseView, carries } from './clause-view.ts';
import { type NamedFamily, readNames } from './find-families.ts';
import wordData from './help-words.yaml';

const words = wordData as Readonly<
  Record<'given' | 'beside' | 'giving' | 'joining' | 'why' | 'helped', readonly string[]>
>;

type Names = ReturnType<typeof readNames>;

/** Stands for a member of staff whom a support was for. */
export const HELPED_STAFF = '?staff';

const BESIDE = new Set(words.beside);
const GIVING = new Set(words.giving);
const JOINING = new Set(words.joining);
const TOWARDS = new Set([...words.given, ...words.beside, ...words.joining]);
const TELLING = new Set([...words.given, ...words.beside, ...words.giving]);
const WHY = new Set(words.why);
const HELPED = new Set(words.helped);

/**
 * Whether a member of staff stands where one is given something: behind `to`, `for` or `with`, or joined to who stands
 * there. Where a pupil is named too, `with` tells who gave it: `Ben has check-ins with Mr Peel`.
 */
function isGiven({ tokens }: ClauseView, { from }: Clause, staff: number, names: Names): boolean {
  let at = staff - 1;
  let word = readToken(tokens, at).toLowerCase();
  if (!TOWARDS.has(word)) return false;
  const isJoined = JOINING.has(word);
  while (isJoined && at > from && !TELLING.has(word)) word = readToken(tokens, --at).toLowerCase();
  if (GIVING.has(word)) return false;
  return !BESIDE.has(word) || !names.some((name) => !isJoined || name.from < at);
}

function findStaff(view: ClauseView, clause: Clause, names: Names): readonly NamedFamily[] {
  for (let at = clause.from + 1; at < clause.to; at++) {
    if (!carries(view, at, 'HELPED_STAFF') || !isGiven(view, clause, at, names)) continue;
    return [{ mark: HELPED_STAFF, start: view.tokens.start[at] ?? 0 }];
  }
  return [];
}

/**
 * The names of a clause without those who gave cause for the help, where it begins with the reason: `After Ben upset
 * him Ada was supported` is of Ada alone, `After lunch Ben and Ada were supported` of both.
 */
function dropCause({ tokens }: ClauseView, { from, to }: Clause, names: Names): Names {
  if (!WHY.has(readToken(tokens, from).toLowerCase())) return names;
  const isHelped = ({ to: at }: Names[number]) => at < to && HELPED.has(readToken(tokens, at).toLowerCase());
  const [earliest] = names;
  if (earliest === undefined) return names;
  const isCause = WHY.has(readToken(tokens, earliest.from - 1).toLowerCase());
  // `Since then Ada is seen by ELSA`: the reason names nobody.
  if (!isCause && isHelped(earliest)) return names;
  let first = names.findLastIndex(isHelped);
  // Names joined by `and` are helped together.
  while (first > 0 && (names[first]?.from ?? 0) - (names[first - 1]?.to ?? 0) <= 1) first--;
  return first > 0 ? names.slice(first) : names;
}

/** The token where the reason of a help begins, which names who gave cause for it; the end of the clause if none. */
function findWhy({ tokens }: ClauseView, { from, to }: Clause, names: Names): number {
  for (let at = from + 1; at < to; at++) {
    if (!WHY.has(readToken(tokens, at).toLowerCase()) || !names.some((name) => name.from < at)) continue;
    const next = at + 1 < to && readToken(tokens, at + 1).toLowerCase() === 'of' ? at + 2 : at + 1;
    const isSomebody = names.some((name) => name.from === next);
    if (isSomebody || /^(he|she|they)$/i.test(readToken(tokens, next))) return at;
  }
  return to;
}

/** Whom a clause names as helped: pupils of the record, both, the harmed or the harming one, a member of staff. */
export function findHelped(
  view: ClauseView,
  clause: Clause,
  own: OwnNames,
  keys: readonly string[],
): readonly NamedFamily[] {
  const said = (['both', 'harmed', 'harming'] as const).flatMap((mark) => {
    const hit = clause.hits.find(({ code }) => code === `~${mark}_helped`);
    return hit === undefined ? [] : [{ mark, start: view.tokens.start[hit.from] ?? 0 }];
  });
  const names = dropCause(view, clause, readNames(view, clause, own));
  const why = findWhy(view, clause, names);
  const named = names.flatMap(({ pupil, from }) => {
    const mark = keys[pupil];
    return mark === undefined || from > why ? [] : [{ mark, start: view.tokens.start[from] ?? 0 }];
  });
  return [...said, ...named, ...findStaff(view, clause, names)];
}
