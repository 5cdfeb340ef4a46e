import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../src/import/write-csv.ts';
import { writeRejects } from '../../src/import/write-rejects.ts';
import type { FileAudit } from '../../src/incident/import-audit.ts';
import { importText } from './import-text.ts';

/** Both equations of the accounting, and what must agree with them. */
function checkAccounts(audit: FileAudit): void {
  const { exactDuplicate, linkedPupil, superseded } = audit.mergedRows;
  expect(audit.dataRecords).toBe(audit.acceptedRows + audit.rejectedRows);
  expect(audit.acceptedRows).toBe(audit.distinctIncidents + exactDuplicate + linkedPupil + superseded);
  expect(audit.problems.filter(({ severity }) => severity === 'rejected').length).toBe(audit.rejectedRows);
  expect(Object.values(audit.kinds).reduce((sum, count) => sum + count, 0)).toBe(audit.distinctIncidents);
}

const HEADER = [
  'Incident ID',
  'Student',
  'UPN',
  'DOB',
  'Incident Date',
  'Categories',
  'Details',
  'Linked Students',
  'Last Updated',
];
const cellOf = [
  fc.constantFrom('1', '2', '3', '', 'N/A', '1E+05', '="7"'),
  fc.constantFrom('Ann Lee', 'LEE, Ann', 'Bo Ray', '', 'TBC', 'Cy Fox', 'Total'),
  fc.constantFrom('', 'A1', 'a1 ', 'B2'),
  fc.constantFrom('', '01/02/2015', '2016-03-04'),
  fc.constantFrom(
    '12/01/2026 10:00',
    '13/01/2026',
    '2026-01-14',
    '',
    '31/02/2026',
    'TBC',
    '01/01/1900',
    '01/01/2099',
    '46034',
  ),
  fc.constantFrom('Bullying', 'Neglect', 'Positive', '', 'Bullying; Fighting', 'bullying', 'Odd'),
  fc.constantFrom('words', '', 'two\nlines', 'a "quote', '=1+1', '<p>x</p>'),
  fc.constantFrom('', 'Bo Ray', 'Ray, Bo; Fox, Cy', 'Ann Lee, Bo Ray'),
  fc.constantFrom('', '14/01/2026 09:00', '15/01/2026 09:00', 'never'),
];
const record = fc.tuple(...cellOf).chain((cells) =>
  fc.constantFrom(
    cells,
    cells,
    cells,
    cells,
    cells.slice(0, 5),
    cells.slice(0, 2),
    [...cells, 'extra'],
    [...cells, ''],
    cells.map(() => ''),
  ),
);

test('every record is accepted or rejected, and every accepted row is somewhere, on 500 generated files', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 25 }),
      fc.constantFrom('\r\n', '\n', '\r'),
      async (records, end) => {
        const text = writeCsv(HEADER, records).replaceAll('\r\n', end);
        const { audit, incidents } = await importText(text);
        checkAccounts(audit);
        const { title, blank, repeatedHeader, footer } = audit.nonDataRows;
        expect(audit.dataRecords + title + blank + repeatedHeader + footer).toBe(records.length);
        expect(new Set(incidents.map(({ key }) => key)).size).toBe(audit.distinctIncidents);
      },
    ),
    { numRuns: 500 },
  );
});

test('rejected rows are written as they were, and are rejected for the same reason when read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 25 }), async (records) => {
      const { audit } = await importText(writeCsv(HEADER, records));
      const written = writeRejects(audit);
      const cells = audit.problems.flatMap((problem) =>
        problem.severity === 'rejected' ? [problem.code] : [],
      );
      if (cells.length === 0) return;
      const again = await importText(written);
      expect(again.audit.dataRecords).toBe(cells.length);
      const keep = (codes: readonly string[]) => codes.filter((code) => !code.startsWith('too_')).sort();
      const codes = again.audit.problems.flatMap((problem) =>
        problem.severity === 'rejected' ? [problem.code] : [],
      );
      expect(keep(codes)).toEqual(expect.arrayContaining(keep(cells)));
    }),
    { numRuns: 100 },
  );
});
