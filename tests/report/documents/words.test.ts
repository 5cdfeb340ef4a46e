import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fillWords } from '../../../src/report/documents/words/fill-words.ts';
import { findDisagreements } from '../helpers/find-disagreements.ts';

const WORDS = 'src/report/documents/words';
const FILES = readdirSync(WORDS).filter((name) => name.endsWith('.yaml'));

/** Every text of a file of words with the keys it stands under. */
function listTexts(value: unknown, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => listTexts(each, [...path, key]));
}

/** Keys under which the code looks words up by name; lists and tables of names are data of their own. */
function listKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    DATA.includes(key) ? [key] : [key, ...listKeys(each)],
  );
}
const DATA = ['logs', 'names', 'types', 'kinds', 'limit_names', 'found', 'nations', 'looked_for'];
/** What every kind has and the frame of a report takes as a whole. */
const FRAME = ['title', 'subject', 'handling', 'types', 'questions', 'nations'];

/** Names in braces that stand for a number which is never 1, or for no count at all. */
const NO_COUNTS: Readonly<Record<string, string>> = {
  top: '4',
  threshold: '5',
  least: '6',
  minimum: '10',
  most: '5',
  ratio: '2.4',
  low: '1.2',
  high: '3.1',
  rate: '0.4',
  observed: '12',
  expected: '3',
  group: 'class',
  groups: 'a',
  phase: 'primary',
  direction: 'more often',
  characteristic: 'SEN',
  name: 'this term',
  measures: 'a',
  symbol: 'c',
  from: 'x',
};

/** Where the words of a kind are looked up: another kind may have a word of the same name. */
const USERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['at-risk', 'la-return', 'positives', 'restraint'].map((kind) => [
    `${kind}.yaml`,
    [`documents/compose-${kind}`, `documents/${kind}/`, 'return/', 'frame-report', 'read-kind-words'],
  ]),
);

describe.each(FILES)('words of %s', (file) => {
  const data: unknown = parse(readFileSync(join(WORDS, file), 'utf8'));

  it.each(['0', '1', '2'])('agree with a count of %s', (count) => {
    for (const [path, text] of listTexts(data)) {
      // Said of one or of many alone: the code chooses between them.
      if (/funnel_one$|funnel_more$|completeness$/.test(path)) continue;
      const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, NO_COUNTS[name] ?? count]);
      expect(findDisagreements(fillWords(text, Object.fromEntries(names))), path).toEqual([]);
    }
  });

  it('are each used by the code', () => {
    const code = listCode(USERS[file] ?? ['']);
    const isUsed = (key: string): boolean =>
      new RegExp(`\\.${key}\\b|'${key}'|\\b${key}[ ,}][^;]*\\} = (words|readL|readG|context)`).test(code);
    const { say = {}, headings = {} } = data as Record<'say' | 'headings', object | undefined>;
    const named = USERS[file] === undefined ? [] : [...Object.keys(say), ...Object.keys(headings)];
    const unused = [...new Set(listKeys(data))].filter((key) =>
      named.includes(key)
        ? !(code.includes(`'${key}'`) || key.startsWith('whose_') || key.endsWith('_row'))
        : !(isUsed(key) || FRAME.includes(key) || (file === 'nation-terms.yaml' && isOurName(key))),
    );
    expect(unused).toEqual([]);
  });
});

/** Whether another room calls a group or a reason so: those are the names that a nation has its own for. */
function isOurName(name: string): boolean {
  return ['src/duties/risk-reasons.yaml', 'src/import/entities.yaml', 'src/count', 'src/import'].some(
    (path) => listFiles(path).some((file) => readFileSync(file, 'utf8').includes(name)),
  );
}

function listFiles(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { encoding: 'utf8' })
    .filter((name) => /\.(ts|yaml)$/.test(name))
    .map((name) => join(path, name));
}

/** The code that looks words up, without what only declares their shape. */
function listCode(paths: readonly string[]): string {
  return readdirSync('src/report', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && paths.some((path) => name.includes(path)))
    .map((name) => readFileSync(join('src/report', name), 'utf8'))
    .map((text) => text.replaceAll(/^ +(readonly \w+[?]?:|\| '\w+'$).*$|\bPick<[^>]*>/gm, ''))
    .join('\n');
}
