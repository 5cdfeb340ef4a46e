import { describe, expect, it } from 'vitest';
import type { RecordedCase } from '../../../src/incident/recorded-case.ts';
import { sayLeftOut, tallyCategories } from '../../../src/report/documents/people/tally-cases.ts';

const casesOf = (...lists: string[][]) =>
  lists.map((categories) => ({ categories }) as unknown as RecordedCase);

describe('tallyCategories', () => {
  const cases = casesOf(['Behaviour Incident'], ['Behaviour Incident', 'Swearing'], ['Behaviour Incident']);

  it('leaves out a name that only sorts records, and says so', () => {
    expect(tallyCategories(cases)).toEqual([{ name: 'Swearing', count: 1 }]);
    expect(sayLeftOut(cases)).toBe('; ‘Behaviour Incident’ (3) says no kind, so it is left out');
  });

  it('keeps it where nothing says more', () => {
    const only = casesOf(['Behaviour Incident']);
    expect(tallyCategories(only)).toEqual([{ name: 'Behaviour Incident', count: 1 }]);
    expect(sayLeftOut(only)).toBe('');
  });
});
