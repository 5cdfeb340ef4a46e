import wordData from './exclusion-words.yaml';
import { expectPattern } from './expect-pattern.ts';
import { joinPatterns } from './join-patterns.ts';
import { readNumber, WRITTEN_NUMBER } from './written-numbers.ts';

const { out, half_days: half } = wordData as {
  readonly out: readonly string[];
  readonly half_days: Readonly<
    Record<'lunch' | 'noun' | 'lunches' | 'between' | 'after' | 'counted' | 'alone', string>
  >;
};
const OUT = joinPatterns(out, 'exclusion-words.yaml: out');
const at = (key: keyof typeof half) => expectPattern(half[key], `exclusion-words.yaml: half_days.${key}`);
const LUNCH = new RegExp(`${at('lunch')}$`, 'i');
const NOUN = new RegExp(`^${at('noun')}$`, 'i');
const BETWEEN = new RegExp(`^${at('between')}${at('lunches')}(?:\\s+only)?[\\s,:(-]*(?:for\\s+)?$`, 'i');
const AFTER = new RegExp(`^${at('after')}${at('lunches')}\\b`, 'i');
const COUNTED = new RegExp(
  `\\b${OUT}\\b${at('counted')}(?<![\\w½])(${WRITTEN_NUMBER})[\\s-]+${at('lunches')}\\b`,
  'i',
);
const ALONE = new RegExp(`\\b${OUT}\\b${at('alone')}`, 'i');

/** What stands around a word of a suspension and its days: before and between them, and behind the days. */
interface Around {
  readonly before: string;
  readonly word: string;
  readonly between: string;
  readonly after: string;
}

/**
 * Whether the days of a suspension are lunchtimes, which count as half a day each: `lunchtime suspension for 4 days`,
 * `excluded at lunchtimes for 4 days`, `for 4 days at lunchtimes`. Who is suspended at lunchtime, or for what was done
 * at lunchtimes, is out for whole days.
 */
export function areLunchtimes({ before, word, between, after }: Around): boolean {
  return BETWEEN.test(between) || AFTER.test(after) || (NOUN.test(word) && LUNCH.test(before));
}

/** School days of a suspension told without a number of days: `for 3 lunchtimes` or `pm only`; null where it is not. */
export function readHalfDays(text: string): number | null {
  const counted = COUNTED.exec(text);
  if (counted !== null) return readNumber(counted[1] ?? '') / 2;
  return ALONE.test(text) ? 0.5 : null;
}
