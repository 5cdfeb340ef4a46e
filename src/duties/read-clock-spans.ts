import { expectPattern } from '../policy/expect-pattern.ts';
import wordData from './removal-words.yaml';

type ClockWord = 'from' | 'to' | 'half' | 'lesson_before' | 'lesson_behind';

const { clock } = wordData as {
  readonly clock: Readonly<Record<ClockWord, string>> & {
    readonly apart: Readonly<Record<'out' | 'back', string>>;
  };
};
const at = (key: ClockWord) => expectPattern(clock[key], `removal-words.yaml: clock.${key}`);
const apart = (key: 'out' | 'back') =>
  expectPattern(clock.apart[key], `removal-words.yaml: clock.apart.${key}`);
const TIME = `(\\d{1,2})[.:](\\d{2})\\s?(?:${at('half')})?`;
const SPAN = new RegExp(
  `(?<![\\d./:-])(?:${at('from')})?${TIME}\\s*(?:${at('to')})\\s*${TIME}(?![\\d/:]|[.-]\\d)`,
  'gi',
);
const APART = new RegExp(`${apart('out')}${TIME}${apart('back')}${TIME}(?![\\d/:]|[.-]\\d)`, 'gi');
const LESSON_BEFORE = new RegExp(at('lesson_before'), 'i');
const LESSON_BEHIND = new RegExp(at('lesson_behind'), 'i');
/** Longer than a school day: one of the two is no time of it. */
const MOST = 8 * 60;
const HALF_DAY = 12 * 60;

/** The minutes between two times of the clock that a text names together, each: `from 10.05 until 10.50` is 45. */
export function readClockSpans(text: string): readonly number[] {
  return [...text.matchAll(SPAN), ...text.matchAll(APART)].flatMap((match) => {
    if (LESSON_BEFORE.test(text.slice(0, match.index))) return [];
    if (LESSON_BEHIND.test(text.slice(match.index + match[0].length))) return [];
    const [, ...parts] = match;
    const [hour = 0, minute = 0, laterHour = 0, laterMinute = 0] = parts.map(Number);
    if (Math.max(hour, laterHour) > 23 || Math.max(minute, laterMinute) > 59) return [];
    const gap = laterHour * 60 + laterMinute - (hour * 60 + minute);
    // `11.50 to 1.10`: over noon.
    const minutes = gap <= 0 && hour <= 12 ? gap + HALF_DAY : gap;
    return minutes > 0 && minutes <= MOST ? [minutes] : [];
  });
}
