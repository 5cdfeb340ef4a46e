import { TermwiseError } from '../errors.ts';
import { buildCategoryMap } from '../policy/category-map.ts';
import { checkShape } from '../policy/check-shape.ts';
import { parseYaml } from '../policy/parse-yaml.ts';
import { suggestWord } from '../policy/suggest-word.ts';
import { buildEngine, type Engine } from './build-classifier.ts';
import type { SchoolKnowledge } from './compile-rules.ts';
import type { LexiconFile } from './grammar.ts';
import { readKnowledge } from './knowledge.ts';
import { OWN_RULE } from './own-rule.ts';
import { SCHOOL_WORDS_SCHEMA, type SchoolRule, type SchoolWords } from './school-words.ts';

function checkLists(words: Readonly<Record<string, string>>, file: string): string[] {
  const { lexicon } = readKnowledge();
  const kinds = (name: string): 'classes' | 'verbs' | undefined =>
    (['classes', 'verbs'] as const).find((kind) => lexicon.some((own) => own[kind]?.[name] !== undefined));
  const known = lexicon.flatMap((own) => [
    ...Object.keys(own.classes ?? {}),
    ...Object.keys(own.verbs ?? {}),
  ]);
  return Object.keys(words).flatMap((name) => {
    if (kinds(name) !== undefined) return [];
    const meant = suggestWord(name, known);
    return [
      `${file}: words: expected the name of a list of ours, got '${name}'${meant === null ? '' : ` (did you mean '${meant}'?)`}`,
    ];
  });
}

/** A school's words put to our lists: a verb stands in all its forms, as ours do. */
function splitLists(words: Readonly<Record<string, string>>): LexiconFile {
  const isVerb = new Set(readKnowledge().lexicon.flatMap((own) => Object.keys(own.verbs ?? {})));
  const entries = Object.entries(words);
  return {
    classes: Object.fromEntries(entries.filter(([name]) => !isVerb.has(name))),
    verbs: Object.fromEntries(entries.filter(([name]) => isVerb.has(name))),
  };
}

function checkNames({ rules = [], ordinary = [] }: SchoolWords, file: string): string[] {
  const ids = [...rules, ...ordinary].map((entry) => entry.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  return twice.map((id) => `${file}: the name '${id}' is given twice`);
}

function gather({ words = {}, misspellings = {}, rules = [], ordinary = [] }: SchoolWords): SchoolKnowledge {
  return {
    lexicon: [splitLists(words)],
    aliases: misspellings,
    book: {
      rules: rules.map((rule) => ({ ...rule, id: `${OWN_RULE}${rule.id}` })),
      events: [],
      cues: [],
      ordinary: ordinary.map((phrase) => ({
        id: `${OWN_RULE}${phrase.id}`,
        for: phrase.for,
        any: phrase.any,
      })),
    },
  };
}

function tryBuild(knowledge: SchoolKnowledge, file: string): Engine {
  try {
    return buildEngine({ categoryMap: buildCategoryMap(), extraRules: knowledge });
  } catch (error) {
    // The compiler names the rule and quotes the pattern.
    throw new TermwiseError('config', `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Labels given to a sentence by one of the rules of a label's own evidence, or by any rule when none is named. */
function findRules(engine: Engine, text: string, isAction: boolean): Map<string, readonly string[]> {
  const record = {
    categoryText: '',
    categories: [],
    narrative: isAction ? '' : text,
    action: isAction ? text : '',
    involvements: [],
  };
  const { candidates } = engine.read(record, new Map());
  const found = new Map<string, string[]>();
  for (const { kind, rule, stop } of candidates) {
    if (stop === null) found.set(kind.name, [...(found.get(kind.name) ?? []), rule]);
  }
  return found;
}

function checkRule(engine: Engine, rule: SchoolRule, place: string): string[] {
  const isFound = (text: string): boolean =>
    findRules(engine, text, rule.in === 'action')
      .get(rule.label)
      ?.includes(`${OWN_RULE}${rule.id}`) ?? false;
  const say = (list: 'yes' | 'no', what: string): string[] =>
    rule[list].flatMap((text, index) =>
      isFound(text) === (list === 'yes') ? [] : [`${place}.${list}[${index + 1}]: ${what}, got '${text}'`],
    );
  return [
    ...say('yes', 'expected a sentence in which the rule finds its label'),
    ...say('no', 'expected a sentence in which the rule finds nothing'),
  ];
}

/** Every example is read: a rule that does not do what its author shows would mislabel a year of records. */
function checkExamples(engine: Engine, { rules = [], ordinary = [] }: SchoolWords, file: string): string[] {
  const ofRules = rules.flatMap((rule, index) => checkRule(engine, rule, `${file}: rules[${index + 1}]`));
  const ofPhrases = ordinary.flatMap((phrase, index) =>
    phrase.no.flatMap((text, example) => {
      const given = phrase.for.find((label) => findRules(engine, text, false).has(label));
      const place = `${file}: ordinary[${index + 1}].no[${example + 1}]`;
      return given === undefined ? [] : [`${place}: expected a sentence without ${given}, got '${text}'`];
    }),
  );
  return [...ofRules, ...ofPhrases];
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new TermwiseError('config', faults.join('\n'));
}

/**
 * Reads and checks the text of a school's words.yaml: words for our lists, misspellings, rules and everyday phrases. Every rule
 * has two examples for and two against, and they are tried. Throws a TermwiseError that lists every fault with its place.
 */
export function readSchoolWords(text: string, file: string): SchoolKnowledge {
  const data = parseYaml(text, file, 'config');
  refuse(checkShape(SCHOOL_WORDS_SCHEMA, data, file, Object.keys(SCHOOL_WORDS_SCHEMA.shape)));
  const given = data as SchoolWords;
  refuse([...checkLists(given.words ?? {}, file), ...checkNames(given, file)]);
  const knowledge = gather(given);
  refuse(checkExamples(tryBuild(knowledge, file), given, file));
  return knowledge;
}
