import type { OwnNames } from '../classify/list-own-pupils.ts';
import { readToken } from '../classify/token-buffer.ts';
import { type Clause, type ClauseView, carries } from './clause-view.ts';
import { type NamedFamily, readNames } from './find-families.ts';

/** Stands for a member of staff whom a support was for. */
export const HELPED_STAFF = '?staff';

/** Words before a member of staff who is given something, not the one who gives it. */
const TOWARDS = new Set(['to', 'for', 'and', 'with']);

function findStaff(view: ClauseView, clause: Clause): readonly NamedFamily[] {
  for (let at = clause.from + 1; at < clause.to; at++) {
    if (!carries(view, at, 'HELPED_STAFF')) continue;
    if (TOWARDS.has(readToken(view.tokens, at - 1).toLowerCase()))
      return [{ mark: HELPED_STAFF, start: view.tokens.start[at] ?? 0 }];
  }
  return [];
}

/** Words behind which it is told why somebody was helped, not who else was. */
const WHY = new Set(['after', 'because', 'when', 'since', 'following', 'by']);

/** The token where the reason of a help begins, which names who gave cause for it; the end of the clause if none. */
function findWhy({ tokens }: ClauseView, { from, to }: Clause, names: readonly { from: number }[]): number {
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
  const names = readNames(view, clause, own);
  const why = findWhy(view, clause, names);
  const named = names.flatMap(({ pupil, from }) => {
    const mark = keys[pupil];
    return mark === undefined || from > why ? [] : [{ mark, start: view.tokens.start[from] ?? 0 }];
  });
  return [...said, ...named, ...findStaff(view, clause)];
}
