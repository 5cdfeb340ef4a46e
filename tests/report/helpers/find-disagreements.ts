const NOUNS =
  'incident|record|pupil|case|day|place|thing|school|group|pair|class|kind|week|row|file|duty|suspension|exclusion|involvement|time|point|minute|finding|return|category|month|bar|cell|name|entr(?=y\\b|ies\\b)';

/** Words after which a number no longer belongs to what follows. */
const APART = 'of|to|in|on|at|with|and|or|than|that|for|from|is|was|has|a|the|each';

/** `1 pupils`, `2 pupil`, `1 pupil were`: where a number and the words beside it do not agree. */
export function findDisagreements(text: string): string[] {
  const patterns = [
    // `1 of 3 incidents` and `from 1 to 4 pupils` speak of the second number.
    new RegExp(
      `(?<![\\d.,–-])1 (?!of |to |and |or |in )(?:(?!(?:${APART}|${NOUNS})\\b)[a-z][a-z-]* ){0,2}?(?:${NOUNS})(?:e?s|ies)\\b(?! (?:of|have|has)\\b)`,
      'g',
    ),
    new RegExp(`(?<![\\d.,–-])1 (?:${NOUNS})y? (?:were|are|have|tie|name|do|take)\\b`, 'g'),
    new RegExp(
      `(?<![\\d.,:–-])(?:0|[2-9]|\\d{2,}) (?:${NOUNS})\\b(?![ ’'-]*(?:group|week|day|finding|s\\b))`,
      'g',
    ),
    new RegExp(
      `(?<![\\d.,–-])(?:0|[2-9]|\\d{2,}) (?:${NOUNS})(?:e?s|ies) (?:was|is|has|names|takes|does)\\b`,
      'g',
    ),
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));
}
