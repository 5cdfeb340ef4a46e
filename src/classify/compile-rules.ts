import type { RoleSymbols } from './assign-roles.ts';
import {
  finishGrammar,
  type Grammar,
  type GrammarDraft,
  internSymbol,
  type LexiconFile,
  startGrammar,
} from './grammar.ts';
import { loadLexicon } from './load-lexicon.ts';
import {
  compilePattern,
  type ElementTable,
  listElementsBySymbol,
  type Pattern,
  packElements,
} from './pattern.ts';
import type { CueData, EventData, OrdinaryData, RuleBook, RuleData } from './rule-data.ts';

/** Whose pattern a pattern is. */
export type Owner =
  | { readonly kind: 'rule'; readonly rule: RuleData }
  | { readonly kind: 'cue'; readonly cue: CueData }
  | { readonly kind: 'ordinary'; readonly ordinary: OrdinaryData };

/** The whole knowledge, compiled once and only read afterwards. */
export interface CompiledRules {
  readonly grammar: Grammar;
  readonly owners: readonly Owner[];
  readonly patterns: readonly Pattern[];
  /** Patterns by the symbol that they start with. */
  readonly byFirst: readonly (readonly number[])[];
  /** Elements by the symbols they hold. */
  readonly elementsOf: readonly Int32Array[];
  readonly elementCount: number;
  /** Symbols of each element. */
  readonly elementSets: readonly Int32Array[];
  /** How common a symbol is, as a guess: roles and small words are in nearly every record. */
  readonly symbolCost: Float64Array;
  readonly bits: Int32Array;
  readonly width: number;
  readonly roles: RoleSymbols;
  /** Event rules by the symbol of their verbs. */
  readonly eventsByVerb: ReadonlyMap<number, readonly EventData[]>;
  /** 1 for words whose own symbols include an event verb. */
  readonly isVerb: Uint8Array;
  readonly entries: number;
}

/** Everything that is compiled. */
export interface KnowledgeFiles {
  readonly lexicon: readonly LexiconFile[];
  readonly irregular: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly book: RuleBook;
}

function internRoles(draft: GrammarDraft): RoleSymbols {
  const word = (name: string): number => internSymbol(draft, `c:${name}`);
  const role = (name: string): number => internSymbol(draft, `r:${name}`);
  return {
    title: word('TITLE'),
    staff: word('STAFF_WORD'),
    pupil: word('PUPIL_WORD'),
    adult: word('ADULT_WORD'),
    author: word('AUTHOR'),
    subject: word('HE'),
    object: word('HIM'),
    name: word('NAME'),
    plainName: word('PLAIN_NAME'),
    notName: word('NOT_NAME'),
    notPerson: word('NOT_PERSON'),
    auxiliary: word('AUXILIARY'),
    actVerb: word('FINITE'),
    care: word('CARE'),
    note: word('NOTE_SAYS'),
    given: {
      staff: role('STAFF'),
      pupil: role('PUPIL'),
      adult: role('ADULT'),
      person: role('PERSON'),
      child: role('CHILD'),
      name: role('NAME'),
      nobody: role('NOBODY'),
    },
  };
}

function listOwners(book: RuleBook): Owner[] {
  return [
    ...book.rules.map((rule): Owner => ({ kind: 'rule', rule })),
    ...book.cues.map((cue): Owner => ({ kind: 'cue', cue })),
    ...book.ordinary.map((ordinary): Owner => ({ kind: 'ordinary', ordinary })),
  ];
}

function readOwner(owner: Owner): { id: string; any: string } {
  if (owner.kind === 'rule') return owner.rule;
  return owner.kind === 'cue' ? owner.cue : owner.ordinary;
}

function compilePatterns(draft: GrammarDraft, elements: ElementTable, owners: readonly Owner[]): Pattern[] {
  const patterns: Pattern[] = [];
  owners.forEach((owner, index) => {
    const { id, any } = readOwner(owner);
    for (const written of any.split('\n')) {
      const line = written.trim();
      if (line !== '') patterns.push(compilePattern(draft, elements, line, index, id));
    }
  });
  return patterns;
}

function indexEvents(draft: GrammarDraft, events: readonly EventData[]): Map<number, EventData[]> {
  const byVerb = new Map<number, EventData[]>();
  for (const event of events) {
    for (const verb of event.verbs.split(' ')) {
      const symbol = draft.symbols.get(`c:${verb}`);
      if (symbol === undefined) throw new Error(`${event.id}: there is no verb class ${verb}.`);
      byVerb.set(symbol, [...(byVerb.get(symbol) ?? []), event]);
    }
  }
  return byVerb;
}

const COMMON = [
  'SMALL_WORD',
  'PREPOSITION',
  'AUXILIARY',
  'HE',
  'HIM',
  'AUTHOR',
  'PASSIVE',
  'AND',
  'POSSESSIVE',
  'CLAUSE_WORD',
];

function guessCosts(grammar: Grammar, symbols: ReadonlyMap<string, number>): Float64Array {
  const costs = new Float64Array(symbols.size).fill(1);
  const small = new Set(COMMON.map((name) => symbols.get(`c:${name}`)));
  grammar.wordSymbols.forEach((own) => {
    if (own.some((symbol) => small.has(symbol)))
      for (const symbol of own) costs[symbol] = (costs[symbol] ?? 0) + 100;
  });
  for (const [name, symbol] of symbols) if (name.startsWith('r:')) costs[symbol] = 5000;
  return costs;
}

/**
 * Compiles lexicon, rules and cues into tables of numbers. Takes some tens of milliseconds and is done once
 * in a run. Throws when a rule asks for a class or role that does not exist.
 */
export function compileRules(files: KnowledgeFiles): CompiledRules {
  const draft = startGrammar(files.aliases);
  const roles = internRoles(draft);
  const entries = loadLexicon(draft, files.lexicon, files.irregular);
  const elements: ElementTable = { ids: new Map(), sets: [], atoms: new Map(), bodies: new Map() };
  const owners = listOwners(files.book);
  const patterns = compilePatterns(draft, elements, owners);
  const eventsByVerb = indexEvents(draft, files.book.events);
  const symbolCount = draft.symbols.size;
  const byFirst: number[][] = Array.from({ length: symbolCount }, () => []);
  patterns.forEach((pattern, index) => {
    for (const symbol of pattern.first) byFirst[symbol]?.push(index);
  });
  const grammar = finishGrammar(draft);
  const isVerb = new Uint8Array(grammar.wordSymbols.length);
  grammar.wordSymbols.forEach((symbols, word) => {
    if (symbols.some((symbol) => eventsByVerb.has(symbol))) isVerb[word] = 1;
  });
  const { bits, width } = packElements(elements, symbolCount);
  const elementsOf = listElementsBySymbol(elements, symbolCount);
  const elementCount = elements.sets.length;
  return {
    grammar,
    owners,
    patterns,
    byFirst,
    elementsOf,
    elementCount,
    elementSets: elements.sets.map((set) => Int32Array.from(set)),
    symbolCost: guessCosts(grammar, draft.symbols),
    bits,
    width,
    roles,
    eventsByVerb,
    isVerb,
    entries,
  };
}
