import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const read = async (header: string, ...numbers: readonly string[]) => {
  const lines = numbers.map(
    (number, index) => `${number},${12 + (index >> 1)}/01/2026,Pupil ${index},Theft,words ${index}`,
  );
  const { audit } = await importText([`${header},Date,Pupil,Category,Details`, ...lines].join('\n'));
  return [audit.columns.incident_id, audit.distinctIncidents];
};

test('a column Incident of numbers keeps the rows of one incident together', async () => {
  expect(await read('Incident', '1', '1', '2', '2', '3', '4')).toEqual(['Incident', 4]);
  expect(await read('Log', 'B-101', 'B-102')).toEqual(['Log', 2]);
});

test.each([
  ['a code of what happened', 'Event', ['1', '2', '1', '2', '1', '2']],
  ['a step of a ladder, be they few', 'Incident', ['C1', 'C1', 'C2']],
  ['a step of a ladder, be they all', 'Incident', ['C1', 'C2', 'C3', 'C4', 'C4', 'C5']],
  ['one of few short numbers', 'Log', ['1', '1', '2']],
  ['one number for all', 'Case', ['7', '7', '7', '7', '7', '7']],
  ['words', 'Incident', ['Took a pen', '2', '3', '4']],
  ['another name', 'Points', ['1', '2', '3', '4']],
] as const)('%s is none', async (_, header, numbers) => {
  expect(await read(header, ...numbers)).toEqual([undefined, numbers.length]);
});

test('numbers leave no record without its words', async () => {
  const { incidents } = await importText(
    'Incident,Date,Pupil,Category\n101,12/01/2026,Ann Lee,Theft\n102,13/01/2026,Bo Day,Theft\n',
  );
  expect(incidents.map(({ id, narrative, categories }) => [id, narrative, categories])).toEqual([
    ['101', '', ['Theft']],
    ['102', '', ['Theft']],
  ]);
});
