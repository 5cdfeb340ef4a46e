import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areNamesAlike } from '../../src/import/are-names-alike.ts';

test.each([
  ['mohammed a', 'muhammad ahmed'],
  ['kate lee', 'katie brown'],
  ['al kowalska', 'wojciech kowalski'],
  ['grace thompson', 'grcae thomson'],
  ['zoë núñez', 'zoe nunez'],
  ["annamarie o'neill", 'anna-marie oneil'],
  ['al', 'ann lee'],
  ['a. lee', 'ann brown'],
  ['abdul rahman', 'rahman'],
])('%s and %s may be one name', (one, other) => {
  expect([areNamesAlike(one, other), areNamesAlike(other, one)]).toEqual([true, true]);
});

test.each([
  ['ann lee', 'bo day'],
  ['charlie day', 'chase fox'],
  ['ian orr', 'ivy sun'],
  ['bo', 'ann lee'],
  ['mia khan', 'max hill'],
  ['', 'ann lee'],
])('%s and %s are two', (one, other) => {
  expect([areNamesAlike(one, other), areNamesAlike(other, one)]).toEqual([false, false]);
});

test('a name is like itself, and one way round as the other', () => {
  const name = fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8}$/);
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(areNamesAlike(one, one)).toBe(true);
      expect(areNamesAlike(one, other)).toBe(areNamesAlike(other, one));
    }),
  );
});
