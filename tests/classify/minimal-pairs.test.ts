import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';
import { makeIncident } from './read-labelled.ts';

/** Two texts that differ in one thing: the first has the label, the second has not. */
interface Pair {
  readonly kind: string;
  readonly label: string;
  readonly having: string;
  readonly lacking: string;
}

/** Share of pairs told apart over all kinds, and the kinds in which every pair must be. */
const LEAST = 0.98;
const STRICT = ['negation.', 'role.', 'ordinary'];

const classifier = buildClassifier({ categoryMap: buildCategoryMap() });
const pairs: Pair[] = readFileSync('tests/classify/minimal-pairs.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kind = '', label = '', having = '', lacking = ''] = line.split('|');
    return { kind, label, having, lacking };
  });

/** Labels of a text written `[Category] narrative // action`. */
function given(text: string): Set<string> {
  const category = /^\[([^\]]+)\] /.exec(text)?.[1] ?? '';
  const rest = category === '' ? text : text.slice(category.length + 3);
  const [narrative = '', action = ''] = rest.split('//');
  return new Set(
    classifier
      .classify(makeIncident('M', category, narrative.trim(), action.trim()), new Map())
      .labels.filter(({ status }) => status === 'alleged' || status === 'observed')
      .map(({ code }) => code),
  );
}

function faults({ label, having, lacking }: Pair): string[] {
  const found: string[] = [];
  if (!given(having).has(label)) found.push(`lacks ${label}: ${having}`);
  if (given(lacking).has(label)) found.push(`has ${label}: ${lacking}`);
  return found;
}

const kinds = [...new Set(pairs.map(({ kind }) => kind))];
const byKind = new Map(kinds.map((kind) => [kind, pairs.filter((pair) => pair.kind === kind)]));
const failed = new Map(pairs.map((pair) => [pair, faults(pair)]));

describe('the minimal pairs', () => {
  afterAll(() => {
    const rows = [...byKind].map(([kind, own]) => {
      const right = own.filter((pair) => failed.get(pair)?.length === 0).length;
      return `${kind.padEnd(24)} ${right} of ${own.length}`;
    });
    process.stdout.write(`${rows.join('\n')}\n`);
    for (const lines of failed.values()) for (const line of lines) process.stdout.write(`${line}\n`);
  });

  it('are 400 or more, in 35 kinds or more, with labels of the taxonomy', () => {
    const codes = new Set(readTaxonomy().labels.map(({ code }) => code));
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(kinds.length).toBeGreaterThanOrEqual(35);
    for (const { label, having, lacking } of pairs) {
      expect(codes).toContain(label);
      expect(having).not.toBe(lacking);
    }
  });
  it(`are told apart, ${LEAST * 100} % of them`, () => {
    const right = [...failed.values()].filter((lines) => lines.length === 0).length;
    expect(right / pairs.length).toBeGreaterThanOrEqual(LEAST);
  });
  it.each(kinds.filter((kind) => STRICT.some((start) => kind.startsWith(start))))(
    '%s: all of them',
    (kind) => {
      expect((byKind.get(kind) ?? []).flatMap((pair) => failed.get(pair) ?? [])).toEqual([]);
    },
  );
});
