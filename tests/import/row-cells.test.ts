import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

test('what a database writes for no value is none, in that spelling only', async () => {
  const { incidents, names, rejected, audit } = await importText(
    [
      'Incident ID,Student,UPN,Incident Date,Incident Time,Date Added,Category,Sub-Category,Details,Location,Linked Students',
      '1,Ann Lee,NULL,12/01/2026,NULL,12/01/2026 10:00,Fighting,NULL,nan,NULL,NULL',
      'NULL,Bo Day,nan,NULL,NaN,13/01/2026 10:00,NULL,NULL,x,null,NULL',
      '3,Nan Null,,14/01/2026,,,Fighting,,Null,Yard,',
      '4,Cy Fox,,NaT,,NULL,Fighting,,x,,',
    ].join('\n'),
  );
  expect(incidents.map(names)).toEqual([['Ann Lee'], ['Bo Day'], ['Nan Null']]);
  expect(incidents.map(({ date, narrative, location }) => [date, narrative, location])).toEqual([
    ['2026-01-12', '', null],
    ['2026-01-13', 'x', null],
    ['2026-01-14', 'Null', 'Yard'],
  ]);
  expect(rejected).toEqual(['5 missing_date']);
  expect(audit.problems.filter(({ code }) => code === 'odd_time')).toEqual([]);
});

test('NULL is a surname in a register in capitals, and no value where a database writes it so', async () => {
  const { incidents, names } = await importText(
    [
      'SURNAME,FORENAME,UPN,DATE,CATEGORY',
      'NULL,ANN,NULL,12/01/2026,THEFT',
      'LEE,BO,,13/01/2026,THEFT',
      'NULL,Cy,,14/01/2026,THEFT',
      '\\N,DIANA,\\N,15/01/2026,\\N',
    ].join('\n'),
  );
  expect(incidents.map(names)).toEqual([['Ann Null'], ['Bo Lee'], ['Cy'], ['Diana']]);
  expect(incidents.at(-1)?.categories).toEqual([]);
});

test('control characters that a spreadsheet wrote out are what they stood for', async () => {
  const { incidents, names } = await importText(
    'Date,Names,Type of incident,Details\n12/01/2026,"Ann Lee_x000D_\nBo Day","Fighting_x000D_\nTheft","He ran_x000D_\nand_x0009_fell_x000D_ x_x0041_"\n',
  );
  expect(incidents.map(names)).toEqual([['Ann Lee', 'Bo Day']]);
  expect(incidents[0]).toMatchObject({
    categories: ['Fighting', 'Theft'],
    narrative: 'He ran\nand fell\n x_x0041_',
  });
});

test.each(['\u000b', '\u000c', '\u2028', '\u2029'])(
  'names are parted by the odd line end %j',
  async (end) => {
    const { incidents, names } = await importText(
      `Date,Name,Type of incident,Details\n12/01/2026,Ann Lee${end}Bo Day,Fighting${end}Theft,x\n`,
    );
    expect(incidents.map(names)).toEqual([['Ann Lee', 'Bo Day']]);
    expect(incidents[0]?.categories).toEqual(['Fighting', 'Theft']);
  },
);

test('the mark that old programs put at the end of a file is no record', async () => {
  const text = 'Date,Name,Type of incident,Details\n12/01/2026,Ann Lee,Fighting,x\n';
  for (const end of ['\u001a', '\u001a\r\n']) {
    const { audit } = await importText(text + end);
    expect(audit).toMatchObject({ dataRecords: 1, rejectedRows: 0, nonDataRows: { blank: 1 } });
  }
});
