import { describe, expect, it } from 'vitest';
import { sayRiskReason } from '../../src/incident/say-risk-reason.ts';

describe('a reason with its number', () => {
  it.each([
    [1, '1 record with a weapon'],
    [2, '2 records with a weapon'],
  ])('%i', (count, said) => {
    expect(sayRiskReason({ count, say: 'with a weapon' })).toBe(said);
  });
});
