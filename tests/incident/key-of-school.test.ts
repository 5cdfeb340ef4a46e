import { describe, expect, it } from 'vitest';
import { keyOfSchool } from '../../src/incident/key-of-school.ts';

describe('keyOfSchool', () => {
  it('is one for all spellings of one name', () => {
    const spellings = ["St Mary's", 'St Marys', 'St. Mary’s', 'ST  MARY‘S ', 'St.Mary`s', '\u00A0st marys,'];
    expect(new Set(spellings.map(keyOfSchool))).toEqual(new Set(['st marys']));
    expect(keyOfSchool('Hill Top C. of E. Primary')).toBe(keyOfSchool('Hill Top C of E Primary'));
    expect(keyOfSchool('Hill Top C.E. Primary')).toBe(keyOfSchool('hill top CE primary'));
    expect(keyOfSchool('E\u0301cole')).toBe(keyOfSchool('École'));
  });

  it('is one for words that are written out or not', () => {
    const spellings = [
      "St Mary's C of E Primary & Nursery",
      'Saint Marys CofE Primary and Nursery',
      'ST. MARY’S C.E. PRIMARY&NURSERY',
      'St Mary’s Church of England Primary and Nursery',
      'St Marys CoE Primary & Nursery',
    ];
    expect(new Set(spellings.map(keyOfSchool))).toEqual(new Set(['st marys ce primary and nursery']));
  });

  it('is another for another name, and empty for a blank one', () => {
    const names = [
      'St Marys',
      'St Mark’s',
      'St Marys Infant',
      'St Marys CE',
      'St Marys RC',
      'Saints Mary',
      'Hill Top',
      'Hilltop',
    ];
    expect(new Set(names.map(keyOfSchool)).size).toBe(names.length);
    expect(keyOfSchool(' . ')).toBe('');
  });
});
