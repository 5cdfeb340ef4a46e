import { EVENT_CLASSES, type EventWords } from './event-words.ts';
import { finishGrammar, type Grammar, type GrammarDraft, type LexiconFile, startGrammar } from './grammar.ts';
import { hashKnowledge } from './hash-knowledge.ts';
import { indexPatterns, type PatternTable } from './index-patterns.ts';
import { loadLexicon } from './load-lexicon.ts';
import { compilePattern, type ElementTable, type Pattern } from './pattern.ts';
import { internRoles, PERSON_CLASSES, type PersonWords, type RoleSymbols } from './role-symbols.ts';
import type { CueData, EventData, OrdinaryData, RuleBook, RuleData } from './rule-data.ts';
import type { ScanTraits } from './scan.ts';
import { createTokenBuffer, NARRATIVE_FIELD } from './token-buffer.ts';
import { resetTokens, tokeniseField } from './tokenise.ts';
import { assignBits } from './traits.ts';

/** Whose pattern a pattern is. */
export type Owner =
  | { readonly kind: 'rule'; readonly rule: RuleData }
  | { readonly kind: 'cue'; readonly cue: CueData }
  | { readonly kind: 'ordinary'; readonly ordinary: OrdinaryData };

/** The whole knowledge, compiled once and only read afterwards. */
export interface CompiledRules {
  readonly grammar: Grammar;
  readonly owners: readonly Owner[];
  readonly patterns: PatternTable;
  readonly roles: RoleSymbols;
  /** Classes as bits: those that events ask for, and those by which persons are told. */
  readonly traits: ScanTraits;
  readonly words: EventWords;
  readonly persons: PersonWords;
  /** Symbols of the verbs of throwing and driving, whose object is not who is hit. */
  readonly throwing: readonly number[];
  /** Symbol of the words that are masked wherever they are shown. */
  readonly slur: number;
  /** Event rules by the symbol of their verbs. */
  readonly eventsByVerb: ReadonlyMap<number, readonly EventData[]>;
  /** 1 for the symbols of event verbs, and for words of which one of the own symbols is one. */
  readonly isVerb: Uint8Array;
  readonly isVerbWord: Uint8Array;
  readonly entries: number;
  /** Names the words and rules that these tables were made of. */
  readonly version: string;
}

/** Everything that is compiled. */
export interface KnowledgeFiles {
  readonly lexicon: readonly LexiconFile[];
  readonly irregular: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly book: RuleBook;
}

/** What a school adds to our words and rules: never takes the place of any. */
export type SchoolKnowledge = Partial<KnowledgeFiles>;

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

const THROWING = ['THROW', 'DEED_DRIVE'];

/** Of a hundred records, in how many a role is taken to be: nearly all name a person. */
const ROLE_SHARE = 80;

/** What a word adds that no example has. */
const UNSEEN = 0.2;

/** In how many of a hundred examples of the rules each word stands: they are written as records are. */
function countWords({ vocabulary, wordSymbols }: Grammar, book: RuleBook): Float64Array {
  const shares = new Float64Array(wordSymbols.starts.length - 1);
  const examples = [...book.rules, ...book.events].flatMap(({ yes, no }) => [...yes, ...no]);
  const tokens = createTokenBuffer();
  for (const example of examples) {
    resetTokens(tokens);
    tokeniseField(tokens, NARRATIVE_FIELD, example, vocabulary);
    for (const word of new Set(tokens.word.subarray(0, tokens.count)))
      shares[word] = (shares[word] ?? 0) + 100 / examples.length;
  }
  return shares;
}

/** Guesses of a hundred records how many have each symbol. */
function guessShares(grammar: Grammar, symbols: ReadonlyMap<string, number>, book: RuleBook): Float64Array {
  const { starts, items } = grammar.wordSymbols;
  const shares = new Float64Array(symbols.size).fill(UNSEEN);
  countWords(grammar, book).forEach((share, word) => {
    for (let i = starts[word] ?? 0; i < (starts[word + 1] ?? 0); i++) {
      const symbol = items[i] ?? 0;
      shares[symbol] = (shares[symbol] ?? 0) + UNSEEN + share;
    }
  });
  for (const [name, symbol] of symbols) if (name.startsWith('r:')) shares[symbol] = ROLE_SHARE;
  return shares;
}

function markVerbs({ wordSymbols }: Grammar, symbolCount: number, verbs: Iterable<number>) {
  const isVerb = new Uint8Array(symbolCount);
  for (const verb of verbs) isVerb[verb] = 1;
  const isVerbWord = new Uint8Array(wordSymbols.starts.length - 1);
  for (let word = 0; word < isVerbWord.length; word++) {
    const own = wordSymbols.items.subarray(wordSymbols.starts[word], wordSymbols.starts[word + 1]);
    if (own.some((symbol) => isVerb[symbol] === 1)) isVerbWord[word] = 1;
  }
  return { isVerb, isVerbWord };
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
  const grammar = finishGrammar(draft);
  const events = assignBits(grammar, EVENT_CLASSES);
  const persons = assignBits(grammar, PERSON_CLASSES);
  return {
    grammar,
    owners,
    patterns: indexPatterns(patterns, elements, guessShares(grammar, draft.symbols, files.book)),
    roles,
    traits: { events: events.traits, persons: persons.traits },
    words: events.bits,
    persons: persons.bits,
    throwing: THROWING.map((name) => draft.symbols.get(`c:${name}`) ?? -1),
    slur: draft.symbols.get('c:SLUR') ?? -1,
    eventsByVerb,
    ...markVerbs(grammar, draft.symbols.size, eventsByVerb.keys()),
    entries,
    version: hashKnowledge(files),
  };
}
