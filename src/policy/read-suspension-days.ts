import { MAX_SUSPENSION_DAYS } from '../calendar/statutory-terms.ts';
import wordData from './exclusion-words.yaml';
import { expectPattern } from './expect-pattern.ts';
import { isOwnLength } from './is-own-length.ts';
import { joinPatterns } from './join-patterns.ts';
import { areLunchtimes, readHalfDays } from './read-half-days.ts';
import { readNumber, WRITTEN_NUMBER } from './written-numbers.ts';

const words = wordData as {
  readonly out: readonly string[];
  readonly span: string;
  readonly other_days: Readonly<Record<'total' | 'corrected' | 'corrected_alone' | 'why', string>>;
  readonly changed_by: Readonly<Record<'more' | 'less' | 'subject' | 'counted' | 'unsure', string>> & {
    readonly other: readonly string[];
  };
};
const PLACE = 'exclusion-words.yaml';
const OUT = `\\b${joinPatterns(words.out, `${PLACE}: out`)}\\b`;
const ofDays = (key: keyof typeof words.other_days) =>
  expectPattern(words.other_days[key], `${PLACE}: other_days.${key}`);
const ofChange = (key: 'more' | 'less' | 'subject' | 'counted' | 'unsure') =>
  expectPattern(words.changed_by[key], `${PLACE}: changed_by.${key}`);
const DAYS = String.raw`(?<![\w½])(${WRITTEN_NUMBER})[\s-]*(?:(?:school|full|whole)\s)?(?:days?\b|(?<=\d\s?)d\b)(\s+and\s+a\s+half\b)?`;
const WORD = new RegExp(OUT, 'gi');
const NAMED = new RegExp(OUT, 'i');
const NUMBER = new RegExp(DAYS, 'gi');
/** Sentences end a search; figures are parted by a full stop too, as in `0.5`. */
const APART = /[;\n]|\.(?!\d)/;
/** Letters between the word and its days at the most, those of a first and a last day left out. */
const REACH = 30;
const SPAN = new RegExp(`(?<![\\w/.-])${expectPattern(words.span, `${PLACE}: span`)}(?![\\w/-])`, 'gi');
const TOTAL = new RegExp(`^${ofDays('total')}`, 'i');
const CORRECTED = new RegExp(`\\b${ofDays('corrected')}\\s+$`, 'i');
/** `Suspension of 5 days extended to 7`: the days need not be named again. */
const CORRECTED_ALONE = new RegExp(
  `\\b${ofDays('corrected_alone')}\\s+(${WRITTEN_NUMBER})(?![\\w:/])\\s*(?=$|[.,;)\\n]|(?:${ofDays('why')})\\b)`,
  'i',
);
const CHANGED = new RegExp(`\\b(?:(${ofChange('more')})|${ofChange('less')})\\s+$`, 'i');
const CHANGED_OTHER = new RegExp(joinPatterns(words.changed_by.other, `${PLACE}: changed_by.other`), 'i');
const CHANGED_SUBJECT = new RegExp(`^${ofChange('subject')}$`, 'i');
const CHANGED_COUNTED = new RegExp(ofChange('counted'), 'i');
const CHANGED_UNSURE = new RegExp(ofChange('unsure'), 'i');
const INTERNAL = /internal/i;
const INTERNAL_BEFORE = /\binternal(?:ly)?\s+$/i;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Days extends Span {
  readonly days: number;
  /** `8 days in total`: a total of its own days, or of more suspensions than this one. */
  readonly isTotal: boolean;
  /** `reduced to 2 days`: however long it was to be at first. */
  readonly isCorrected: boolean;
}

/**
 * The school days of suspension that a text states, the longest if it states several; null when it states none. Each
 * word of a suspension takes the days nearest to it in its sentence and no other word's, never those of an internal
 * exclusion, of a deadline, a total, a threat or a plan. More than a year of suspensions can hold is a slip of the pen.
 * Figures are one and the same sign to the classifier's engine, so they are read here.
 */
export function readSuspensionDays(text: string): number | null {
  const outs = findAll(WORD, text).map(({ span }) => span);
  if (outs.length === 0) return null;
  const numbers = findOwnDays(text);
  const found = outs.flatMap((word) => nearest(word, outs, numbers, text) ?? []);
  const likely = found.filter(({ days }) => days > 0 && days <= MAX_SUSPENSION_DAYS);
  const corrected = likely.filter(({ isCorrected }) => isCorrected).at(-1);
  if (corrected !== undefined) return corrected.days;
  const single = likely.filter(({ isTotal }) => !isTotal);
  const left = (single.length > 0 ? single : likely).map(({ days }) => days);
  if (left.length === 0) return readHalfDays(text);
  const alone = readCorrectedAlone(text);
  if (alone !== null) return alone;
  const longest = Math.max(...left);
  const change = sumChanges(text);
  // `5 days (2 days, extended by 3)`: what is stated holds the change already.
  const isCounted = numbers.some(
    ({ days, start }) => days + change === longest && !CHANGED.test(text.slice(0, start)),
  );
  if (change === 0 || single.length === 0 || isCounted) return longest;
  const days = longest + change;
  return days > 0 && days <= MAX_SUSPENSION_DAYS ? days : longest;
}

