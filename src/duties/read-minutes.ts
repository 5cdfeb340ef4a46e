import { readNumber, WRITTEN_NUMBER } from '../policy/written-numbers.ts';

const MINUTES = new RegExp(`(?<![\\w½])(${WRITTEN_NUMBER})[\\s-]*(minutes?|mins?|hours?|hrs?)\\b`, 'gi');

/** The minutes that a text states, the longest if several; null when it states none. */
export function readMinutes(text: string): number | null {
  const found = [...text.matchAll(MINUTES)].map(
    (match) => readNumber(match[1] ?? '') * (/^h/i.test(match[2] ?? '') ? 60 : 1),
  );
  return found.length === 0 ? null : Math.max(...found);
}
