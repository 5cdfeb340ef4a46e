import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const read = async (header: string, rows: readonly string[]) => {
  const lines = rows.map((row, index) => `${10 + index}/01/2026,Ann Lee,${row},x`);
  const { incidents, audit } = await importText([`Date,Name,${header},Details`, ...lines].join('\n'));
  return { kinds: incidents.map(({ kind }) => kind), warnings: audit.warnings.join(' ') };
};
const POINTS = /read as positive by points alone/;

test('where behaviour has points below 0, what has points above 0 and no other meaning is positive', async () => {
  const { kinds, warnings } = await read('Category,Points', [
    'Fighting,-3',
    'Resilience,2',
    'Mystery,-1',
    'Mystery,0',
    'Mystery,',
    ',1',
  ]);
  expect(kinds).toEqual(['behaviour', 'positive', 'behaviour', 'behaviour', 'behaviour', 'positive']);
  expect(warnings).toMatch(/2 records are read as positive by points alone/);
});

test.each([
  ['points of one sign alone', 'Category,Points', ['Fighting,3', 'Mystery,2', 'Mystery,1']],
  ['behaviour counted upwards', 'Category,Points', ['Fighting,3', 'Mystery,2', 'Mystery,-1']],
  ['nothing known to go by', 'Category,Points', ['Mystery,2', 'Riddle,-1', 'Riddle,-2']],
  ['known behaviour on both sides', 'Category,Points', ['Fighting,3', 'Fighting,-3', 'Mystery,1']],
  [
    'a column that says so itself',
    'Category,Polarity,Points',
    ['Fighting,Negative,-3', 'Mystery,Negative,1'],
  ],
])('%s: points say nothing', async (_, header, rows) => {
  const { kinds, warnings } = await read(header, rows);
  expect(kinds).toEqual(rows.map(() => 'behaviour'));
  expect(warnings).not.toMatch(POINTS);
});

test('behaviour that is known stays so, whatever points one record of many has', async () => {
  const rows = [...Array.from({ length: 20 }, () => 'Fighting,-3'), 'Fighting,3', 'Mystery,1'];
  const lines = rows.map((row, index) => `${1 + index}/01/2026,Ann Lee,${row},x${index}`);
  const { incidents } = await importText([`Date,Name,Category,Points,Details`, ...lines].join('\n'));
  expect(incidents.filter(({ kind }) => kind === 'positive').map(({ categories }) => categories)).toEqual([
    ['Mystery'],
  ]);
});

test('points of both signs that nothing explains are told', async () => {
  const { warnings } = await read('Category,Points', ['Mystery,2', 'Riddle,-1', 'Riddle,-2']);
  expect(warnings).toMatch(/1 record has points above 0 and others points below 0, and nothing/);
});

test.each([
  ['of one sign', 'Category,Points', ['Mystery,2', 'Mystery,1']],
  ['explained by the rest', 'Category,Points', ['Fighting,-3', 'Mystery,2']],
  ['of known behaviour', 'Category,Points', ['Fighting,3', 'Mystery,-1']],
  ['beside a column that says so', 'Category,Polarity,Points', ['Mystery,Negative,-3', 'Mystery,Positive,1']],
])('points %s leave nothing open', async (_, header, rows) => {
  expect((await read(header, rows)).warnings).not.toMatch(/points above 0 and others/);
});
