import { expect, test } from 'vitest';
import { recogniseColumns } from '../../src/import/recognise-columns.ts';
import { importText } from './import-text.ts';

test('the layout says how it was told, and what came next', () => {
  const plan = recogniseColumns(
    'Incident ID,Student,Date/Time of incident,Categories,Incident details,Points,Recorded By,Activity'.split(
      ',',
    ),
  );
  expect(plan.layout).toBe('cpoms');
  expect(plan.layoutScores).toEqual({ cpoms: 11, sims: 9 });
  expect(plan.layoutReason).toMatch(
    /telling names: "Date\/Time of incident".*\(score 11\)\. Next: .*SIMS.*\(score 9\)/,
  );
});

test('an exact name wins over one with additions; names that would change their meaning are not loosened', () => {
  const { at } = recogniseColumns([
    'Date (of birth certificate)',
    'Date',
    'Sessions',
    'Pupil(s) *',
    'Details',
  ]);
  expect(Object.fromEntries(at)).toEqual({ date: 1, pupil: 3, narrative: 4 });
});

test('the user’s own columns may be given without what people add by hand', () => {
  const { at } = recogniseColumns(['When (roughly)', 'Who'], { date: 'when', pupil: 'WHO' });
  expect(Object.fromEntries(at)).toEqual({ date: 0, pupil: 1 });
});

test('exclusions keep both texts and never share a number with an incident', async () => {
  const text =
    'Exclusion ID,Pupil Name,Type,Reason,Start Date,End Date,Sessions,Comments\n7,Ann Lee,Suspension,Physical assault,12/01/2026,13/01/2026,4,Parents met\n';
  const { audit, byId } = await importText(text);
  expect(audit.layout).toBe('exclusions');
  expect(byId.get('exclusion 7')).toMatchObject({
    date: '2026-01-12',
    categories: ['Suspension'],
    narrative: 'Physical assault\nParents met',
  });
});
