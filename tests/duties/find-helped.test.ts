import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { buildActionReader } from '../../src/duties/build-action-reader.ts';
import wordData from '../../src/duties/help-words.yaml';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');
const read = buildActionReader(calendar);
const pupils = new Map(
  [
    ['ada', 'Ada Penn'],
    ['ben', 'Ben Hale'],
  ].map(([key = '', name = '']) => [key, { key, name, label: name, upn: null, dateOfBirth: null }]),
);

/** Whom the words of an action say was helped. */
function helped(action: string): readonly string[] {
  const involvements = [makeInvolvement('ada'), makeInvolvement('ben')];
  const { incident } = makeLabelled([], { date: '2025-11-10', action, involvements });
  const acts = read(incident, pupils).filter(({ code }) => code === 'support_given');
  return [...new Set(acts.flatMap(({ families }) => families))].sort();
}

describe('who was helped', () => {
  it.each([
    ['After Ben upset him Ada was supported by Miss Orr.', ['ada']],
    ['After Ben upset him, Ada was supported by Miss Orr.', ['ada']],
    ['When Ben shouted at them Ada got support from the mentor.', ['ada']],
    ['After lunch Ben and Ada were supported by Miss Orr.', ['ada', 'ben']],
    ['After this Ben was supported by Miss Orr.', ['ben']],
    ['Ada was supported by Miss Orr after Ben upset him.', ['ada']],
    ['Ada and Ben were supported by Miss Orr.', ['ada', 'ben']],
    ['Ben has daily check-ins with Mr Peel.', ['ben']],
    ['Daily check-ins with Mr Peel for Ada.', ['ada']],
    ['Ben supported by Miss Orr and Mr Peel.', ['ben']],
    ['Ben had a debrief with Miss Orr and Mr Peel.', ['ben']],
    ['Debrief with Mr Peel.', ['?staff']],
    ['Debrief with Ben and Mr Peel.', ['?staff', 'ben']],
    ['Ben has check-ins each morning.', ['ben']],
    ['Ben was supported by all staff all day.', ['ben']],
    ['Each had a check-in.', ['both']],
    ['Support for all of them.', ['both']],
    ['Support given to Mr Peel.', ['?staff']],
    ['Debrief offered to Ada and Miss Orr.', ['?staff', 'ada']],
  ])('%s', (action, whom) => {
    expect(helped(action)).toEqual(whom);
  });
});

it('is told by lists of single words in small letters, none twice', () => {
  const lists = wordData as Readonly<Record<string, readonly string[]>>;
  expect(Object.keys(lists).sort()).toEqual(['beside', 'given', 'giving', 'helped', 'joining', 'why']);
  for (const [name, words] of Object.entries(lists)) {
    expect(words.length, name).toBeGreaterThan(0);
    expect(new Set(words).size, name).toBe(words.length);
    for (const word of words) expect(word, name).toMatch(/^(?:[a-z]+|&)$/);
  }
});
