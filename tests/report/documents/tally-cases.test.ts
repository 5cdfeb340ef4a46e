import { describe, expect, it } from 'vitest';
import type { RecordedCase } from '../../../src/incident/recorded-case.ts';
import { incidentTable } from '../../../src/report/documents/people/incident-table.ts';
import {
  nameCategories,
  sayLeftOut,
  sayNotListed,
  tallyCategories,
} from '../../../src/report/documents/people/tally-cases.ts';

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

describe('nameCategories', () => {
  it('leaves out a name that only sorts records beside another, and the list says so', () => {
    const cases = casesOf(['Behaviour Incident', 'Swearing'], ['Behaviour Incident']);
    expect(cases.map(nameCategories)).toEqual(['Swearing', 'Behaviour Incident']);
    expect(sayNotListed(cases)).toBe(
      '‘Behaviour Incident’ says no kind, so it is not listed beside a name that does.',
    );
    const table = incidentTable(
      cases.map((each) => ({ ...each, date: '2026-05-04', slot: 'Lunch', place: null })),
      3,
      { header: 'Part', read: () => 'named' },
    );
    expect(table.note).toBe(sayNotListed(cases));
  });

  it('keeps a name that says a kind for which there is no label, beside any other', () => {
    const cases = casesOf(
      ['Behaviour Incident', 'Verbal Abuse towards Pupil'],
      ['Verbal Abuse towards Pupil', 'Swearing'],
    );
    expect(cases.map(nameCategories)).toEqual([
      'Verbal Abuse towards Pupil',
      'Verbal Abuse towards Pupil; Swearing',
    ]);
    expect(sayNotListed(cases)).not.toContain('Verbal');
    expect(tallyCategories(cases).map(({ name }) => name)).toContain('Verbal Abuse towards Pupil');
  });

  it('says nothing where every name stands in the list', () => {
    expect(sayNotListed(casesOf(['Swearing'], ['Behaviour Incident']))).toBe('');
  });
});
