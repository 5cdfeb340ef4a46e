import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../helpers/run-built.ts';

/** All word files of the two rooms: plain words are patterns too. */
const FILES = ['policy', 'duties'].flatMap((room) =>
  readdirSync(join(ROOT, 'src', room))
    .filter((name) => name.endsWith('-words.yaml'))
    .map((name) => join(room, name)),
);

/** Nothing at all may stand before a number that is changed, behind a last day, and before lunchtimes. */
const MAY_BE_NOTHING = [
  'exclusion-words.yaml.changed_by.subject',
  'exclusion-words.yaml.first_to_last.ends',
  'exclusion-words.yaml.half_days.between',
  'exclusion-words.yaml.half_days.counted',
];

/** Every pattern in what a word file holds, with its place. */
function listPatterns(node: unknown, place: string): (readonly [string, string])[] {
  if (typeof node === 'string') return [[place, node]];
  if (node === null || typeof node !== 'object') throw new Error(`${place}: expected patterns`);
  return Object.entries(node).flatMap(([key, child]) => listPatterns(child, `${place}.${key}`));
}

const patterns = FILES.flatMap((file) =>
  listPatterns(parse(readFileSync(join(ROOT, 'src', file), 'utf8')), basename(file)),
);

it('looks at every pattern', () => {
  expect(patterns.length).toBeGreaterThan(100);
});

it.each(patterns)('%s compiles and is not met by nothing at all', (place, pattern) => {
  expect(new RegExp(pattern, 'i').test('')).toBe(MAY_BE_NOTHING.includes(place));
});
