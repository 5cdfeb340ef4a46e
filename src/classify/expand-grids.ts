import type { GridUse, RuleData, RuleFile, WrittenRule } from './rule-data.ts';

/** A pattern of a grid, cut at its hole. */
interface GridPattern {
  readonly before: string;
  /** Whose words fill the hole: the first of these names that a rule gives words for. */
  readonly names: readonly string[];
  /** Forms of the verb in front of the words that fill it, either of which will do. */
  readonly forms: readonly string[];
  readonly after: string;
}

/** A pattern with one hole: `{deed}`, `{deed.ing}` or `{deed.past|done}` for forms of its verb, `{habit or deed}`. */
const WITH_HOLE = /^([^{}]*)\{(\w+)(?: or (\w+))?(?:\.(\w+(?:\|\w+)*))?\}([^{}]*)$/;

/** Words of which forms can be asked start with a class of verbs; what stands behind it stays. */
const VERB_FIRST = /^<(\w+)>(?= |$)/;

function splitPatterns(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readGrid(name: string, text: string): GridPattern[] {
  return splitPatterns(text).map((pattern) => {
    const [written, before = '', own = '', other, forms, after = ''] = WITH_HOLE.exec(pattern) ?? [];
    if (written === undefined)
      throw new Error(
        `grid ${name}: expected one hole like {deed} or {deed.ing} in each pattern, got "${pattern}".`,
      );
    return {
      before,
      names: other === undefined ? [own] : [own, other],
      forms: forms === undefined ? [] : forms.split('|'),
      after,
    };
  });
}

function refuseHoles(text: string, place: string): string {
  if (text.includes('{') || text.includes('}'))
    throw new Error(`${place}: expected holes in grids only, got "${text.trim()}".`);
  return text;
}

function inflectWords(words: string, forms: readonly string[], place: string): string {
  if (forms.length === 0) return words;
  const [start, verb] = VERB_FIRST.exec(words) ?? [];
  if (start === undefined)
    throw new Error(
      `${place}: expected a <CLASS> of verbs in front, of which to take forms, got "${words}".`,
    );
  return forms.map((form) => `<${verb}.${form}>`).join('|') + words.slice(start.length);
}

function expandUse(
  { grid, ...given }: GridUse,
  grids: ReadonlyMap<string, GridPattern[]>,
  rule: string,
): string[] {
  const patterns = grids.get(grid);
  if (patterns === undefined)
    throw new Error(`${rule}: expected a grid of its file (${[...grids.keys()].join(', ')}), got "${grid}".`);
  const place = `${rule}: grid ${grid}`;
  const holes = [...new Set(patterns.flatMap(({ names }) => names))];
  const stray = Object.keys(given).find((name) => !holes.includes(name));
  if (stray !== undefined)
    throw new Error(`${place}: expected words for its holes (${holes.join(', ')}), got "${stray}".`);
  return patterns.flatMap(({ before, names, forms, after }) => {
    const name = names.find((one) => given[one] !== undefined);
    const fillings = name === undefined ? [] : [given[name] ?? []].flat();
    if (fillings.length === 0)
      throw new Error(`${place}: expected words for its hole {${names.join(' or ')}}, got none.`);
    return fillings.map((words) => before + inflectWords(refuseHoles(words, place), forms, place) + after);
  });
}

function expandPatterns({ id, any }: WrittenRule, grids: ReadonlyMap<string, GridPattern[]>): string {
  if (typeof any === 'string') return refuseHoles(any, id);
  const patterns = any.flatMap((part) =>
    typeof part === 'string' ? splitPatterns(refuseHoles(part, id)) : expandUse(part, grids, id),
  );
  return patterns.map((pattern) => `${pattern}\n`).join('');
}

function refuseUnused(names: Iterable<string>, rules: readonly WrittenRule[]): void {
  const parts = rules.flatMap(({ any }) => any);
  for (const name of names)
    if (!parts.some((part) => typeof part !== 'string' && part.grid === name))
      throw new Error(`grid ${name}: expected a rule of its file that uses it, got none.`);
}

function refuseTwins(rules: readonly WrittenRule[]): void {
  const ids = rules.map(({ id }) => id);
  const twin = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twin !== undefined) throw new Error(`${twin}: expected an id of its own for each rule, got it twice.`);
}

/**
 * The rules of a file with its grids written out. A grid is a set of patterns with holes that many rules share, each with
 * words of its own for the holes. Patterns stay in the order in which their rule names them. Throws at a grid or a use of
 * one that does not fit, naming it and the rule: they are data of ours, so that is our fault.
 */
export function expandGrids({ grids = {}, rules }: RuleFile): RuleData[] {
  refuseTwins(rules);
  const read = new Map(Object.entries(grids).map(([name, text]) => [name, readGrid(name, text)]));
  const expanded = rules.map((rule) => ({ ...rule, any: expandPatterns(rule, read) }));
  refuseUnused(read.keys(), rules);
  return expanded;
}
