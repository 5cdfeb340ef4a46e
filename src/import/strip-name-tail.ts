import data from './name-tails.yaml';

const { openers, particles, verbs } = data as Readonly<
  Record<'openers' | 'particles' | 'verbs', readonly string[]>
>;
const OPENER = `(?:${openers.join('|')})`;
const GOES_ON = `\\s+(?!(?:${particles.join('|')})\\s)(?:[Yy](?:ea)?r? ?|[Cc]lass |[Ff]orm |[RN](?=eception|ursery))?(?:\\p{Ll}|\\d)`;
/** Behind a word that begins with a capital, as a name does. */
const BEHIND = new RegExp(
  `(?<=(?:^|[\\s,'-])\\p{Lu}[^\\s,]*)(?:\\s*[-,:]|\\s+and|\\s*&)?\\s+${OPENER}${GOES_ON}.*$`,
  'su',
);
const IN_BRACKETS = new RegExp(`\\s*[([]\\s*${OPENER}${GOES_ON}[^)\\]]*[)\\]]`, 'gu');
const DID = new RegExp(`(?<=\\p{Lu}\\S*\\s+\\p{Lu}[^\\s,]*)\\s+(?:${verbs.join('|')})\\s+\\p{L}.*$`, 'su');
/** Longer text is no name, and slow to try. */
const LONGEST = 300;
/** A quick look that nearly all names end at. */
const MAY_GO_ON = new RegExp(`[\\s([](?:${OPENER}|${verbs.join('|')})\\s`, 'u');

/**
 * Takes off what a cell says behind a name in small letters: `Ann Lee a boy in her class`, `Ann Lee (a pupil in Y5)` and
 * `Ann Lee hit Tom` are Ann Lee.
 */
export function stripNameTail(text: string): string {
  if (text.length > LONGEST || !MAY_GO_ON.test(text)) return text;
  return text.replaceAll(IN_BRACKETS, '').replace(BEHIND, '').replace(DID, '').trim();
}
