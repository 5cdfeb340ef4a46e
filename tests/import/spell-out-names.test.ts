import { expect, test } from 'vitest';
import { spellOutNames } from '../../src/import/spell-out-names.ts';

test.each([
  ['Pupils A and B', 'Pupil A; Pupil B'],
  ['Child A and B', 'Child A; Child B'],
  ['Children 1, 2 & 3', 'Child 1; Child 2; Child 3'],
  ['Students A & C', 'Student A; Student C'],
  ['Pupils A, B and C and Bo Day', 'Pupil A; Pupil B; Pupil C and Bo Day'],
  ['Ann Lee (V), Bo Day (P)', 'Ann Lee (victim), Bo Day (perpetrator)'],
  ['Ann Lee (v) Bo Day (a) Cy Fox (w)', 'Ann Lee (victim) Bo Day (aggressor) Cy Fox (witness)'],
])('%s', (cell, text) => {
  expect(spellOutNames(cell)).toBe(text);
});

test.each([
  'Pupil A and Pupil B',
  'Ann Lee (A), Ann Lee (B)',
  'Ann Lee (P)',
  'Ann Lee (V)',
  'Boys and girls',
  'Boy A and Bo',
  'Pupil A, Bo Day',
  'Jones A and Lee B',
  'Pupil A and B Lee',
])('%s stays', (cell) => {
  expect(spellOutNames(cell)).toBe(cell);
});
