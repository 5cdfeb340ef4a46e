import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const warnings = async (names: readonly string[]) => {
  const lines = names.map((name, index) => `${index + 1}/09/2025,"${name}",Theft,x${index}`);
  const { audit } = await importText(['Date,Pupil,Category,Details', ...lines].join('\n'));
  return audit.warnings.filter((one) => one.includes('letters'));
};

test('a name that a PDF cannot print is told with its first line and column', async () => {
  expect(await warnings(['Ann Lee', '李明', 'محمد علي', '李明'])).toEqual([
    '2 pupils are named in letters that a PDF cannot print (column "Pupil": line 3, "李明"; line 4, "محمد علي"). Reports with names need them in Latin, Greek or Cyrillic letters in the export, or --format html.',
  ]);
  expect((await warnings(['Ali علی']))[0]).toMatch(/^1 pupil is named .*line 2/);
});

test('many are counted, and some shown', async () => {
  const names = [...'李王张刘陈杨'].map((surname) => `${surname}明`);
  expect((await warnings(names))[0]).toMatch(/^6 pupils are named .* …\)/);
});

test.each([
  'Siân O’Dowd',
  'Nguyễn Thị Ánh',
  'Иван Петров',
  'Νίκος Παπάς',
  'Ann 😀 Lee',
  'Ṣọlá Adé',
  'Ａｎｎ Lee',
])('%s is printed', async (name) => {
  expect(await warnings([name])).toEqual([]);
});
