import { expect, test } from 'vitest';
import { describeAudit } from '../../src/import/describe-audit.ts';
import { describeAuditText } from '../../src/import/describe-audit-text.ts';
import { writeRejects } from '../../src/import/write-rejects.ts';
import { importText } from './import-text.ts';

const TEXT = [
  'School report',
  '',
  'Incident ID,Student,Incident Date,Categories,Details,Shoe Size',
  '1,Ann Lee,12/01/2026,Bullying,x,3',
  '1,Ann Lee,12/01/2026,Bullying,x,3',
  '2,Bo Ray,31/02/2026,Zorbing,=1+1,4',
  '3,Bo Ray,13/01/2026,Zorbing,y,5',
  '4,Bo Ray,14/01/2026,First Aid,y,5',
  'Total,4',
].join('\n');

test('the object for scripts has the documented keys, and names only when asked for', async () => {
  const { audit } = await importText(TEXT);
  const said = describeAudit(audit, false);
  expect(said).toMatchObject({
    file: 'export.csv',
    encoding: 'utf-8',
    bom: false,
    delimiter: ',',
    header_line: 3,
    layout: 'generic',
    date_order: 'dmy',
    columns: {
      incident_id: 'Incident ID',
      pupil: 'Student',
      date: 'Incident Date',
      category: 'Categories',
      narrative: 'Details',
    },
    unmapped_columns: ['Shoe Size'],
    non_data_rows: { title: 1, blank: 1, repeated_header: 0, footer: 1 },
    data_records: 5,
    accepted_rows: 4,
    rejected_rows: 1,
    rejected: [
      {
        record: 3,
        line: 6,
        code: 'invalid_date',
        column: 'Incident Date',
        value: '31/02/2026',
        message: '"31/02/2026" is not a date of the calendar.',
      },
    ],
    merged_rows: { exact_duplicate: 1, linked_pupil: 0, superseded: 0 },
    distinct_incidents: 3,
    distinct_pupils: 2,
    date_range: ['2026-01-12', '2026-01-14'],
    kinds: { behaviour: 2, safeguarding: 0, positive: 0, uncategorised: 0, accident: 1 },
    default_behaviour_incidents: 2,
    categories: { Bullying: 1, Zorbing: 1, 'First Aid': 1 },
    unmapped_categories: { Zorbing: 1 },
  });
  expect(said).not.toHaveProperty('incidents_per_pupil');
  expect(JSON.stringify(said)).not.toContain('Ann Lee');
  expect(describeAudit(audit, true).incidents_per_pupil).toEqual({ 'Bo Ray': 2, 'Ann Lee': 1 });
});

test('the page says what was read, what was not and why, and what to check', async () => {
  const { audit } = await importText(TEXT);
  const page = describeAuditText(audit);
  for (const part of [
    /^export\.csv\n=+\n/,
    /Header on line 3; comma-separated; UTF-8; dates day first\./,
    /incident date: "Incident Date"/,
    /not used: "Shoe Size"/,
    /5 records = 4 accepted \+ 1 rejected/,
    /4 accepted = 3 incidents \+ 0 further pupils .* \+ 1 exact copy/,
    /not records: 1 title line, 1 blank line, 1 footer line/,
    /2 pupils, from 12\/01\/2026 to 14\/01\/2026/,
    /2 counted as behaviour/,
    /0 positive, 1 accident/,
    /line 6 \[Incident Date\] invalid_date: /,
    /1 × Zorbing/,
    /To check\n {2}- /,
  ]) {
    expect(page).toMatch(part);
  }
  expect(page).not.toContain('Ann Lee');
});

test('a clean file and an empty table read well too', async () => {
  const clean = describeAuditText(
    (await importText('Student;Incident Date;Category;Details\nAnn Lee;2026-01-12;Bullying;x\n')).audit,
  );
  expect(clean).toMatch(/semicolon-separated.*dates year first/);
  expect(clean).toContain('Rejected: none');
  expect(describeAuditText((await importText('Student,Incident Date,Category\n')).audit)).toContain(
    'no incident in this file',
  );
  const many = [
    'Student,Incident Date,Category',
    ...Array.from({ length: 20 }, () => 'Ann Lee,never,Fight'),
  ].join('\n');
  expect(describeAuditText((await importText(many)).audit)).toContain(
    'and 8 more; --rejects FILE writes them all',
  );
});

test('rejected rows are written as they were, with line and reason, and no formula', async () => {
  const { audit } = await importText(`${TEXT}\n9,Cy Fox\n8,Cy Fox,12/01/2026,Bullying,x,3,moved,=2\n`);
  expect(writeRejects(audit).split('\r\n')).toEqual([
    'Incident ID,Student,Incident Date,Categories,Details,Shoe Size,Extra cell 1,Extra cell 2,Termwise Line,Termwise Code,Termwise Reason',
    `2,Bo Ray,31/02/2026,Zorbing,'=1+1,4,,,6,invalid_date,"""31/02/2026"" is not a date of the calendar."`,
    '9,Cy Fox,,,,,,,10,too_few_fields,The row has 2 fields where the header has 6: the date or the pupil is cut off.',
    expect.stringMatching(/^8,Cy Fox,12\/01\/2026,Bullying,x,3,moved,'=2,11,too_many_fields,/),
    '',
  ]);
});
