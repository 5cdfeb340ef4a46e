import { readFileSync } from 'node:fs';
import type { Classifier } from '../../src/classify/build-classifier.ts';
import { makeIncident } from './read-labelled.ts';

/** A sentence or a short note, with labels that it must have and labels that it must not have. */
export interface LabelledSentence {
  readonly kind: string;
  readonly text: string;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
}

const listCodes = (cell: string): string[] =>
  cell
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');

/** Reads a file of sentences: `kind|text|must have|must not have` in each line, codes with commas between them. */
export function readSentences(path: string): readonly LabelledSentence[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', text = '', must = '', mustNot = ''] = line.split('|');
      return { kind, text, must: listCodes(must), mustNot: listCodes(mustNot) };
    });
}

/** What goes wrong in a sentence that stands by itself, without category or action; empty when all is right. */
export function findFaults({ text, must, mustNot }: LabelledSentence, { classify }: Classifier): string[] {
  const { labels } = classify(makeIncident('S', '', text, ''), new Map());
  const given = labels
    .filter(({ status }) => status === 'alleged' || status === 'observed')
    .map(({ code }) => code);
  return [
    ...must.filter((code) => !given.includes(code)).map((code) => `lacks ${code}`),
    ...mustNot.filter((code) => given.includes(code)).map((code) => `has ${code}`),
  ];
}
