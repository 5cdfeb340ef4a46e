import { expect, test } from 'vitest';
import { isNoNumber } from '../../src/import/is-no-number.ts';
import { importText } from './import-text.ts';

const read = async (column: string, rows: readonly (readonly [name: string, number: string])[]) => {
  const lines = rows.map(([name, number], index) => `${index + 1}/09/2025,${name},${number},Theft,x${index}`);
  const { audit } = await importText([`Date,Pupil,${column},Category,Details`, ...lines].join('\n'));
  return {
    pupils: audit.distinctPupils,
    warnings: audit.warnings.filter((one) => one.includes('number stands')),
  };
};

test.each([
  'Pending',
  'awaiting UPN',
  'No UPN',
  'n/k',
  'Temp',
  'not yet issued',
  'A000000000000',
  '9999999999999',
  '6.01E+08',
])('%s is no number', (cell) => {
  expect(isNoNumber(cell)).toBe(true);
});

test.each(['A123456789012', '4511', '004512', 'LEEA', 'A100000000001', 'B111111111111', 'New123'])(
  '%s is a number',
  (cell) => {
    expect(isNoNumber(cell)).toBe(false);
  },
);

test.each(['UPN', 'Admission Number'])(
  'what stands in place of a %s makes no two pupils one',
  async (column) => {
    const { pupils, warnings } = await read(column, [
      ['Ann Lee', 'Pending'],
      ['Bo Day', 'Pending'],
    ]);
    expect([pupils, warnings]).toEqual([2, []]);
  },
);

test('a number of three people is not used, and is told', async () => {
  const { pupils, warnings } = await read('UPN', [
    ['Ann Lee', 'A123456789012'],
    ['Bo Day', 'A123456789012'],
    ['Cy Fox', 'A123456789012'],
    ['"Fox, Cy"', ''],
  ]);
  expect(pupils).toBe(3);
  expect(warnings).toEqual([
    '1 pupil number stands beside names of different people and was not used; they are told apart by name (A123456789012: Ann Lee, Bo Day, Cy Fox).',
  ]);
});

test('a word in place of a number is not used where two people bear it', async () => {
  const { pupils, warnings } = await read('UPN', [
    ['Ann Lee', 'Zebra'],
    ['Bo Day', 'Zebra'],
  ]);
  expect(pupils).toBe(2);
  expect(warnings.join()).toMatch(/was not used/);
});

test('a number of two names with no word in common is one pupil, and is told', async () => {
  const { pupils, warnings } = await read('UPN', [
    ['Ann Lee', 'A123456789012'],
    ['Bo Day', 'A123456789012'],
  ]);
  expect(pupils).toBe(1);
  expect(warnings).toEqual([
    '1 pupil number stands beside two names with no word in common, and counts as one pupil; if they are two, correct the number (A123456789012: Ann Lee, Bo Day).',
  ]);
});

test.each([
  ['a new surname', ['Ann Lee', 'Ann Day', 'A. Day-Lee']],
  ['a shorter forename', ['Isabella Lee', 'Bella Lee']],
  ['initials', ['Ann Lee', 'A L', 'AL']],
  ['a chain of names', ['Ann Lee', 'Ann Day', 'Bo Day']],
])('%s tells nothing', async (_, names) => {
  const { pupils, warnings } = await read(
    'UPN',
    names.map((name) => [name, 'A123456789012'] as const),
  );
  expect([pupils, warnings.filter((one) => one.includes('not used'))]).toEqual([1, []]);
});

test.each([
  ['spellings of one name', ['Mohammed A', 'Muhammad Ahmed', 'Mohamed Ahmad']],
  ['shorter forenames with new surnames', ['Kate Lee', 'Katherine Brown', 'Katie Brown-Smith', 'Katy Green']],
  ['mistakes of typing', ['Grace Thompson', 'Grcae Thomson', 'Gracie Tompson']],
  ['initials', ['AL', 'Ann Lee', 'A Brown']],
])('%s do not take a good number away', async (_, names) => {
  const { pupils, warnings } = await read(
    'UPN',
    names.map((name) => [name, 'A123456789012'] as const),
  );
  expect([pupils, warnings]).toEqual([1, []]);
});

test('among many names chance makes some alike, and the number is not used', async () => {
  const names = ['Mohammed Day', 'Muhammad Fox', 'Bo Sun', 'Cy Lee', 'Di Orr', 'Ed Ray'];
  const { pupils } = await read(
    'UPN',
    names.map((name) => [name, 'A123456789012'] as const),
  );
  expect(pupils).toBe(6);
});

test.each([
  ['born on different days', ['01/02/2014', '', '03/04/2015'], 2],
  ['born on one day', ['01/02/2014', '', '01/02/2014'], 1],
  ['of whom one day is not said', ['01/02/2014', '', ''], 1],
])('a number of two people %s', async (_, births, pupils) => {
  const names = ['Ann Lee', 'Ann Lee', 'Bo Day'];
  const rows = names.map((name, at) => `${at + 1}/09/2025,${name},A123456789012,${births[at]},Theft,x${at}`);
  const { audit } = await importText(['Date,Pupil,UPN,DOB,Category,Details', ...rows].join('\n'));
  expect(audit.distinctPupils).toBe(pupils);
  expect(audit.warnings.filter((one) => one.includes('number stands'))).toHaveLength(1);
});
