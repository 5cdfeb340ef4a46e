import wordData from './stage-words.yaml';

type Words = Readonly<
  Record<'joined' | 'before' | 'threat' | 'behind' | 'part' | 'turn', readonly string[]>
> & { readonly left: string };

const words = wordData as unknown as Words;
const anyOf = (patterns: readonly string[]) => `(?:${patterns.map((one) => `(?:${one})`).join('|')})`;
const JOINED = new RegExp(`(?:^|[^\\p{L}])${anyOf(words.joined)}$`, 'iu');
const BEFORE = new RegExp(anyOf(words.before), 'i');
const THREAT = new RegExp(anyOf(words.threat), 'i');
const BEHIND = new RegExp(`^${anyOf(words.behind)}`, 'i');
const FROM = /\bfrom$/i;
const LEFT = new RegExp(`^${words.left}`, 'i');
const PART = new RegExp(anyOf(words.part), 'i');
const TURN = new RegExp(anyOf(words.turn), 'i');
const SENTENCE = /[.;\n!?]/;

const lastOf = (text: string, cut: RegExp) => text.split(cut).at(-1) ?? '';
const plain = (text: string) => text.replaceAll(/[^\S\n]+/g, ' ');

/**
 * Whether a numbered stage or step in a text is one that was reached: not a key stage, a step of the stairs, nor one
 * that is planned, threatened, denied or past. `before` and `behind` are all that stands around it.
 */
export function isStageReached(before: string, behind: string): boolean {
  const sentence = plain(lastOf(before, SENTENCE)).trimEnd();
  const rest = plain(behind);
  if (BEHIND.test(rest) || (FROM.test(sentence) && LEFT.test(rest))) return false;
  if (JOINED.test(sentence) || BEFORE.test(lastOf(sentence, PART))) return false;
  return !THREAT.test(lastOf(sentence, TURN));
}
