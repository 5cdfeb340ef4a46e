import numberData from './written-numbers.yaml';

const { units, tens } = numberData as Readonly<Record<'units' | 'tens', Readonly<Record<string, number>>>>;
const VALUES: Readonly<Record<string, number>> = { ...units, ...tens };

/** The longest first: of `fourteen` and `four` the first that fits is taken. */
const anyOf = (words: object): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');
const FIGURES = String.raw`(?<!\d[./]?)\d{1,3}(?:\.\d+)?`;
const WHOLE = `(?:${FIGURES}|(?:${anyOf(tens)})(?:[\\s-](?:${anyOf(units)})\\b)?|(?:${anyOf(units)}))`;
const ALONE = String.raw`(?:a[\s-]+)?half(?:[\s-]+an?\b)?|½|(?<!\d)1/2`;
const BEHIND = String.raw`(?:[\s-]+and[\s-]+a[\s-]+half|\s?½|\s+1/2)`;
const HALF = new RegExp(`(?:\\band[\\s-]+)?(?:${ALONE})`, 'i');

/** Source of a pattern for a number in figures or words, halves too: to stand between a word's edge and a unit. */
export const WRITTEN_NUMBER = `(?:${ALONE}|${WHOLE}${BEHIND}?)`;

/** The value of what `WRITTEN_NUMBER` found: `two and a half` is 2.5, not the half alone. */
export function readNumber(written: string): number {
  const text = written.toLowerCase();
  const whole = text.replace(HALF, '').trim();
  const values = whole === '' ? [] : /\d/.test(whole) ? [Number(whole)] : whole.split(/[\s-]+/).map(readWord);
  return values.reduce((sum, value) => sum + value, HALF.test(text) ? 0.5 : 0);
}

function readWord(word: string): number {
  return VALUES[word] ?? Number.NaN;
}
