import { describe, expect, test } from 'vitest';
import { importText } from './import-text.ts';

const HEAD = 'Date,Pupil,Category,Details';
const read = async (...lines: readonly string[]) => {
  const { audit, incidents, names, rejected } = await importText(lines.join('\n'));
  const told = incidents.map((one) =>
    [one.date, names(one).join('+'), one.categories.join(';'), one.narrative].join(' '),
  );
  return { audit, told, rejected };
};

describe('what stands above the header', () => {
  test.each([
    ['a heading over several columns', 'Pupil,,When,,What happened,'],
    ['what was chosen for the report', 'Date:,01/09/2025 to 31/12/2025,Student:,All,Category:,All'],
    ['the same without a date', 'Student:,All,Category:,All,Date:,This term'],
  ])('%s is no header, although it holds names of columns', async (_, line) => {
    const { audit, told } = await read(
      line,
      'Name,Class,Date,Time,Category,Details',
      'Ann Lee,7A,12/01/2026,09:10,Theft,a',
    );
    expect(told).toEqual(['2026-01-12 Ann Lee Theft a']);
    expect(audit).toMatchObject({ headerLine: 2, dataRecords: 1, nonDataRows: { title: 1 } });
  });
  test('a first sheet is not passed over for a larger one below it', async () => {
    const { audit, told } = await read(
      HEAD,
      '12/01/2026,Ann Lee,Theft,a',
      'Date,Time,Pupil,Category,Details,Location',
      '13/01/2026,09:00,Bo Day,Theft,b,Yard',
    );
    expect(audit.headerLine).toBe(1);
    expect(told).toEqual(['2026-01-12 Ann Lee Theft a', '2026-01-13 Bo Day Theft b']);
  });
});

describe('sheets one below the other', () => {
  test('their names are titles; other words alone in a row are records that cannot be read', async () => {
    const { audit, told, rejected } = await read(
      'Autumn',
      HEAD,
      '12/10/2025,Ann Lee,Theft,a',
      '',
      'Spring',
      'Mrs Dunn’s log',
      HEAD,
      '13/01/2026,Bo Day,Theft,b',
      'and then he left.',
      HEAD,
      'and so did she',
      HEAD,
      'A word alone',
      '14/01/2026,Bo Day,Theft,c',
    );
    expect(told.length).toBe(3);
    expect(audit).toMatchObject({ dataRecords: 6, nonDataRows: { title: 3, repeatedHeader: 3 } });
    expect(rejected).toEqual(['9 too_few_fields', '11 too_few_fields', '13 too_few_fields']);
  });
  test('a page number beside the title makes no other title', async () => {
    const { audit } = await read(
      'Behaviour Log,,,Page 1 of 2',
      HEAD,
      '12/01/2026,Ann Lee,Theft,a',
      'Behaviour Log,,,Page 2 of 2',
      HEAD,
      '13/01/2026,Bo Day,Theft,b',
    );
    expect(audit).toMatchObject({ dataRecords: 2, nonDataRows: { title: 2, repeatedHeader: 1 } });
  });
  test('rows below a header with other columns are read by it, which is told, until the first comes again', async () => {
    const { audit, told } = await read(
      HEAD,
      '12/01/2026,Ann Lee,Theft,a',
      'Date,Pupil,Details,Action',
      '13/01/2026,Bo Day,b,Rang home',
      'Incident Date,Time,Student,Category,Details',
      '14/01/2026,09:00,Cy Fox,Fighting,c',
      HEAD,
      '15/01/2026,Di Orr,Theft,d',
    );
    expect(told).toEqual([
      '2026-01-12 Ann Lee Theft a',
      '2026-01-13 Bo Day  b',
      '2026-01-14 Cy Fox Fighting c',
      '2026-01-15 Di Orr Theft d',
    ]);
    expect(audit).toMatchObject({ dataRecords: 4, rejectedRows: 0, nonDataRows: { repeatedHeader: 3 } });
    expect(audit.warnings.join()).toMatch(
      /other columns follows further down \(line 3, 5\); the rows below were read by it, without "Action", "Time"/,
    );
  });
  test('cells beyond such a header still move the columns', async () => {
    const { rejected } = await read(
      HEAD,
      '12/01/2026,Ann Lee,Theft,a',
      'Date,Time,Pupil,Category,Details',
      '13/01/2026,09:00,Bo Day,Theft,b,c',
    );
    expect(rejected).toEqual(['4 too_many_fields']);
  });
  test('a row with a date is data, whatever words it holds', async () => {
    const { rejected } = await read(
      'Behaviour,Date,Student,Type,Ann Lee',
      'Behaviour,Date,Student,Type,12/01/2026',
      'Behaviour,Date,Student,Type,13/01/2026',
    );
    expect(rejected).toEqual(['2 invalid_date', '3 invalid_date']);
  });
});

describe('what databases and pages print for a table', () => {
  test.each([
    [
      'a line below the header',
      [HEAD, '----------,-----,--------,-------', '12/01/2026,Ann Lee,Theft,a', '', '(1 rows affected)'],
    ],
    [
      'bars',
      [
        'Date | Pupil | Category | Details',
        '-----+-----+-----+----',
        '12/01/2026 | Ann Lee | Theft | a',
        '(1 row)',
      ],
    ],
    [
      'bars all round',
      [
        '| Date | Pupil | Category | Details |',
        '|---|:---:|---|---|',
        '| 12/01/2026 | Ann Lee | Theft | a |',
      ],
    ],
  ])('%s', async (_, lines) => {
    const { audit, told } = await read(...lines);
    expect(told).toEqual(['2026-01-12 Ann Lee Theft a']);
    expect(audit).toMatchObject({ dataRecords: 1, rejectedRows: 0 });
  });
  test('a row of single dashes is a record', async () => {
    const { rejected } = await read(HEAD, '-,-,-,-');
    expect(rejected).toEqual(['2 invalid_date']);
  });
});

describe('sums', () => {
  test.each([
    ['Ann Lee Total,,,5', 'footer'],
    ['Ann Lee Count,1,,', 'footer'],
    ['Grand Count,2,,', 'footer'],
    ['Grand Total,,,7', 'footer'],
    ['Ann Lee Total,,,', 'data'],
    ['Ann Count,,Theft,', 'data'],
    ['We lost the count,,Theft,', 'data'],
  ])('%s is %s', async (line, sort) => {
    const { audit } = await read('Pupil,Date,Category,Points', 'Ann Lee,12/01/2026,Theft,2', line);
    expect(audit.nonDataRows.footer).toBe(sort === 'footer' ? 1 : 0);
    expect(audit.rejectedRows).toBe(sort === 'footer' ? 0 : 1);
  });
});