/** What the days of a suspension, told before it in its sentence, came to in the end; null where no such is told. */
function readCorrectedAlone(text: string): number | null {
  const found = CORRECTED_ALONE.exec(text);
  if (found === null) return null;
  const sentence = text.slice(0, found.index).split(APART).at(-1) ?? '';
  const days = readNumber(found[1] ?? '');
  const isItsOwn = NAMED.test(sentence) && findOwnDays(sentence).length > 0 && !CHANGED_OTHER.test(sentence);
  return isItsOwn && days > 0 && days <= MAX_SUSPENSION_DAYS ? days : null;
}

/** Whether what is made longer or shorter is a suspension: it is named, or nothing else is. */
function isOfSuspension(before: string): boolean {
  if (CHANGED_OTHER.test(before)) return false;
  const part = before.split(/[,(]/).at(-1) ?? '';
  return NAMED.test(part) || CHANGED_SUBJECT.test(part.trim() === '' ? '' : `${part.trim()} `);
}

/** `Extended by 2 days`: the days by which a suspension was made longer or shorter, whatever words stand near them. */
function sumChanges(text: string): number {
  return findAll(NUMBER, text).reduce((sum, { match, span }) => {
    const sentence = text.slice(0, span.start).split(APART).at(-1) ?? '';
    const changed = CHANGED.exec(sentence);
    if (changed === null) return sum;
    const before = sentence.slice(0, changed.index);
    const behind = text.slice(span.end);
    if (CHANGED_COUNTED.test(behind) || CHANGED_UNSURE.test(behind)) return sum;
    if (!isOfSuspension(before) || !isOwnLength(before, behind)) return sum;
    return sum + (changed[1] === undefined ? -1 : 1) * readNumber(match[1] ?? '');
  }, 0);
}

/** The days in a text that may be how long a suspension is. */
function findOwnDays(text: string): readonly Days[] {
  const all = findAll(NUMBER, text);
  return all.flatMap(({ match, span }, index) => {
    const before = text.slice(all[index - 1]?.span.end ?? 0, span.start);
    const behind = text.slice(span.end);
    if (!isOwnLength(before, behind)) return [];
    const days = readNumber(match[1] ?? '') + (match[2] === undefined ? 0 : 0.5);
    return [{ ...span, days, isTotal: TOTAL.test(behind), isCorrected: CORRECTED.test(before) }];
  });
}

function findAll(pattern: RegExp, text: string): { match: RegExpMatchArray; span: Span }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    match,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

function nearest(word: Span, words: readonly Span[], numbers: readonly Days[], text: string): Days | null {
  const near = numbers
    .map((days) => ({ days, between: gapOf(word, days) }))
    .filter(({ between: { start, end } }) => {
      const gap = text.slice(start, end);
      return (
        lettersBetween(gap) <= REACH &&
        !APART.test(gap) &&
        !words.some((one) => one.start >= start && one.end <= end)
      );
    })
    // Of days as near before the word as behind it, those behind are its own; what it came to is, however far.
    .sort(
      (a, b) =>
        Number(b.days.isCorrected) - Number(a.days.isCorrected) ||
        lengthOf(a.between) - lengthOf(b.between) ||
        b.days.start - a.days.start,
    )[0];
  if (near === undefined) return null;
  const from = Math.min(word.start, near.days.start);
  const isInternal =
    INTERNAL.test(text.slice(from, Math.max(word.end, near.days.end))) ||
    INTERNAL_BEFORE.test(text.slice(0, from));
  if (isInternal) return null;
  const isBehind = near.days.start >= word.end;
  const areHalves = areLunchtimes({
    before: text.slice(0, word.start),
    word: text.slice(word.start, word.end),
    between: isBehind ? text.slice(word.end, near.days.start) : '',
    after: isBehind ? text.slice(near.days.end) : '',
  });
  return areHalves ? { ...near.days, days: near.days.days / 2 } : near.days;
}

/** `Suspended from 17/11/2025 to 25/11/2025 (7 days)`: the days of its beginning and end part nothing. */
function lettersBetween(gap: string): number {
  return gap.replaceAll(SPAN, '').replaceAll(/\s+/g, ' ').length;
}

function gapOf(word: Span, days: Span): Span {
  return days.start >= word.end ? { start: word.end, end: days.start } : { start: days.end, end: word.start };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
