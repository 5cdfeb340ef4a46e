import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const read = async (header: string, ...rows: readonly string[]) => {
  const lines = rows.map((row, index) => `${10 + index}/01/2026,Ann Lee,${row},x`);
  const imported = await importText([`Date,Name,${header},Details`, ...lines].join('\n'));
  return { ...imported, all: imported.incidents.map(({ kind, categories }) => [kind, ...categories]) };
};

test.each([
  ['Type,Behaviour', 'Positive,Helped a friend', 'Negative,Talking'],
  ['Behaviour,Type', 'Helped a friend,Positive', 'Talking,Negative'],
  ['Type,Category', 'Achievement,Helped a friend', 'Behaviour,Talking'],
  ['Event Type,Reason', '+ve,Helped a friend', '-ve,Talking'],
  ['Category,Event', 'Positive Event,Helped a friend', 'Negative Event,Talking'],
])('%s: what is positive is told by its own column', async (header, ...rows) => {
  const { all, audit } = await read(header, ...rows, ...rows);
  expect(all).toEqual([
    ['positive', 'Helped a friend'],
    ['behaviour', 'Talking'],
    ['positive', 'Helped a friend'],
    ['behaviour', 'Talking'],
  ]);
  expect(audit.unmappedColumns).toEqual([]);
});

test.each([
  ['Type,Behaviour', 'Classroom,Talking', 'Positive,Talking', 'Playground,Fighting'],
  ['Type,Behaviour', ',Talking', ',Talking', ',Fighting'],
  ['Type,Behaviour', 'Behaviour,Talking', 'Behaviour,Talking', 'Behaviour,Fighting'],
])('%s: a column of other words is none', async (header, ...rows) => {
  const { all } = await read(header, ...rows);
  expect(all).toEqual([
    ['behaviour', 'Talking'],
    ['behaviour', 'Talking'],
    ['behaviour', 'Fighting'],
  ]);
});

test('where no other column is one of categories, Positive and Negative stay the categories', async () => {
  const { all } = await read('Type', 'Positive', 'Negative');
  expect(all.map(([kind]) => kind)).toEqual(['positive', 'behaviour']);
  expect(all.map(([, category]) => category)).toEqual(['Positive', 'Negative']);
});

test('a polarity that begins like another word is not positive', async () => {
  const { all } = await read(
    'Polarity,Category',
    'Possession,Our own A',
    'Positive handling,Our own B',
    'Pos,Our own C',
  );
  expect(all.map(([kind]) => kind)).toEqual(['behaviour', 'behaviour', 'positive']);
});

test.each(['Positives', 'positive_point', 'PositivePoint', 'pos_1'])(
  'the polarity %s is positive',
  async (word) => {
    const { all } = await read('Polarity,Category', `${word},Our own A`, 'Negatives,Our own B');
    expect(all.map(([kind]) => kind)).toEqual(['positive', 'behaviour']);
  },
);

test('the column that the user names for the category stays so', async () => {
  const text =
    'Date,Name,Behaviour Type,Behaviour\n12/01/2026,Ann Lee,Positive,Helped\n13/01/2026,Ann Lee,Negative,Talking\n';
  const columns = { category: 'Behaviour Type' };
  const { incidents } = await importText(text, { columns });
  expect(incidents.map(({ categories }) => categories)).toEqual([['Positive'], ['Negative']]);
});
