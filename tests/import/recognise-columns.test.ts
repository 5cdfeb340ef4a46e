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

test.each([
  [['Your name', 'Learner(s) involved', 'Date of incident', 'Type of incident'], 1, 0],
  [['Your name', 'Names of the children', 'Date of incident', 'Type of incident'], 1, 0],
  [['Name', 'Pupil name(s)', 'Date of incident', 'Type of incident'], 1, undefined],
  [['Full name', "Child's full name", 'Date of incident', 'Type of incident'], 1, undefined],
  [['Name', 'Pupil Premium', 'Date of incident', 'Type of incident'], 0, undefined],
  [['Your description', 'Name', 'Date of incident'], 1, undefined],
])('whoever fills in the form is not taken for the pupil: %j', (headers, pupil, reporter) => {
  const { at } = recogniseColumns(headers);
  expect(at.get('pupil')).toBe(pupil);
  expect(at.get('reported_by')).toBe(reporter);
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

test('when a Microsoft form was opened is not when the incident was, and who opened it is no pupil', async () => {
  const { incidents, names } = await importText(
    "ID,Start time,Completion time,Email,Name,Child's full name,Date of incident,Type of incident\n1,10/2/25 15:10:01,10/2/25 15:14:09,ox@oak.test,Mr P Ox,Ann Lee,01/10/2025,Theft\n",
  );
  expect(incidents.map(names)).toEqual([['Ann Lee']]);
  expect(incidents[0]).toMatchObject({ id: '1', date: '2025-10-01', time: null, reportedBy: 'Mr P Ox' });
});

test('the initial of a surname is as much of it as there is', async () => {
  const { incidents, names } = await importText(
    'First name,Surname initial,Date,Category\nAnn,L,12/01/2026,Theft\nAnn,D,13/01/2026,Theft\n',
  );
  expect(incidents.map(names)).toEqual([['Ann L'], ['Ann D']]);
});

test('who lacks a column is told how to name that very column', async () => {
  await expect(importText('Date,Wer,Category\n12/01/2026,Ann Lee,Theft\n')).rejects.toMatchObject({
    hint: expect.stringContaining('--map pupil="Wer"'),
  });
});

test('headings in Welsh, alone or before the English, are read', async () => {
  for (const header of [
    "Dyddiad,Amser,Enw'r Disgybl,Blwyddyn,Dosbarth,Categori,Manylion,Lleoliad",
    "Dyddiad / Date,Amser,Enw'r Disgybl / Pupil Name,Blwyddyn,Dosbarth,Math / Type,Manylion / Details,Lleoliad",
  ]) {
    const { incidents, names } = await importText(
      `${header}\n12/01/2026,10:15,Siân ap Rhys,7,7A,Bwlio,a,Iard\n`,
    );
    expect(names(incidents[0])).toEqual(['Siân ap Rhys']);
    expect(incidents[0]).toMatchObject({
      date: '2026-01-12',
      time: '10:15',
      narrative: 'a',
      location: 'Iard',
    });
    expect(incidents[0]?.involvements[0]).toMatchObject({ yearGroup: 'Year 7', className: '7A' });
  }
});

test('a Scottish list tells pupils of one name apart by their candidate number, and has stages', async () => {
  const { audit, incidents } = await importText(
    'Forename,Surname,SCN,Stage,Class,Date of Incident,Type of Incident,Details of Incident\nAnn,Lee,123456781,P5,P5A,12/01/2026,Theft,a\nAnn,Lee,123456782,S2,2B,13/01/2026,Theft,b\n',
  );
  expect(audit).toMatchObject({ layout: 'seemis', distinctPupils: 2 });
  expect(incidents.map(({ involvements }) => involvements[0]?.yearGroup)).toEqual(['P5', 'S2']);
});

test('Maths is no category, and a stage beside a class no year', async () => {
  const { incidents } = await importText(
    'Date,Pupil,Reg Class,Stage,Maths,Details\n12/01/2026,Ann Lee,7A,Stage 3,7x/Ma1,a\n',
  );
  expect(incidents[0]).toMatchObject({
    categories: [],
    involvements: [{ yearGroup: null, className: '7A' }],
  });
});

test('numbers of a form before its questions are no part of them', async () => {
  const { audit } = await importText(
    '1. Date of incident,2. Name of pupil(s),3) Class,4. Location,Q5. Type of incident,6. What happened?\n12/01/2026,Ann Lee,7A,Yard,Theft,a\n',
  );
  expect(Object.keys(audit.columns).sort()).toEqual([
    'category',
    'class',
    'date',
    'location',
    'narrative',
    'pupil',
  ]);
});

test('names of who did harm and who came to it are told under the usual headings', async () => {
  const { incidents } = await importText(
    "Date,Name of perpetrator,Victim's Name,Witness Names,Type of incident\n12/01/2026,Ann Lee,Bo Day,Cy Fox,Racist\n",
  );
  expect(incidents[0]?.involvements.map(({ role }) => role)).toEqual(['harming', 'harmed', 'witness']);
});

test('a column may hold the name with the class', async () => {
  const { incidents, names } = await importText(
    'Date,Name & Class,Category\n12/01/2026,Ann Lee 7A,Theft\n13/01/2026,Ann Lee (7A),Theft\n',
  );
  expect(incidents.map(names)).toEqual([['Ann Lee'], ['Ann Lee']]);
});

test.each(['Student Form', 'Child Class', 'Name Form', 'Pupil Name Class'])(
  'a column %s holds no name beside surname and forename',
  async (header) => {
    const { incidents, names } = await importText(
      `Date,Surname,Forename,${header},Category\n12/01/2026,Lee,Ann,7B,Theft\n13/01/2026,Day,Bo,7B,Theft\n`,
    );
    expect(incidents.map(names)).toEqual([['Ann Lee'], ['Bo Day']]);
  },
);

test('questions of a form, and the words of other systems, name their columns', () => {
  const form =
    'Who was involved?,When did the incident take place?,What type of incident was it?,Please describe what happened,Where did it take place?,Action taken / sanction';
  expect(Object.fromEntries(recogniseColumns(form.split(',')).at)).toEqual({
    pupil: 0,
    date: 1,
    category: 2,
    narrative: 3,
    location: 4,
    action: 5,
  });
  const list = 'Establishment Name,Student Name,Student Form,Date From,Date To,Category,Staff Code';
  expect(Object.fromEntries(recogniseColumns(list.split(',')).at)).toEqual({
    school: 0,
    pupil: 1,
    class: 2,
    date: 3,
    category: 5,
    reported_by: 6,
  });
});
