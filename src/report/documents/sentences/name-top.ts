import { formatCount, joinWords } from './format-number.ts';

const NAMED = 3;

/** The first of a ranked list with their numbers, in words for a chart's text: three, and all that tie with the third. */
export function nameTop(ranked: readonly { readonly name: string; readonly count: number }[]): string {
  const least = ranked[Math.min(NAMED, ranked.length) - 1]?.count ?? 0;
  return joinWords(
    ranked.filter(({ count }) => count >= least).map(({ name, count }) => `${name} ${formatCount(count)}`),
  );
}
