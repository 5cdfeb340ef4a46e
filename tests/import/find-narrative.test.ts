import { expect, test } from 'vitest';
import type { ImportOptions } from '../../src/import/import-exports.ts';
import { importText } from './import-text.ts';

const ACCOUNTS = [
  'Threw a chair across the room and shouted at Bo',
  'Ran out of class and hid behind the bins',
  'Hit Cy on the arm when told to wait',
  'Refused to work, tore the book and threw it',
  'Swore at the teacher and then left the room',
];
const REASONS = [
  'Physical assault against a pupil',
  'Physical assault against an adult',
  'Verbal abuse / threatening behaviour against an adult',
  'Persistent or general disruptive behaviour',
  'Theft',
];

const read = (header: string, cells: readonly string[], options: Partial<ImportOptions> = {}) => {
  const lines = cells.map((cell, index) => `${10 + index}/01/2026,Ann Lee,"${cell}",Time out`);
  return importText([`Date,Child,${header},Response`, ...lines].join('\n'), options);
};

test('accounts under Behaviour are accounts, and no categories', async () => {
  const { incidents, audit } = await read('Behaviour', ACCOUNTS);
  expect(audit.categories).toEqual({});
  expect(audit.columns).toMatchObject({ narrative: 'Behaviour', action: 'Response' });
  expect(incidents.map(({ narrative }) => narrative)).toEqual(ACCOUNTS);
  expect(audit.kinds.uncategorised).toBe(5);
});

test.each([
  ['reasons of exclusions', REASONS],
  [
    'lists of categories',
    ACCOUNTS.map((_, at) => `Bullying > Verbal, Theft, Fighting > Play fighting, Own ${at}`),
  ],
  [
    'long names that come again',
    ACCOUNTS.map(() => 'Failure to follow the reasonable instructions of a member of staff'),
  ],
  ['fewer accounts than prove anything', ACCOUNTS.slice(0, 4)],
])('%s stay categories', async (_, cells) => {
  const { audit } = await read('Behaviour', cells);
  expect(audit.columns).toMatchObject({ category: 'Behaviour' });
});

test('beside a description, and where the user says so, they stay', async () => {
  expect(
    (await read('Behaviour', ACCOUNTS, { columns: { category: 'Behaviour' } })).audit.columns.category,
  ).toBe('Behaviour');
  const beside = await importText(
    ['Date,Child,Behaviour,Details', ...ACCOUNTS.map((cell) => `12/01/2026,Ann Lee,"${cell}",x`)].join('\n'),
  );
  expect(beside.audit.columns).toMatchObject({ category: 'Behaviour', narrative: 'Details' });
});
