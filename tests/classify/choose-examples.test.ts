import { expect, it } from 'vitest';
import { loadReaderModel } from '../../src/classify/load-reader-model.ts';
import type { ReaderExample } from '../../src/classify/second-reader.ts';
import { chooseExamples } from './choose-examples.ts';

const makeExample = (at: number, heads: readonly number[]): ReaderExample => ({
  text: `Record ${at}`,
  heads,
  likely: new Uint8Array(2),
});

it('keeps all of a rare label and 64 of a common one, in their order', () => {
  const examples = Array.from({ length: 200 }, (_, at) => makeExample(at, at === 7 ? [0, 1] : [0]));
  const chosen = chooseExamples(examples, 2);
  expect(chosen.filter(({ heads }) => heads.includes(0))).toHaveLength(64);
  expect(chosen.filter(({ heads }) => heads.includes(1)).map(({ text }) => text)).toEqual(['Record 7']);
  expect(chosen[0]?.text).toBe('Record 0');
  expect(chosen.at(-1)?.text).toBe('Record 196');
});

it('keeps of no record a label that it was not chosen for, nor a record without one', () => {
  const examples = Array.from({ length: 128 }, (_, at) => makeExample(at, at % 2 === 0 ? [0] : []));
  expect(chooseExamples(examples, 2)).toEqual(examples.filter(({ heads }) => heads.length > 0));
});

it('was done with those of the model in use', () => {
  const { heads, examples } = loadReaderModel();
  expect(chooseExamples(examples, heads.length)).toEqual(examples);
});
