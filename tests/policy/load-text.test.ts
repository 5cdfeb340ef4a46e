import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TermwiseError } from '../../src/errors.ts';
import { loadText } from '../../src/policy/load-text.ts';
import { makeFolder } from '../helpers/make-folder.ts';

const folder = makeFolder('load-text');
const named = { named: 'words.yaml', code: 'config' } as const;

it.each(['words: {}\n', '\uFEFFwords: {}\n'])('reads text without its mark', (text) => {
  const path = join(folder, 'words.yaml');
  writeFileSync(path, text);
  expect(loadText(path, named)).toBe('words: {}\n');
});

it.each([
  ['inside', 'words.yaml: this is a folder'],
  ['gone.yaml', 'words.yaml: there is no such file'],
  ['words.yaml/below', 'words.yaml: there is no such file'],
])('says in one line why %s cannot be read', (name, message) => {
  mkdirSync(join(folder, 'inside'), { recursive: true });
  const read = (): string => loadText(join(folder, name), { ...named, hint: 'Look again.' });
  expect(read).toThrow(TermwiseError);
  expect(read).toThrow(message);
});
