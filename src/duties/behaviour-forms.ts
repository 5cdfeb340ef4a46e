import { inflectVerb } from '../classify/inflect-verb.ts';
import { readKnowledge } from '../classify/knowledge.ts';

let irregular: Readonly<Record<string, string>> | undefined;

/** `spitting` may come from `spit`, `spitt` or `spitte`: the one whose own -ing form is the word is right. */
function baseOf(word: string): string | null {
  if (!word.endsWith('ing') || word.length < 5) return null;
  irregular ??= readKnowledge().irregular;
  const stem = word.slice(0, -3);
  const halved = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : null;
  const known = irregular;
  return (
    [halved, `${stem}e`, stem].find((one) => one !== null && inflectVerb(one, known).present === word) ?? null
  );
}

/** The written forms of a named behaviour's first word: `biting` is also `bit`, `bitten` and `bites`. */
export function listBehaviourForms(behaviour: string): readonly string[] {
  const word = behaviour.trim().toLowerCase().split(/\s+/)[0] ?? '';
  if (word === '') return [];
  const base = baseOf(word);
  if (base === null) {
    const single = word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
    return [...new Set([word, single, `${single}s`])];
  }
  const forms = inflectVerb(base, irregular ?? {});
  return [...new Set([forms.base, forms.third, forms.present, forms.past, forms.participle])];
}

const TIMES: Readonly<Record<string, number>> = {
  no: 0,
  nil: 0,
  zero: 0,
  once: 1,
  one: 1,
  twice: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const WORDS = Object.keys(TIMES).join('|');
const patterns = new Map<string, readonly [RegExp, RegExp, RegExp]>();

function patternsFor(behaviour: string): readonly [RegExp, RegExp, RegExp] {
  const known = patterns.get(behaviour);
  if (known !== undefined) return known;
  const forms = listBehaviourForms(behaviour)
    .map((form) => form.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((form) => form !== '');
  const any = `(?<!\\p{L})(?:${forms.join('|') || '(?!)'})(?!\\p{L})`;
  const made = [
    new RegExp(`${any}[^\\p{L}\\d.;\\n]{0,4}x?\\s?(\\d{1,2}|${WORDS})(?![\\p{L}\\d]|[:./]\\d)`, 'giu'),
    new RegExp(
      `(?<![\\d]|\\d[:./])(\\d{1,2}|${WORDS})(?:\\s*[x×]|\\s+times?|\\s+(?:incidents?|episodes?|occasions?)\\s+of)?\\s+${any}`,
      'giu',
    ),
    new RegExp(any, 'giu'),
  ] as const;
  patterns.set(behaviour, made);
  return made;
}

const toCount = (written: string): number => TIMES[written.toLowerCase()] ?? Number(written);

/** How often a text counts a named behaviour, as in `spitting x3` or `2 meltdowns`; null when it gives no number. */
export function readTally(text: string, behaviour: string): number | null {
  const [behind, before] = patternsFor(behaviour);
  const counts = [...text.matchAll(behind), ...text.matchAll(before)].map((match) => toCount(match[1] ?? ''));
  return counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0);
}

/** Whether a text names a behaviour at all. */
export function namesBehaviour(text: string, behaviour: string): boolean {
  const [, , any] = patternsFor(behaviour);
  any.lastIndex = 0;
  return any.test(text);
}
