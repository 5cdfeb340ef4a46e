import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../../src/import/read-text.ts';
import { makeFolder } from '../helpers/make-folder.ts';

it.each(['words: {}\n', '\uFEFFwords: {}\n'])('reads text without its mark', async (text) => {
  const path = join(makeFolder('read-text'), 'words.yaml');
  writeFileSync(path, text);
  expect(await readText(path)).toBe('words: {}\n');
});
