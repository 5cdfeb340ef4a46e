import { expect, test } from 'vitest';
import { findUnnamedColumns } from '../../src/import/find-unnamed-columns.ts';
import { importText } from './import-text.ts';

test('a column without a name counts where it holds words, and rows may be numbered', () => {
  expect(
    findUnnamedColumns(
      ['', 'Date', '', ''],
      [
        ['0', 'x', '', 'Rang mum'],
        ['1', 'x', '', ''],
      ],
    ),
  ).toEqual([3]);
});

test.each([
  [
    'Date,Pupil,Category,\n12/01/2026,Ann Lee,Theft,Rang mum\n',
    /Column 4 has text but no name, so it was not read/,
  ],
  [
    'Date,Pupil,Category,,\n12/01/2026,Ann Lee,Theft,Rang mum,Sent home\n',
    /Columns 4, 5 have text but no names/,
  ],
])('%j is told', async (text, said) => {
  const { audit } = await importText(text);
  expect(audit.warnings.join()).toMatch(said);
});

test('empty columns and numbers of rows are not told', async () => {
  const { audit } = await importText(
    ',Date,Pupil,Category,\n0,12/01/2026,Ann Lee,Theft,\n1,13/01/2026,Ann Lee,Theft,\n',
  );
  expect(audit.warnings.join()).not.toMatch(/no name/);
});
