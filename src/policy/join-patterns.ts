/**
 * Patterns of a word file as one, any of which may stand. A list that is missing or empty, and a pattern that does not
 * compile or is met by nothing at all, is refused with its `place`: it would silence what reads by it without a word.
 */
export function joinPatterns(patterns: readonly string[] | undefined, place: string): string {
  if (patterns === undefined || patterns.length === 0)
    throw new Error(`${place}: expected a list of patterns, got none`);
  for (const pattern of patterns) {
    if (new RegExp(pattern).test(''))
      throw new Error(
        `${place}: expected a pattern that something has to meet, got ${JSON.stringify(pattern)}`,
      );
  }
  return `(?:${patterns.map((one) => `(?:${one})`).join('|')})`;
}
