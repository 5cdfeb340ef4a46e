import { describe, expect, it } from 'vitest';
import { isKnownText, keepKnownKeys } from '../../src/trust/keep-known-words.ts';

describe('isKnownText', () => {
  it.each([
    'KS2 Playground',
    'Dinner Hall',
    'MUGA',
    'Off Site',
    'Not recorded',
    'Lesson 2',
    'P3',
    '08:00',
    'Room G12',
    'Prejudice - Racist',
    'Year 5 corridor',
    '2025-26 Autumn',
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
});

describe('keepKnownKeys', () => {
  it('adds up what may not be sent, so that the sum stays', () => {
    const kept = keepKnownKeys({ Corridor: 3, "Mrs Ode's room": 2, 'Den of JR': 1 }, 'places');
    expect(kept).toEqual({ Corridor: 3, 'Other place': 3 });
  });
});
