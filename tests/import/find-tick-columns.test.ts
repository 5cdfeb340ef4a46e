import { expect, test } from 'vitest';
import { findTickColumns } from '../../src/import/find-tick-columns.ts';
import words from '../../src/import/tick-words.yaml';
import { importText } from './import-text.ts';

const find = (header: string, ...cells: readonly string[]) => {
  const [found] = findTickColumns(
    [header],
    new Set(),
    cells.map((cell) => [cell]),
  );
  return found && [found.name, ...cells.filter((cell) => found.ticks.has(cell.toLowerCase()))];
};

test.each([
  ['Bullying', ['x', ''], ['Bullying', 'x']],
  ['Racist (Y/N)', ['Y', 'N'], ['Racist', 'Y']],
  ['Racist incident?', ['Yes', 'No'], ['Racist', 'Yes']],
  ['Homophobic', ['TRUE', 'FALSE'], ['Homophobic', 'TRUE']],
  ['Fighting', ['✓', 'x'], ['Fighting', '✓']],
  ['Bullying', ['N', ''], undefined],
  ['Bullying', ['x', 'cyber'], undefined],
  ['SEN', ['x', ''], undefined],
  ['Parents informed', ['Y', 'N'], undefined],
  ['Exclusion', ['Y', 'N'], undefined],
] as const)('%s with %j', (header, cells, found) => {
  expect(find(header, ...cells)).toEqual(found);
});

test('a tick is a category, beside others or alone, and the audit names its column', async () => {
  const { incidents, audit } = await importText(
    [
      'Date,Pupil,Category,Bullying?,Racist (Y/N),Parents informed,Details',
      '12/01/2026,Ann Lee,Verbal abuse,Yes,No,Y,a',
      '13/01/2026,Bo Day,,No,TRUE,N,b',
      '14/01/2026,Bo Day,,No,No,N,c',
    ].join('\n'),
  );
  expect(incidents.map(({ categories }) => categories)).toEqual([
    ['Verbal abuse', 'Bullying'],
    ['Racist'],
    [],
  ]);
  expect(audit.furtherColumns).toEqual({ category: ['Bullying?', 'Racist (Y/N)'] });
  expect(audit.unmappedColumns).toEqual(['Parents informed']);
});

test('a sub-category stays with its category', async () => {
  const { incidents } = await importText(
    'Date,Pupil,Category,Sub-Category,Racist\n12/01/2026,Ann Lee,Bullying,Verbal,x\n',
  );
  expect(incidents[0]?.categories).toEqual(['Racist', 'Bullying > Verbal']);
});

test('words are lower case, each once in its list', () => {
  for (const list of Object.values(words as Record<string, string[]>)) {
    expect(list.filter((word) => word !== word.toLowerCase())).toEqual([]);
    expect(new Set(list).size).toBe(list.length);
  }
});
