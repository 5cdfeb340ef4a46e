import { expect, it, test } from 'vitest';
import { findRepeatedLabels } from '../../src/import/find-repeated-labels.ts';
import { importText } from './import-text.ts';

const quote = (cells: string): string => `"${cells.split('|').join('","')}"\n`;
const ROWS = [
  'Lee, Ann|7A|12/01/2026|Theft|x',
  'Lee, Ann|7A|13/01/2026|Fighting|y',
  'Day, Bo|7B|14/01/2026|Behaviour|z',
];

test.each([
  [
    'a title before and a page behind',
    'Behaviour by pupil|Marsh Lane|Name|Reg|Date|Type|Comments|',
    '|Page 1 of 2',
  ],
  ['the labels alone', 'Name|Reg|Date|Type|Comments|', ''],
])('a list of rows with their labels is read from its first row, with %s', async (_, before, behind) => {
  const { incidents, names, audit } = await importText(
    ROWS.map((row) => quote(before + row + behind)).join(''),
  );
  expect(audit).toMatchObject({ dataRecords: 3, acceptedRows: 3, headerLine: 1 });
  expect(incidents.map((incident) => [...names(incident), incident.date, incident.narrative])).toEqual([
    ['Ann Lee', '2026-01-12', 'x'],
    ['Ann Lee', '2026-01-13', 'y'],
    ['Bo Day', '2026-01-14', 'z'],
  ]);
  expect(audit.warnings.join()).toContain('Crystal Reports');
  expect(audit.warnings.join()).not.toContain('no name');
});

it('takes the heading of a group for each of its rows', async () => {
  const { incidents, names } = await importText(
    ROWS.map((row) => {
      const [name, reg, ...values] = row.split('|');
      return quote(
        ['Behaviour', 'Name:', name, 'Reg:', reg, 'Date', 'Type', 'Comments', ...values].join('|'),
      );
    }).join(''),
  );
  expect(incidents.map((incident) => [...names(incident), incident.involvements[0]?.className])).toEqual([
    ['Ann Lee', '7A'],
    ['Ann Lee', '7A'],
    ['Bo Day', '7B'],
  ]);
});

test.each([
  ['a header over its rows', ['Name|Date|Type', 'Ann Lee|12/01/2026|Theft', 'Bo Day|13/01/2026|Theft']],
  ['what was chosen for a report', ['Name|All|Date|12/01/2026', 'Ann Lee|7A|Theft|13/01/2026']],
  ['one row without its labels', ['Name|Date|Type|Ann Lee|12/01/2026|Theft', 'Ann Lee|12/01/2026|Theft|||']],
])('%s holds no labels in its rows', (_, rows) => {
  const cells = rows.map((row) => row.split('|'));
  expect(findRepeatedLabels(cells, cells[0]?.indexOf('Date') ?? -1, {})).toBe(null);
});
