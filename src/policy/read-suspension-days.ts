import { MAX_SUSPENSION_DAYS } from '../calendar/statutory-terms.ts';
import wordData from './exclusion-words.yaml';
import { readNumber, WRITTEN_NUMBER } from './written-numbers.ts';

const OUT = `\\b(?:${(wordData as { readonly out: readonly string[] }).out.join('|')})\\b`;
const DAYS = String.raw`(?<![\w½])(${WRITTEN_NUMBER})[\s-]*(?:(?:school|full|whole)\s)?(?:days?\b|(?<=\d\s?)d\b)(\s+and\s+a\s+half\b)?`;
const WORD = new RegExp(OUT, 'gi');
const NUMBER = new RegExp(DAYS, 'gi');
/** Sentences end a search; figures are parted by a full stop too, as in `0.5`. */
const APART = /[;\n]|\.(?!\d)/;
/** Letters between the word and its days at the most. */
const REACH = 30;
const INTERNAL = /internal/i;
const INTERNAL_BEFORE = /\binternal(?:ly)?\s+$/i;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Days extends Span {
  readonly days: number;
}

/**
 * The school days of suspension that a text states, the longest if it states several; null when it states none. Each
 * word of a suspension takes the days nearest to it in its sentence and no other word's, never those of an internal
 * exclusion. More than a year of suspensions can hold is a slip of the pen. Figures are one and the same sign to the
 * classifier's engine, so they are read here.
 */
export function readSuspensionDays(text: string): number | null {
  const words = findAll(WORD, text).map(({ span }) => span);
  if (words.length === 0) return null;
  const numbers = findAll(NUMBER, text).map(({ match, span }) => ({
    ...span,
    days: readNumber(match[1] ?? '') + (match[2] === undefined ? 0 : 0.5),
  }));
  const found = words.flatMap((word) => nearest(word, words, numbers, text) ?? []);
  const likely = found.filter((days) => days > 0 && days <= MAX_SUSPENSION_DAYS);
  return likely.length === 0 ? null : Math.max(...likely);
}

function findAll(pattern: RegExp, text: string): { match: RegExpMatchArray; span: Span }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    match,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

function nearest(word: Span, words: readonly Span[], numbers: readonly Days[], text: string): number | null {
  const near = numbers
    .map((days) => ({ days, between: gapOf(word, days) }))
    .filter(({ between: { start, end } }) => {
      const gap = text.slice(start, end);
      return (
        end - start <= REACH && !APART.test(gap) && !words.some((one) => one.start >= start && one.end <= end)
      );
    })
    // Of days as near before the word as behind it, those behind are its own.
    .sort((a, b) => lengthOf(a.between) - lengthOf(b.between) || b.days.start - a.days.start)[0];
  if (near === undefined) return null;
  const from = Math.min(word.start, near.days.start);
  const isInternal =
    INTERNAL.test(text.slice(from, Math.max(word.end, near.days.end))) ||
    INTERNAL_BEFORE.test(text.slice(0, from));
  return isInternal ? null : near.days.days;
}

function gapOf(word: Span, days: Span): Span {
  return days.start >= word.end ? { start: word.end, end: days.start } : { start: days.end, end: word.start };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
