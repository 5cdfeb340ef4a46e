import type { OwnNames } from '../classify/list-own-pupils.ts';
import { readToken } from '../classify/token-buffer.ts';
import type { FamilyMark } from './act.ts';
import { type Clause, type ClauseView, carries } from './clause-view.ts';

/** A name found in a clause. */
interface Naming {
  readonly from: number;
  readonly to: number;
  /** Place in the list, or -1 for a child who is not a pupil of the record. */
  readonly pupil: number;
  readonly written: string;
}

/** The names of pupils that a clause holds, those of the record and those who own something. */
export function readNames(view: ClauseView, clause: Clause, own: OwnNames): readonly Naming[] {
  const found: Naming[] = [];
  for (let at = clause.from; at < clause.to; at++) {
    const first = readToken(view.tokens, at);
    const second = at + 1 < clause.to ? readToken(view.tokens, at + 1) : '';
    const whole = own.find(`${first} ${second}`.toLowerCase());
    const initial = own.find(`${first} ${second.slice(0, 1)}`.toLowerCase());
    const plain = own.find(first.toLowerCase());
    const isName = first.charCodeAt(0) <= 90 || whole !== undefined;
    if (whole !== undefined || (initial !== undefined && second.length === 1)) {
      found.push({ from: at, to: at + 2, pupil: whole ?? initial ?? -1, written: first });
      at += 1;
    } else if (plain !== undefined && isName) {
      const surname = isSurname(view, at + 1, clause.to) ? 1 : 0;
      found.push({ from: at, to: at + 1 + surname, pupil: plain, written: first });
      at += surname;
    } else if (isName && isPossessive(view, at + 1) && carries(view, at, 'NAME')) {
      found.push({ from: at, to: at + 1, pupil: -1, written: first });
    }
  }
  return found;
}

function isSurname(view: ClauseView, at: number, end: number): boolean {
  if (at >= end) return false;
  const written = readToken(view.tokens, at);
  return /^\p{Lu}[\p{L}'’-]+$/u.test(written) && !carries(view, at, 'PARENT') && view.tokens.word[at] === 0;
}

function isPossessive(view: ClauseView, at: number): boolean {
  const written = at < view.tokens.count ? readToken(view.tokens, at) : '';
  return written === "'s" || written === '’s' || written === '`s';
}

/** Whether a parent stands within a few words behind a place, before the clause ends. */
function parentBehind(view: ClauseView, at: number, end: number): boolean {
  for (let i = at; i < Math.min(end, at + 4); i++) {
    if (carries(view, i, 'PARENT')) return true;
  }
  return false;
}

/** `mum of Mia`, `parents for Mia and Jake`. */
function parentBefore(view: ClauseView, at: number, start: number): boolean {
  const before = at - 1 >= start ? readToken(view.tokens, at - 1).toLowerCase() : '';
  if (before !== 'of' && before !== 'for') return false;
  for (let i = at - 2; i >= Math.max(start, at - 5); i--) if (carries(view, i, 'PARENT')) return true;
  return false;
}

function ownsParent(view: ClauseView, clause: Clause, name: Naming): boolean {
  if (parentBefore(view, name.from, clause.from)) return true;
  if (isPossessive(view, name.to)) return parentBehind(view, name.to + 1, clause.to);
  return name.to < clause.to && carries(view, name.to, 'PARENT');
}

/** Names joined by `and` or a comma share what follows: `Mia and Jake's parents`. */
function shareParents(names: readonly Naming[], owning: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(owning);
  for (let i = names.length - 2; i >= 0; i--) {
    const [one, next] = [names[i], names[i + 1]];
    if (one && next && all.has(i + 1) && next.from - one.to <= 1) all.add(i);
  }
  for (let i = 1; i < names.length; i++) {
    const [before, one] = [names[i - 1], names[i]];
    if (before && one && all.has(i - 1) && one.from - before.to <= 1) all.add(i);
  }
  return all;
}

/** A family that a clause names, with the place of its name: UTF-16 units from the start of the field. */
export interface NamedFamily {
  readonly mark: FamilyMark;
  readonly start: number;
}

function listSaid(view: ClauseView, clause: Clause): readonly NamedFamily[] {
  const said = (code: string, mark: FamilyMark): readonly NamedFamily[] => {
    const hit = clause.hits.find((one) => one.code === code);
    return hit === undefined ? [] : [{ mark, start: view.tokens.start[hit.from] ?? 0 }];
  };
  const both = said('~both_families', 'both');
  return both.length > 0
    ? both
    : [...said('~harmed_family', 'harmed'), ...said('~harming_family', 'harming')];
}

/**
 * Whose family a clause speaks of. `Mia's mum`, `mum of Mia`, `Mia: mum told` and a single name beside a parent say
 * it; `both sets of parents` says both; nothing said is an empty list, never a guess.
 */
export function findFamilies(
  view: ClauseView,
  clause: Clause,
  own: OwnNames,
  keys: readonly string[],
): readonly NamedFamily[] {
  const found = [...listSaid(view, clause)];
  if (found[0]?.mark === 'both') return found;
  const names = readNames(view, clause, own);
  const owning = new Set<number>();
  names.forEach((name, index) => {
    if (ownsParent(view, clause, name)) owning.add(index);
  });
  const shared = shareParents(names, owning);
  const chosen =
    shared.size > 0 ? names.filter((_, index) => shared.has(index)) : names.length === 1 ? names : [];
  for (const { pupil, written, from } of chosen) {
    if (found.length > 0 && shared.size === 0) break;
    const mark = pupil === -1 ? `?${written}` : keys[pupil];
    if (mark !== undefined && !found.some((one) => one.mark === mark))
      found.push({ mark, start: view.tokens.start[from] ?? 0 });
  }
  return found;
}
