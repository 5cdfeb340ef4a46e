import wordData from './exclusion-words.yaml';
import { expectPattern } from './expect-pattern.ts';
import { joinPatterns } from './join-patterns.ts';

type ListName = 'joined' | 'before' | 'threat' | 'part' | 'turn' | 'behind';
type OtherDays = Readonly<Record<ListName, readonly string[]>> &
  Readonly<Record<'away' | 'own_total', string>>;

const { out, other_days: other } = wordData as { readonly out: readonly string[]; other_days: OtherDays };
const anyOf = (name: ListName) => joinPatterns(other[name], `exclusion-words.yaml: other_days.${name}`);
const at = (key: 'away' | 'own_total') =>
  expectPattern(other[key], `exclusion-words.yaml: other_days.${key}`);
const OUT = joinPatterns(out, 'exclusion-words.yaml: out');
const JOINED = new RegExp(`(?:^|[^\\p{L}])${anyOf('joined')}\\s$`, 'iu');
const OWN_TOTAL = new RegExp(`\\b${OUT}\\s(?:${at('own_total')})\\s$`, 'i');
const BEFORE = new RegExp(anyOf('before'), 'i');
const THREAT = new RegExp(anyOf('threat'), 'i');
const BEHIND = new RegExp(`^${anyOf('behind')}`, 'i');
const AWAY = new RegExp(`^${at('away')}\\b${OUT}`, 'i');
const PART = new RegExp(anyOf('part'), 'i');
const TURN = new RegExp(anyOf('turn'), 'i');
const SENTENCE = /[;\n]|\.(?!\d)/;

const lastOf = (text: string, cut: RegExp) => text.split(cut).at(-1) ?? '';

/**
 * Whether a number of days beside a word of a suspension may be how long this one is. What stands before it (from the
 * number before on) and behind it tells: a deadline, a total of the term, an earlier suspension, a threat and a plan
 * that came to nothing give days too.
 */
export function isOwnLength(before: string, behind: string): boolean {
  const sentence = lastOf(before, SENTENCE).replaceAll(/\s+/g, ' ');
  const rest = behind.replaceAll(/[^\S\n]+/g, ' ');
  if (BEHIND.test(rest) || AWAY.test(rest)) return false;
  if (OWN_TOTAL.test(sentence)) return true;
  if (JOINED.test(sentence) || BEFORE.test(lastOf(sentence, PART))) return false;
  return !THREAT.test(lastOf(sentence, TURN));
}
