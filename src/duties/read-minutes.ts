import { readNumber, WRITTEN_NUMBER } from '../policy/written-numbers.ts';

const MINUTES = new RegExp(`(?<![\\w½])(${WRITTEN_NUMBER})[\\s-]*(minutes?|mins?|hours?|hrs?)\\b`, 'gi');

/** Numbers that are no more than said: what they come to in minutes is ours, and small, as they are meant. */
const SAID = [
  [/\b(?:an? )?couple(?: of)?(?= (?:min|hour|hr))/gi, '2'],
  [/\b(?:a |just a )?few(?= min)/gi, '3'],
  [/\bthree[\s-]quarters of an hour\b|¾ (?:of an )?hour\b/gi, '45 minutes'],
  [/\b(?:an? )?quarter(?: of an|-) ?hour\b|¼ (?:of an )?hour\b/gi, '15 minutes'],
  [/\ban hour and a half\b/gi, '90 minutes'],
  [/\b\d{1,2} ?\/ ?(\d{1,2})(?= ?mins?\b)/gi, '$1'],
  [/\b\d{1,2} ?(?:seconds?|secs?)\b/gi, '1 minute'],
  [/\b(\d+)[\s-]?(?:odd|ish|\+|plus|or so)(?=[\s-]*(?:min|hour|hr))/gi, '$1'],
] as const;

/** The minutes that a text states, the longest if several; null when it states none. */
export function readMinutes(text: string): number | null {
  const plain = SAID.reduce((words, [said, number]) => words.replace(said, number), text);
  const found = [...plain.matchAll(MINUTES)].map(
    (match) => readNumber(match[1] ?? '') * (/^h/i.test(match[2] ?? '') ? 60 : 1),
  );
  return found.length === 0 ? null : Math.max(...found);
}
