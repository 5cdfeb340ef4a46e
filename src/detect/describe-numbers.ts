/** Counts with their noun: `1 incident`, `3 incidents`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What would be usual, as a person says it: `fewer than 1`, `about 3`, `3 or 4`, `about 12`. */
export function describeExpected(expected: number): string {
  if (expected < 0.75) return 'fewer than 1';
  if (expected >= 10) return `about ${Math.round(expected)}`;
  const whole = Math.round(expected);
  if (Math.abs(expected - whole) <= 0.25) return `about ${whole}`;
  return `${Math.floor(expected)} or ${Math.ceil(expected)}`;
}

/** Within these limits a ratio is about 1. */
const [ALIKE_FROM, ALIKE_TO] = [0.85, 1.15];

/** Upper limits of each wording of a ratio. */
const RATIO_WORDS = [
  [0.175, 'less than a fifth of'],
  [0.225, 'about a fifth of'],
  [0.29, 'about a quarter of'],
  [0.37, 'about a third of'],
  [0.44, 'about two fifths of'],
  [0.56, 'about half'],
  [0.63, 'about three fifths of'],
  [0.71, 'about two thirds of'],
  [0.775, 'about three quarters of'],
  [ALIKE_FROM, 'about four fifths of'],
  [ALIKE_TO, 'about the same as'],
  [1.22, 'about a fifth more than'],
  [1.29, 'about a quarter more than'],
  [1.42, 'about a third more than'],
  [1.72, 'about one and a half times'],
  [1.9, 'nearly twice'],
  [2.25, 'about twice'],
  [2.75, 'about two and a half times'],
] as const;

/**
 * A ratio in words that go before `the usual rate`; never a percentage, which small counts do not bear. A little less
 * or more is said where the whole interval lies on that side of 1: beside it `about the same` would be contradicted.
 */
export function describeRatio(ratio: number, interval?: readonly [number, number | null]): string {
  const [low, high] = interval ?? [0, null];
  if (ratio >= ALIKE_FROM && ratio < ALIKE_TO) {
    if (high !== null && high < 1) return 'a little less than';
    if (low > 1) return 'a little more than';
  }
  for (const [limit, words] of RATIO_WORDS) if (ratio < limit) return words;
  return ratio > 10.5 ? 'more than ten times' : `about ${Math.round(ratio)} times`;
}

/** Limits beyond which an end of an interval says nothing that a person could use. */
const [UNBOUNDED, NEXT_TO_NOTHING] = [50, 0.1];

/** An interval of a ratio in words: `between 1.6 and 8 times`, or `at least 1.6 times` when hardly anything bounds it. */
export function describeInterval([low, high]: readonly [number, number | null]): string {
  if (high === null || high > UNBOUNDED) return `at least ${shorten(low)} times`;
  if (low < NEXT_TO_NOTHING) return `at most ${shorten(high)} times`;
  return `between ${shorten(low)} and ${shorten(high)} times`;
}

/** Two significant figures, without trailing noughts; what only rounds to 1 keeps its side of it. */
function shorten(value: number): string {
  if (value !== 1 && Number(value.toPrecision(2)) === 1) return value < 1 ? 'just under 1' : 'just over 1';
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
