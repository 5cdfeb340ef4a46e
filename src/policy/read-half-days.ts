import wordData from './exclusion-words.yaml';
import { expectPattern } from './expect-pattern.ts';
import { joinPatterns } from './join-patterns.ts';
import { readNumber, WRITTEN_NUMBER } from './written-numbers.ts';

const { out, half_days: half } = wordData as {
  readonly out: readonly string[];
  readonly half_days: Readonly<Record<'lunch' | 'noun' | 'lunches' | 'alone', string>>;
};
const OUT = joinPatterns(out, 'exclusion-words.yaml: out');
const at = (key: keyof typeof half) => expectPattern(half[key], `exclusion-words.yaml: half_days.${key}`);
const LUNCH = new RegExp(`\\b${at('lunch')}$`, 'i');
const NOUN = new RegExp(`^${at('noun')}$`, 'i');
const LUNCHES = new RegExp(`\\b${at('lunches')}\\b`, 'i');
const COUNTED = new RegExp(
  `\\b${OUT}\\b[^.;\\n]{0,20}?(?<![\\w½])(${WRITTEN_NUMBER})[\\s-]+${at('lunches')}\\b`,
  'i',
);
const ALONE = new RegExp(`\\b${OUT}\\b${at('alone')}`, 'i');

/**
 * Whether the days of a suspension are lunchtimes, which count as half a day each: `lunchtime suspension for 4 days`,
 * `excluded at lunchtimes for 4 days`. Who is suspended at lunchtime is out for whole days.
 */
export function areLunchtimes(before: string, word: string, behind: string): boolean {
  return LUNCHES.test(behind) || (NOUN.test(word) && LUNCH.test(before));
}

/** School days of a suspension told without a number of days: `for 3 lunchtimes` or `pm only`; null where it is not. */
export function readHalfDays(text: string): number | null {
  const counted = COUNTED.exec(text);
  if (counted !== null) return readNumber(counted[1] ?? '') / 2;
  return ALONE.test(text) ? 0.5 : null;
}
