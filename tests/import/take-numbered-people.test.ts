import { expect, test } from 'vitest';
import { describeAudit } from '../../src/import/describe-audit.ts';
import { importText } from './import-text.ts';

const read = async (header: string, ...rows: readonly string[]) => {
  const lines = rows.map((row, index) => `${10 + index}/01/2026,${row}`);
  const imported = await importText([`Date,${header},Category,Details`, ...lines].join('\n'));
  return { ...imported, all: imported.incidents.map(imported.names) };
};

test.each([
  ['Pupil 1,Pupil 2,Pupil 3', { pupil: 'Pupil 1' }, ['Pupil 2', 'Pupil 3']],
  [
    'Student 1 Name,Student 2 Name,Student 3 Name',
    { pupil: 'Student 1 Name' },
    ['Student 2 Name', 'Student 3 Name'],
  ],
  ['Child,Child (2),Child (3)', { pupil: 'Child' }, ['Child (2)', 'Child (3)']],
  ['Pupil A,Pupil B,Pupil C', { pupil: 'Pupil A' }, ['Pupil B', 'Pupil C']],
  ['Pupil 2,Pupil 3,Pupil 1', { pupil: 'Pupil 1' }, ['Pupil 2', 'Pupil 3']],
])('each of %s is a pupil', async (header, columns, further) => {
  const { all, audit, incidents } = await read(
    header,
    '"Lee, Ann","Day, Bo",,Theft,x',
    'Cy Fox,,,Theft,x',
    ',Cy Fox,,Theft,x',
  );
  expect(all.map((names) => names.sort())).toEqual([['Ann Lee', 'Bo Day'], ['Cy Fox'], ['Cy Fox']]);
  expect(incidents[0]?.involvements.map(({ origin }) => origin)).toEqual(['row', 'row']);
  expect(describeAudit(audit, false)).toMatchObject({ columns, further_columns: { pupil: further } });
  expect(audit.unmappedColumns).toEqual([]);
  expect(audit.warnings.join()).not.toMatch(/By the words/);
});

test('a number of the first pupil renames no other', async () => {
  const { pupils } = await read('UPN,Pupil 1,Pupil 2', 'A1,Ann,Bo,Theft,x', 'A1,Ann,,Theft,x');
  expect([...pupils.values()].map(({ name }) => name).sort()).toEqual(['Ann', 'Bo']);
});

test('people who have a part are told apart by it', async () => {
  const { all, incidents } = await read(
    'Perpetrator 1,Perpetrator 2,Victim,Victim 2,Witness 1',
    'Ann Lee,Bo Day,Cy Fox,Di Orr,Ed Poe,Bullying,x',
  );
  expect(all).toEqual([['Ann Lee', 'Bo Day', 'Cy Fox', 'Di Orr', 'Ed Poe']]);
  expect(incidents[0]?.involvements.map(({ role }) => role)).toEqual([
    'harming',
    'harming',
    'harmed',
    'harmed',
    'witness',
  ]);
});

test.each([
  'Pupil voice 1',
  'Student 2 ID',
  'Pupil 2 statement',
  'Year 2',
  'Staff 1',
  'Child 2 action',
  'Pupil 2 Class',
  'Student 1 Form',
  'Name 2 Year Group',
  'Subject 2',
  'Class B',
  'Staff B',
])('%s names no further pupil', async (header) => {
  const { all } = await read(`Pupil,${header}`, 'Ann Lee,Bo Day,Theft,x');
  expect(all).toEqual([['Ann Lee']]);
});
