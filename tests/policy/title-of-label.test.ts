import { expect, it } from 'vitest';
import { titleOfLabel } from '../../src/policy/title-of-label.ts';

it('gives the printed title, and an unknown code as it is', () => {
  expect(titleOfLabel('bullying.cyber')).toBe('Cyberbullying');
  expect(titleOfLabel('no.such')).toBe('no.such');
});
