import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { readKnowledge } from '../../src/classify/knowledge.ts';
import { buildActionReader } from '../../src/duties/build-action-reader.ts';
import { readFacts, titleOfFact } from '../../src/policy/facts.ts';
import { listCodes } from '../../src/policy/list-codes.ts';

describe('the facts that come with the tool', () => {
  const { facts } = readFacts();

  it('have each a title, a place and patterns that compile', () => {
    for (const fact of facts) {
      expect(fact.title, fact.code).not.toBe('');
      expect(['action', 'narrative', 'text', undefined], fact.code).toContain(fact.in);
    }
    expect(new Set(facts.map(({ code }) => code)).size).toBe(facts.length);
    const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');
    expect(() => buildActionReader(calendar)).not.toThrow();
  });

  it('are made void only by words that are known', () => {
    const codes = facts.map(({ code }) => code);
    for (const { code, void_by: sense } of facts)
      if (sense !== undefined) expect(codes, code).toContain(sense);
    expect(facts.some((fact) => fact.void_by !== undefined)).toBe(true);
  });

  it('use no class by a name that the classifier has for other words', () => {
    const { lexicon } = readKnowledge();
    const known = lexicon.flatMap(({ classes = {}, verbs = {} }) => [
      ...Object.keys(classes),
      ...Object.keys(verbs),
    ]);
    const own = Object.keys(readFacts().classes);
    expect(own.filter((name) => known.includes(name))).toEqual([]);
    expect(own).toContain('SOCIAL_CARE');
  });

  it('are asked for only by words that are known', () => {
    const codes = facts.map(({ code }) => code);
    for (const { code, asked_by: asking } of facts)
      if (asking !== undefined) expect(codes, code).toContain(asking);
    expect(facts.some((fact) => fact.asked_by !== undefined)).toBe(true);
  });

  it('stand beside the labels in one list, none twice', () => {
    const codes = listCodes().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('dsl_told');
    expect(codes).toContain('bullying.verbal');
    expect(codes.filter((code) => code.startsWith('~'))).toEqual([]);
  });

  it('are printed by their titles', () => {
    expect(titleOfFact('dsl_told')).toBe('safeguarding lead told');
    expect(titleOfFact('bullying')).toBe('Bullying (all)');
    expect(titleOfFact('has.several_pupils')).toBe('three pupils or more are linked');
    expect(titleOfFact('roll.ehcp')).toBe('a pupil has an EHC plan or IDP (roll.csv)');
    expect(titleOfFact('unknown')).toBe('unknown');
  });
});
