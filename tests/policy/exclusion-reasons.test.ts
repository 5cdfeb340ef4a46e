import { describe, expect, it } from 'vitest';
import {
  findReasonCodes,
  findUnknownCodes,
  implyReason,
  readExclusionReasons,
  readReasonCell,
} from '../../src/policy/exclusion-reasons.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';

describe('national reason codes', () => {
  it.each([
    ['Suspended 2 days (PP).', ['PP']],
    ['Reason: PA, DB', ['PA', 'DB']],
    ['Suspension, reason codes VA and DM.', ['VA', 'DM']],
    ['PH form done. RA updated.', []],
    ['Plan (RA) later', ['RA']],
    ['', []],
  ])('in %s', (text, codes) => {
    expect(findReasonCodes(text)).toEqual(codes);
  });

  it('are read from a cell of reasons as codes or words', () => {
    expect(readReasonCell('DB')).toEqual(['DB']);
    expect(readReasonCell('Persistent or general disruptive behaviour')).toEqual(['DB']);
    expect(readReasonCell('Physical assault against an adult; damage')).toEqual(['PA', 'DM']);
    expect(new Set(readExclusionReasons().map(({ code }) => code)).size).toBe(16);
  });
});

describe('reasons of a list', () => {
  it.each([
    ['DB; PP', ['DB', 'PP']],
    ['va - verbal abuse to a teacher', ['VA']],
    ['Fight in the yard', ['PP']],
    ['Threat', ['VP']],
    ['Threatened a teacher; homophobic words', ['VA', 'LG']],
    ['X49', []],
    ['', []],
  ])('in %s', (cell, codes) => {
    expect(readReasonCell(cell)).toEqual(codes);
  });

  it.each([
    ['X49', ['X49']],
    ['X49 - other', ['X49']],
    ['PP, ZZ', ['ZZ']],
    ['PP; DB', []],
    ['NA', []],
    ['PE kit thrown', []],
    ['Physical assault', []],
  ])('that are none of the national list in %s', (cell, codes) => {
    expect(findUnknownCodes(cell)).toEqual(codes);
  });

  it('are implied by the first label that has one, and labels are of the taxonomy', () => {
    expect(implyReason(new Set(['damage', 'weapon']))).toEqual(['OW']);
    expect(implyReason(new Set(['response.sanction']))).toEqual([]);
    const known = new Set(readTaxonomy().labels.map(({ code }) => code));
    for (const { labels } of readExclusionReasons())
      for (const label of labels) expect(known).toContain(label);
  });
});
