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

/** Upper limits of each wording of a ratio. */
const RATIO_WORDS = [
  [0.2, 'less than a fifth of'],
  [0.29, 'about a quarter of'],
  [0.37, 'about a third of'],
  [0.44, 'about two fifths of'],
  [0.56, 'about half'],
  [0.71, 'about two thirds of'],
  [0.85, 'about four fifths of'],
  [1.2, 'about the same as'],
  [1.4, 'about a third more than'],
  [1.75, 'about one and a half times'],
  [2.25, 'about twice'],
  [2.75, 'about two and a half times'],
] as const;

/** A ratio in words that go before `the usual rate`; never a percentage, which small counts do not bear. */
export function describeRatio(ratio: number): string {
  for (const [limit, words] of RATIO_WORDS) if (ratio < limit) return words;
  return ratio > 10.5 ? 'more than ten times' : `about ${Math.round(ratio)} times`;
}

/** An interval of a ratio in words: `between 1.6 and 8 times`, or `at least 1.6 times` when nothing bounds it. */
export function describeInterval([low, high]: readonly [number, number | null]): string {
  if (high === null || high > 99) return `at least ${shorten(low)} times`;
  if (low === 0) return `at most ${shorten(high)} times`;
  return `between ${shorten(low)} and ${shorten(high)} times`;
}

/** Two significant figures, without trailing noughts. */
function shorten(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
