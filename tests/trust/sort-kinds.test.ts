import { describe, expect, it } from 'vitest';
import { countPlaceKinds, countTimeKinds } from '../../src/trust/sort-kinds.ts';

const kindOf = (table: Readonly<Record<string, number>>): string =>
  Object.entries(table).find(([, count]) => count > 0)?.[0] ?? '';

describe('common kinds of place and time', () => {
  it.each([
    ['KS2 Playground', 'playground'],
    ['MUGA', 'playground'],
    ['Dinner Hall', 'dining'],
    ['Main corridor', 'corridor'],
    ['Boys Toilets', 'toilets'],
    ['School Gate', 'journey'],
    ['Not recorded', 'not_recorded'],
    ['Hall', 'classroom'],
    ['Social Media', 'online'],
    ['Breakfast Club', 'club'],
    ['The Den', 'other'],
  ])('%s is %s', (place, kind) => expect(kindOf(countPlaceKinds({ [place]: 1 }))).toBe(kind));

  it.each([
    ['Lunch', 'lunch'],
    ['Lesson 2', 'lesson'],
    ['Arrival', 'before'],
    ['Home time', 'after'],
    ['08:00', 'before'],
    ['12:00', 'lunch'],
    ['13:00', 'lesson'],
    ['15:00', 'after'],
    ['Time not recorded', 'not_recorded'],
    ['Other times', 'other'],
  ])('%s is %s', (slot, kind) => expect(kindOf(countTimeKinds({ Monday: { [slot]: 1 } }))).toBe(kind));

  it('loses none', () => {
    const sum = Object.values(countPlaceKinds({ A: 2, Corridor: 3, Field: 4 })).reduce((a, b) => a + b, 0);
    expect(sum).toBe(9);
  });
});
