/**
 * Patterns of a word file as one, any of which may stand. A list that is missing or empty, and a pattern that does not
 * compile or is met by nothing at all, is refused with its `place`: it would silence what reads by it without a word.
 */
export function joinPatterns(patterns: readonly string[] | undefined, place: string): string {
  if (patterns === undefined || patterns.length === 0)
    throw new Error(`${place}: expected a list of patterns, got none`);
  const joined = `(?:${patterns.map((one) => `(?:${one})`).join('|')})`;
  // Only a list that is at fault is looked through: this is asked at every start.
  if (new RegExp(joined).test('')) {
    const pattern = patterns.find((one) => new RegExp(one).test(''));
    throw new Error(
      `${place}: expected a pattern that something has to meet, got ${JSON.stringify(pattern)}`,
    );
  }
  return joined;
}
