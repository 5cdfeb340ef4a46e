import { expect, it, test } from 'vitest';
import { importText } from './import-text.ts';

it('reads the only pupils there are, where a heading calls them affected', async () => {
  const { incidents, names, audit } =
    await importText(`Event ID,Date,Event,Affected Students,Affected Staff,Comments
1,12/01/2026,Fight,"Lee, Ann; Day, Bo",Mr Pike,x
2,13/01/2026,Defiance,"Day, Bo",,y
`);
  expect(incidents.map(names)).toEqual([['Ann Lee', 'Bo Day'], ['Bo Day']]);
  expect(audit.warnings.join()).toContain('"Affected Students" for the pupil');
});

test.each([
  ['UPN', 'A999310115122', 'B999310115123'],
  ['Pupil Ref', 'P001', 'P002'],
  ['Admission No', '4512', '4513'],
])('a %s tells pupils apart whom no column names', async (header, one, other) => {
  const row = (number: string, day: number): string => `${number},${day}/01/2026,Theft,x\n`;
  const { pupils, audit, rejected } = await importText(
    `${header},Date,Type,Details\n${row(one, 12)}${row(other, 13)}${row(one.toLowerCase(), 14)}${row('', 15)}`,
  );
  expect([...pupils.values()].map(({ name }) => name)).toEqual([one, other]);
  expect(rejected).toEqual(['5 missing_pupil']);
  expect(audit.warnings.join()).toContain(
    `No column names the pupils: they are told apart, and called, by "${header}"`,
  );
});

test.each([
  ['marks', 'UPN,Date,Session,Mark,Comments\nA999310115122,12/01/2026,AM,N,ill\n', 'pupil="UPN"'],
  ['staff', 'Date,Type,Details,Affected Staff\n12/01/2026,Theft,x,Mr Pike\n', 'pupil="name of the column"'],
  ['initials', 'Date,Initials,Class,Type,Details\n12/01/2026,AL,5B,Theft,x\n', 'pupil="Initials"'],
])('a file of %s has no pupils, and no hint takes another column for them', async (_, text, hint) => {
  await expect(importText(text)).rejects.toMatchObject({
    message: expect.stringContaining('no column for a pupil'),
    hint: expect.stringContaining(hint),
  });
});

it.each([
  'Date,Type,Details,Linked Students\n12/01/2026,Theft,x,Bo Day\n',
  'Date,Whom,Type,Details,Others Involved\n12/01/2026,Ann Lee,Theft,x,Bo Day\n',
  'Date,UPN,Type,Details,Affected Students\n12/01/2026,A999310115122,Theft,x,Bo Day\n',
])('takes nobody for the pupil who may stand beside one: %s', async (text) => {
  await expect(importText(text)).rejects.toMatchObject({
    message: expect.stringContaining('no column for a pupil'),
  });
});

it('gives the number of a pupil whom nothing names to no linked one', async () => {
  const { incidents, names } = await importText(
    'Date,UPN,Type,Details,Linked Students\n12/01/2026,A999310115122,Theft,x,Bo Day\n',
  );
  expect(incidents.map(names)).toEqual([['A999310115122', 'Bo Day']]);
});

it('leaves linked pupils beside the pupil what they are', async () => {
  const { incidents, names, audit } = await importText(
    'Student,Date,Category,Affected Students\nAnn Lee,12/01/2026,Theft,Bo Day\n',
  );
  expect(incidents.map(names)).toEqual([['Ann Lee', 'Bo Day']]);
  expect(audit.warnings.join()).not.toMatch(/Affected|No column names/);
});

it('takes the day on which something was awarded for the day of it', async () => {
  const { incidents } = await importText(
    'First name,Last name,Reason,Points,Awarded by,Awarded at\nAnn,Lee,Off task,-1,Mr Pike,"12th January 2026, 9:12am"\n',
  );
  expect(incidents).toMatchObject([{ date: '2026-01-12', time: '09:12' }]);
});
