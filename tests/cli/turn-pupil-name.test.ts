import { expect, it } from 'vitest';
import { turnPupilName } from '../../src/cli/turn-pupil-name.ts';

it.each([
  ['Okafor, Ada', 'Ada Okafor'],
  [' OKAFOR, Ada ', 'Ada Okafor'],
  ['Okafor, Ada (Year 4)', 'Ada Okafor (Year 4)'],
  ['Ada Okafor', 'Ada Okafor'],
  ['Ada Okafor (4 Heron, Year 4)', 'Ada Okafor (4 Heron, Year 4)'],
  ['4 Heron', '4 Heron'],
])('%s is %s', (typed, name) => {
  expect(turnPupilName(typed)).toBe(name);
});
