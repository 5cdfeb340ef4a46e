import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isKnownText, keepKnownKeys, keepKnownText } from '../../src/trust/keep-known-words.ts';
import { ROOT } from '../helpers/run-built.ts';

describe('isKnownText', () => {
  it.each([
    'KS2 Playground',
    'Dinner Hall',
    'Hall',
    'Field',
    'Art Room',
    'Child on Child',
    'PE',
    'Year 6',
    'Golden Time',
    'East Wing',
    'MUGA',
    'Off Site',
    'Not recorded',
    'Lesson 2',
    'P3',
    '08:00',
    'Room G12',
    'Prejudice - Racist',
    'Year 5 corridor',
    'Y6 classroom',
    '2025-26 Autumn',
    '2025-26 Term 3',
    'Summer 1',
    'Friday',
    'May half term',
    '1 September 2025 to 19 December 2025',
    'Term 3',
    'Stairwell B',
  ])('keeps %s', (text) => expect(isKnownText(text)).toBe(true));

  it.each([
    "Mr Hughes's room",
    'Jayden',
    'AH corner',
    "B's room",
    'Room J',
    'Kestrel class',
    'Holly',
    'Behaviour - Aisha',
    'B999241721121',
    '14072017',
    '',
    '---',
    'playground '.repeat(9),
  ])('does not keep %s', (text) => expect(isKnownText(text)).toBe(false));

  it.each([
    'A123 4567 8901 2',
    'Playground 12/03/2014',
    'Playground 12 March 2014',
    '12 March 2014',
    '0114 496 0123',
    'Room 496',
    'Lesson 2 12',
    '2014-15 Playground',
  ])('does not keep the numbers of %s', (text) => expect(isKnownText(text)).toBe(false));

  it.each([
    'June Hall',
    'Hall, June',
    'June',
    'May',
    'Summer',
    'April Field',
    'Faith Young',
    'Faith Hall corridor',
    'English Hall',
    'A Hall',
    'Hall A',
    'June 12',
    'Friday Hall',
    'May playground',
    'Young',
  ])('does not keep %s, which may be somebody', (text) => expect(isKnownText(text)).toBe(false));

  it('keeps no digits beyond one short number, whatever stands around them', () => {
    const place = fc.constantFrom('Playground', 'Corridor', 'Room', 'Lesson', '');
    const digits = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 5 });
    const joint = fc.constantFrom(' ', '/', '-', '.', ', ');
    fc.assert(
      fc.property(place, digits, joint, (word, numbers, between) => {
        const text = `${word} ${numbers.join(between)}`;
        const isShort = numbers.length === 1 && String(numbers[0]).length <= 2;
        expect(isKnownText(text)).toBe(isShort);
      }),
    );
  });
});

interface Names {
  readonly groups: readonly {
    readonly boys: readonly string[];
    readonly girls: readonly string[];
    readonly surnames: readonly string[];
  }[];
}
const { groups } = parse(readFileSync(join(ROOT, 'fixtures/generate/data/names.yaml'), 'utf8')) as Names;
const given = fc.constantFrom(
  ...groups.flatMap(({ boys, girls }) => [...boys, ...girls]),
  ...['June', 'May', 'April', 'August', 'Summer', 'Autumn', 'Faith', 'Art', 'Star', 'Justice'],
);
const family = fc.constantFrom(
  ...groups.flatMap(({ surnames }) => surnames),
  ...['Hall', 'Field', 'Court', 'Young', 'Wood', 'Street', 'West', 'Day', 'English', 'Bell'],
);
const around = fc.constantFrom('', 'corridor', 'Room 2', 'near hall', 'Year 5');

describe('names', () => {
  it('are not kept, in either order, with a place or without', () => {
    fc.assert(
      fc.property(given, family, around, fc.boolean(), (first, last, place, turned) => {
        const name = turned ? `${last}, ${first}` : `${first} ${last}`;
        expect(isKnownText(`${name} ${place}`.trim())).toBe(false);
        expect(isKnownText(`${place} ${name}`.trim())).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('that the school itself has are not kept, even when made of plain words', () => {
    const words = fc.constantFrom('Main', 'Stage', 'Kitchen', 'Green', 'Page', 'Head', 'Hall', 'Room', 'Key');
    fc.assert(
      fc.property(words, words, around, fc.boolean(), (first, last, place, turned) => {
        fc.pre(first !== last);
        const names = [turned ? `${last}, ${first}` : `Mrs ${first} ${last}`];
        expect(keepKnownText(`${first} ${last} ${place}`.trim(), 'places', names)).toBe('Other place');
        expect(keepKnownText(`${last}, ${first}`, 'places', names)).toBe('Other place');
      }),
    );
    expect(keepKnownText('Main Hall', 'places', ['Mr Hall', 'Main, Ava', 'Hall, Ben'])).toBe('Main Hall');
  });
});

describe('keepKnownKeys', () => {
  it('adds up what may not be sent, so that the sum stays', () => {
    const kept = keepKnownKeys({ Corridor: 3, "Mrs Ode's room": 2, 'Den of JR': 1 }, 'places');
    expect(kept).toEqual({ Corridor: 3, 'Other place': 3 });
    expect(keepKnownKeys({ Corridor: 3, 'Main Hall': 2 }, 'places', ['Main Hall'])).toEqual({
      Corridor: 3,
      'Other place': 2,
    });
  });
});
