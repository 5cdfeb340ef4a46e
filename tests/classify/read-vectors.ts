import { readFileSync } from 'node:fs';
import { type FeatureWords, visitWords } from '../../src/classify/text-features.ts';

/** Word vectors to begin with, each of length one. */
export interface WordVectors {
  readonly size: number;
  /** Hashes of the words, as text-features.ts makes them. */
  readonly hashes: readonly number[];
  readonly find: (hash: number) => Float32Array | undefined;
}

interface Head {
  readonly size: number;
  readonly words: readonly string[];
}

/**
 * Reads the file of word vectors that is kept beside the labelled records (see its about.md): a head of JSON behind
 * its length, then a vector of whole numbers for each word.
 */
export function readVectors(file: string): WordVectors {
  const bytes = readFileSync(file);
  const start = 4 + bytes.readUInt32LE(0);
  const { size, words } = JSON.parse(bytes.toString('utf8', 4, start)) as Head;
  const found = new Map<number, Float32Array>();
  const known: FeatureWords = new Map();
  words.forEach((text, at) => {
    const from = start + at * size;
    const vector = Float32Array.from({ length: size }, (_, number) => bytes.readInt8(from + number));
    const length = Math.hypot(...vector) || 1;
    visitWords(text, known, ({ hash }) => {
      found.set(
        hash >>> 0,
        vector.map((value) => value / length),
      );
    });
  });
  return { size, hashes: [...found.keys()], find: (hash) => found.get(hash) };
}
