import misspellingsData from './data/misspellings.yaml';
import shorthandData from './data/shorthand.yaml';

/**
 * Every spelling that stands for a word, with that word: misspellings, and words with letters left out in a hurry.
 * Tables and no guesses: a word that is in neither is read as it is written.
 */
export function gatherSpellings(): Record<string, string> {
  const spellings: Record<string, string> = {};
  for (const [word, forms] of Object.entries(shorthandData as Readonly<Record<string, string>>))
    for (const form of forms.split(' ')) spellings[form] = word;
  return { ...spellings, ...(misspellingsData as Readonly<Record<string, string>>) };
}
