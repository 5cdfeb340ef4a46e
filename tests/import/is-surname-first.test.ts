import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const read = async (...cells: readonly string[]) => {
  const lines = cells.map((cell, index) => `${index + 1},"${cell}",${10 + index}/01/2026,Theft`);
  const { byId, names } = await importText(
    [`ID,Students Involved,Incident Date,Behaviour Type`, ...lines].join('\n'),
  );
  return cells.map((_, index) => names(byId.get(String(index + 1))));
};

test('two words before a comma are a surname where all that is plain puts the surname first', async () => {
  expect(await read('Garcia Lopez, Maria Jose', 'Lee, Ann', 'Day, Bo; Lee, Ann')).toEqual([
    ['Maria Jose Garcia Lopez'],
    ['Ann Lee'],
    ['Bo Day', 'Ann Lee'],
  ]);
});

test.each(['Cy Fox', 'Cy Fox; Bo Day', 'Cy Fox (7A), Di Orr (7B)'])(
  'they are two pupils beside %s',
  async (cell) => {
    const [both] = await read('Ann Lee, Bo Day', cell, 'Day, Bo');
    expect(both).toEqual(['Ann Lee', 'Bo Day']);
  },
);

test('and where nothing is plain', async () => {
  expect(await read('Ann Lee, Bo Day')).toEqual([['Ann Lee', 'Bo Day']]);
});

test('and where a lone forename stands among them', async () => {
  const [one, two] = await read('Ann Lee, Bo Day', 'Cy Fox, Di Orr', 'Kai, Bo Day');
  expect([one, two]).toEqual([
    ['Ann Lee', 'Bo Day'],
    ['Cy Fox', 'Di Orr'],
  ]);
});
