import { expectPattern } from '../policy/expect-pattern.ts';
import { joinPatterns } from '../policy/join-patterns.ts';
import wordData from './stage-words.yaml';

type ListName = 'joined' | 'before' | 'threat' | 'behind' | 'part' | 'turn';
type Words = Readonly<Record<ListName, readonly string[]>> & { readonly left: string };

const words = wordData as unknown as Words;
const anyOf = (name: ListName) => joinPatterns(words[name], `stage-words.yaml: ${name}`);
const JOINED = new RegExp(`(?:^|[^\\p{L}])${anyOf('joined')}$`, 'iu');
const BEFORE = new RegExp(anyOf('before'), 'i');
const THREAT = new RegExp(anyOf('threat'), 'i');
const BEHIND = new RegExp(`^${anyOf('behind')}`, 'i');
const FROM = /\bfrom$/i;
const LEFT = new RegExp(`^${expectPattern(words.left, 'stage-words.yaml: left')}`, 'i');
const PART = new RegExp(anyOf('part'), 'i');
const TURN = new RegExp(anyOf('turn'), 'i');
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
