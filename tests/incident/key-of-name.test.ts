import { describe, expect, it } from 'vitest';
import { keyOfName } from '../../src/incident/key-of-name.ts';

describe('a name as a key', () => {
  it('is one whatever the order, case, marks and brackets', () => {
    const [first, ...others] = ["O'Neil, Mia", 'mia oneil', 'MIA O’NEIL (Year 3)'].map(keyOfName);
    expect(others).toEqual([first, first]);
    expect(keyOfName('Mia ONeill')).not.toBe(first);
  });
});
