import type { KnowledgeFiles } from '../classify/compile-rules.ts';
import { EVENT_CLASSES } from '../classify/event-words.ts';
import type { LexiconFile } from '../classify/grammar.ts';
import { readKnowledge } from '../classify/knowledge.ts';
import { PERSON_CLASSES } from '../classify/role-symbols.ts';
import type { RuleData } from '../classify/rule-data.ts';
import { readFacts } from '../policy/facts.ts';

/** Classes that the reader and the engine ask for by themselves, whatever the patterns do. */
const OWN_CLASSES = [
  'PARENT',
  'NAME',
  'HELPED_STAFF',
  ...Object.values(EVENT_CLASSES),
  ...Object.values(PERSON_CLASSES),
];

function listClasses(text: string): readonly string[] {
  return [...text.matchAll(/<([\w.]+)>/g)].map((match) => (match[1] ?? '').replace(/\..*/, ''));
}

/** The words of the classes that are asked for, and of those they are made of: most of what compiling takes is words. */
function pickWords(lexicon: readonly LexiconFile[], patterns: readonly string[]): readonly LexiconFile[] {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const file of lexicon) listClasses(`${file.classes?.[name]} ${file.verbs?.[name]}`).forEach(add);
  };
  [...OWN_CLASSES, ...patterns.flatMap(listClasses)].forEach(add);
  const pick = (words: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(words).filter(([name]) => wanted.has(name)));
  return lexicon.map((file) => ({ ...file, classes: pick(file.classes), verbs: pick(file.verbs) }));
}

/** The classifier's words, with the facts as the only rules; its own rules for responses read as they do there. */
export function gatherKnowledge(asked: ReadonlySet<string> | null): KnowledgeFiles {
  const known = readKnowledge();
  const { classes, facts } = readFacts();
  const isAsked = (code: string): boolean => asked === null || code.startsWith('~') || asked.has(code);
  const own = facts
    .filter(({ code }) => isAsked(code))
    .map(
      (fact): RuleData => ({
        id: fact.code,
        label: fact.code,
        any: fact.any,
        in: fact.in ?? 'text',
        yes: [],
        no: [],
      }),
    );
  // A rule that holds only where signals of the whole record do not speak against it (a parent merely mentioned) is no
  // ground for saying that a duty was met.
  const responses = known.book.rules.filter(
    ({ label, unless }) =>
      label.startsWith('response.') &&
      isAsked(label) &&
      !(unless ?? []).some((code) => code.endsWith('.idle')),
  );
  const patterns = [...[...own, ...responses].map(({ any }) => any), ...Object.values(classes)];
  return {
    ...known,
    lexicon: [...pickWords(known.lexicon, patterns), { classes }],
    book: { rules: [...own, ...responses], events: [], cues: [], ordinary: [] },
  };
}
