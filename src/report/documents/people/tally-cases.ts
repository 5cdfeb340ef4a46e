import type { RecordedCase } from '../../../incident/recorded-case.ts';
import { saysNoKind } from '../../../policy/says-no-kind.ts';
import { cutAtTie } from '../sentences/cut-at-tie.ts';
import { formatCount, joinWords } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { readPeopleWords } from '../words/read-people-words.ts';

/** A name and how many of the cases have it. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** How many cases have each name, most first, then by name. A case counts once under a name. */
export function tallyCases(
  cases: readonly RecordedCase[],
  namesOf: (each: RecordedCase) => readonly string[],
): Tally[] {
  const counts = new Map<string, number>();
  for (const each of cases) {
    for (const name of new Set(namesOf(each))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/**
 * Recorded categories of the cases, most first. One that only sorts records (`Behaviour Incident`) is left out where
 * it stands on more than half of them and another says more.
 */
export function tallyCategories(cases: readonly RecordedCase[]): Tally[] {
  return partCategories(cases).kept;
}

/** `; ‘Behaviour Incident’ (19) says no kind, so it is left out`: what a chart of kinds must say; empty for none. */
export function sayLeftOut(cases: readonly RecordedCase[]): string {
  return partCategories(cases)
    .left.map(({ name, count }) => `; ‘${name}’ (${formatCount(count)}) says no kind, so it is left out`)
    .join('');
}

function partCategories(cases: readonly RecordedCase[]): { readonly kept: Tally[]; readonly left: Tally[] } {
  const all = tallyCases(cases, ({ categories }) => categories);
  const sorts = ({ name, count }: Tally): boolean => count > cases.length / 2 && saysNoKind(name);
  const kept = all.filter((each) => !sorts(each));
  return kept.length === 0 ? { kept: all, left: [] } : { kept, left: all.filter(sorts) };
}

/** `Lunch (8), Break (3) and 4 more with at most 2`: the first few of a tally without a cut tie; empty for none. */
export function listTally(tallies: readonly Tally[], most = 4): string {
  const named = cutAtTie(tallies, most, ({ count }) => count);
  const next = tallies[named.length];
  const list = named.map(({ name, count }) => `${name} (${formatCount(count)})`).join(', ');
  if (next === undefined) return list;
  const left = formatCount(tallies.length - named.length);
  return named.length === 0
    ? `${left}, the most with ${formatCount(next.count)} each`
    : `${list} and ${left} more with at most ${formatCount(next.count)}`;
}

/** What one case was recorded as, without a name that only sorts records where another says more. */
export function nameCategories({ categories }: RecordedCase): string {
  const telling = categories.filter((name) => !saysNoKind(name));
  return (telling.length === 0 ? categories : telling).join('; ');
}

/**
 * `‘Behaviour Incident’ says no kind, so it is not listed beside a name that does.`: what a list of these cases must
 * say, since a finding above it can count that name; empty where nothing is left out.
 */
export function sayNotListed(cases: readonly RecordedCase[]): string {
  const left = cases.flatMap(({ categories }) =>
    categories.every(saysNoKind) ? [] : categories.filter(saysNoKind),
  );
  const names = [...new Set(left)].sort().map((name) => `‘${name}’`);
  if (names.length === 0) return '';
  return fillWords(readPeopleWords().no_kind, { names: joinWords(names), count: String(names.length) });
}
