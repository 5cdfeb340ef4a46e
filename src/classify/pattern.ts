import { addWords, type GrammarDraft, internSymbol } from './grammar.ts';
import { cutPhrase } from './tokenise.ts';

/** Most tokens that one gap may pass over. */
const MAX_GAP = 12;

export const STEP = { test: 0, optional: 1, gap: 2, wideGap: 3 } as const;

/** One line of a rule, compiled: `kinds[i]` says how `values[i]` (an element, or a gap's length) is read. */
export interface Pattern {
  readonly owner: number;
  readonly kinds: readonly number[];
  readonly values: readonly number[];
  /** The element it starts with. */
  readonly first: number;
  /** Elements after the first that have to be there, each once. */
  readonly needs: readonly number[];
  /** Whether its own words deny or imagine something: `would not stop`, `sign if you hate`. */
  readonly denies: boolean;
}

/** Words that deny or imagine. */
const DENYING =
  /(?:^|[\s|_])(?:no|not|never|nor|none|nobody|nothing|neither|without|hardly|cannot|no_one|if|might|could|would|may|should|\w+n't)(?=$|[\s|_?])/;

/** Elements: each a set of symbols, any of which will do. */
export interface ElementTable {
  readonly ids: Map<string, number>;
  readonly sets: number[][];
  /** Atoms and whole parts that were read before: most words of the rules come back many times. */
  readonly atoms: Map<string, number>;
  readonly bodies: Map<string, number>;
}

function readAtom(draft: GrammarDraft, atom: string, place: string): number {
  if (atom.startsWith('<')) {
    const symbol = draft.symbols.get(`c:${atom.slice(1, -1)}`);
    if (symbol === undefined) throw new Error(`${place}: there is no class ${atom}.`);
    return symbol;
  }
  if (atom.startsWith('@')) {
    const symbol = draft.symbols.get(`r:${atom.slice(1)}`);
    if (symbol === undefined) throw new Error(`${place}: there is no role ${atom}.`);
    return symbol;
  }
  const words = cutPhrase(atom.replaceAll('_', ' '));
  if (words.length === 0) throw new Error(`${place}: nothing to match in "${atom}".`);
  const symbol = internSymbol(draft, `w:${words.join(' ')}`);
  addWords(draft, words, symbol);
  return symbol;
}

function readBody(draft: GrammarDraft, elements: ElementTable, body: string, place: string): number {
  const known = elements.bodies.get(body);
  if (known !== undefined) return known;
  const set: number[] = [];
  for (const atom of body.split('|')) {
    let symbol = elements.atoms.get(atom);
    if (symbol === undefined) {
      symbol = readAtom(draft, atom, place);
      elements.atoms.set(atom, symbol);
    }
    set.push(symbol);
  }
  const key = set.join(',');
  let id = elements.ids.get(key);
  if (id === undefined) {
    id = elements.sets.length;
    elements.ids.set(key, id);
    elements.sets.push(set);
  }
  elements.bodies.set(body, id);
  return id;
}

/**
 * Compiles a pattern. Its parts, between blanks: a word; `<CLASS>`; `@ROLE`; `a|b` either; `a?` may be
 * missing; `~3` up to three other words of the same sentence; `~~6` the same across sentences. Words of one
 * phrase are joined with `_`. No repetition and no nesting, so matching stays linear.
 */
export function compilePattern(
  draft: GrammarDraft,
  elements: ElementTable,
  source: string,
  owner: number,
  place: string,
): Pattern {
  const kinds: number[] = [];
  const values: number[] = [];
  for (const part of source.split(' ')) {
    if (part === '') continue;
    if (part.startsWith('~')) {
      const wide = part.startsWith('~~');
      const size = Number(part.slice(wide ? 2 : 1));
      if (!(size >= 1 && size <= MAX_GAP) || kinds.length === 0)
        throw new Error(`${place}: bad gap in "${source}".`);
      kinds.push(wide ? STEP.wideGap : STEP.gap);
      values.push(size);
      continue;
    }
    const optional = part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    const id = readBody(draft, elements, body, place);
    if (kinds.length === 0 && optional)
      throw new Error(`${place}: "${source}" must not start with something optional.`);
    kinds.push(optional ? STEP.optional : STEP.test);
    values.push(id);
  }
  if (kinds.length === 0) throw new Error(`${place}: empty pattern.`);
  const last = kinds.at(-1);
  if (last !== STEP.test)
    throw new Error(`${place}: "${source}" must end with something that has to be there.`);
  const needed = values.filter((_, part) => part > 0 && kinds[part] === STEP.test);
  return {
    owner,
    kinds,
    values,
    first: values[0] ?? 0,
    needs: [...new Set(needed)],
    denies: DENYING.test(source),
  };
}
