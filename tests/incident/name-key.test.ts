import { expect, it } from 'vitest';
import { nameKey } from '../../src/incident/name-key.ts';

it('compares names in both orders, without case, accents and marks, and keeps the order without a comma', () => {
  expect(nameKey("O'NEILL, Zoë")).toBe(nameKey('Zoe O Neill'));
  expect(nameKey('Ann Lee')).not.toBe(nameKey('Lee Ann'));
});
