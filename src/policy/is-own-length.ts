import wordData from './exclusion-words.yaml';

interface OtherDays {
  readonly joined: readonly string[];
  readonly before: readonly string[];
  readonly threat: readonly string[];
  readonly part: readonly string[];
  readonly turn: readonly string[];
  readonly behind: readonly string[];
  readonly away: string;
  readonly own_total: string;
}

const { out, other_days: other } = wordData as { readonly out: readonly string[]; other_days: OtherDays };
const anyOf = (patterns: readonly string[]) => `(?:${patterns.map((one) => `(?:${one})`).join('|')})`;
const OUT = anyOf(out);
const JOINED = new RegExp(`(?:^|[^\\p{L}])${anyOf(other.joined)}\\s$`, 'iu');
const OWN_TOTAL = new RegExp(`\\b${OUT}\\s(?:${other.own_total})\\s$`, 'i');
const BEFORE = new RegExp(anyOf(other.before), 'i');
const THREAT = new RegExp(anyOf(other.threat), 'i');
const BEHIND = new RegExp(`^${anyOf(other.behind)}`, 'i');
const AWAY = new RegExp(`^${other.away}\\b${OUT}`, 'i');
const PART = new RegExp(anyOf(other.part), 'i');
const TURN = new RegExp(anyOf(other.turn), 'i');
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
