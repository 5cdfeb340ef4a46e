import { expect, test } from 'vitest';
import { guessColumns } from '../../src/import/guess-columns.ts';
import { importText } from './import-text.ts';

const guess = (...headers: string[]) => Object.fromEntries(guessColumns(headers, new Map()));

test('the words of a header tell what is needed', () => {
  expect(guess('Day this took place', 'Child known as', 'Kind of misconduct', 'Our account of it')).toEqual({
    date: 0,
    pupil: 1,
    category: 2,
    narrative: 3,
  });
});

test('a better header wins over an earlier one', () => {
  expect(guess('Day', 'Day of the concern').date).toBe(1);
});

test.each(['Date of birth', 'Date added', 'Review date', 'Date parents informed'])(
  '%s is no incident date',
  (header) => {
    expect(guess(header)).not.toHaveProperty('date');
  },
);

test('columns and fields that are taken are left alone, and so are sentences', () => {
  expect([...guessColumns(['Day', 'Day of it'], new Map([['x', 0]]))]).toEqual([['date', 1]]);
  expect([...guessColumns(['Day'], new Map([['date', 5]]))]).toEqual([]);
  expect(guess('He pushed the other child in the line and said that he did not care at all')).toEqual({});
});

test('a file read by guesses says so, and one with all its columns guesses nothing', async () => {
  const { audit, incidents } = await importText(
    'Day this took place,Child known as,Kind of misconduct,Date added\n12/01/2026,Ann Lee,Fight,13/01/2026\n',
  );
  expect(audit.warnings.join()).toMatch(
    /"Day this took place" for the date.*"Child known as" for the pupil.*--map/,
  );
  expect(incidents[0]).toMatchObject({
    date: '2026-01-12',
    recordedDate: '2026-01-13',
    categories: ['Fight'],
  });
  const plain = await importText('Student,Incident Date,Category,Details\nAnn Lee,12/01/2026,Fight,x\n');
  expect(plain.audit.warnings.join()).not.toMatch(/words of their headers/);
});
