/** A whole number with commas, such as 1,234: never by the machine's language. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** A rate with one decimal under 10 and none from 100 on, so that it claims no more than it knows. */
export function formatRate(rate: number): string {
  if (rate >= 100) return formatCount(rate);
  return rate >= 9.95 ? rate.toFixed(1) : rate.toFixed(rate >= 1 || rate === 0 ? 1 : 2);
}

/** A ratio: as a rate, but 1.04, 1.004 and 0.996 keep the decimals without which they would read as 1. */
export function formatRatio(ratio: number): string {
  if (ratio >= 0.995 && ratio < 1) return ratio.toFixed(3);
  if (ratio <= 1 || ratio >= 1.05) return formatRate(ratio);
  return ratio.toFixed(ratio < 1.005 ? 3 : 2);
}

/** A rate after 'about': as `formatRate`, without a needless .0. */
export function formatAbout(rate: number): string {
  return formatRate(rate).replace(/\.0+$/, '');
}

/** A share from 0 to 1 as a whole per cent; 0% and 100% only when exactly none or all. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%';
  if (share < 1 && share > 0.99) return 'over 99%';
  return `${Math.round(share * 100)}%`;
}

/** `1 incident`, `2 incidents`. */
export function countNoun(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The first letter in capitals. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first letter in small, unless the word is an abbreviation. */
export function uncapitalise(text: string): string {
  return /^(\p{Lu}{2}|English\b)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
