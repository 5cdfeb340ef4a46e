import { describe, expect, it } from 'vitest';
import { createRecordedFacts } from '../../src/duties/recorded-facts.ts';

describe('the kind of a record by its category', () => {
  const find = createRecordedFacts();

  it.each([
    [['Sexualised behaviour'], ['sexualised']],
    [['Behaviour > Off-site'], ['off_site']],
    [['Banned items'], ['prohibited_item']],
    [['Search'], ['search']],
    [['Removal from class'], ['removed']],
    [
      ['Child in crisis', 'Name-calling'],
      ['derogatory', 'crisis'],
    ],
    [['Search and confiscation'], ['search', 'prohibited_item']],
    [['Sexualised behaviour towards peers'], ['sexualised']],
    [['Research project'], []],
    [['Removal of privileges'], []],
    [['Verbal (not sexualised behaviour)'], []],
    [['Mental health crisis team'], []],
    [['Behaviour'], []],
    [[], []],
  ])('%j', (categories, expected) => {
    expect([...find({ categories })].sort()).toEqual([...expected].sort());
    // The second time it is remembered.
    expect([...find({ categories })].sort()).toEqual([...expected].sort());
  });
});
