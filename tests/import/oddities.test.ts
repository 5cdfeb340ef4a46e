import { describe, expect, test } from 'vitest';
import { importText } from './import-text.ts';

const HEAD =
  'Incident ID,Student,UPN,Date/Time of incident,Categories,Incident details,Actions,Linked Students,Last Updated';
const row = (id: string, name = '"Lee, Ann"', date = '12/01/2026 14:05', rest = 'Bullying,Words,,,') =>
  `${id},${name},,${date},${rest}`;

describe('encodings', () => {
  const text = `${HEAD}\r\n1,"Müller, Zoë",,12/01/2026,Bullying,“Quoted” – £5,,,\r\n`;
  const wide = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  test.each([
    ['utf-8', false, Buffer.from(text)],
    ['utf-8', true, Buffer.from(`\ufeff${text}`)],
    ['utf-16-le', true, Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['utf-16-le', false, wide],
    ['utf-16-be', true, Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['utf-16-be', false, swapped],
  ])('%s, mark %s', async (encoding, bom, bytes) => {
    const { audit, byId, names } = await importText(bytes);
    expect(audit).toMatchObject({ encoding, bom });
    expect(byId.get('1')?.narrative).toBe('“Quoted” – £5');
    expect(names(byId.get('1'))).toEqual(['Zoë Müller']);
  });
  test('half a character at the end of a wide file is no record', async () => {
    const { audit } = await importText(Buffer.concat([Buffer.from([0xff, 0xfe]), wide, Buffer.from([0])]));
    expect(audit).toMatchObject({ dataRecords: 1, acceptedRows: 1 });
  });
  test('windows-1252, also by name', async () => {
    const bytes = Buffer.from(
      `${HEAD}\n1,Ann Lee,,12/01/2026,Bullying,\x93Quoted\x94 \x96 \xa35 caf\xe9,,,\n`,
      'latin1',
    );
    for (const encoding of [undefined, 'cp1252']) {
      const { audit, byId } = await importText(bytes, encoding === undefined ? {} : { encoding });
      expect(audit.encoding).toBe('windows-1252');
      expect(byId.get('1')?.narrative).toBe('“Quoted” – £5 café');
    }
    await expect(importText(bytes, { encoding: 'klingon' })).rejects.toThrow(/klingon/);
  });
  test('stray NULs go, with a warning', async () => {
    const { audit, byId } = await importText(
      `${HEAD}\r\n${row('1')}\r\n2,Bo\0 Ray,,13/01/2026,Bull\0ying,Wo\0rds,,,\r\n\0`,
    );
    expect(byId.get('2')).toMatchObject({ narrative: 'Words', categories: ['Bullying'] });
    expect(audit.warnings.join()).toMatch(/4 stray NUL/);
    expect(audit.dataRecords).toBe(2);
  });
  test('spoiled text is told', async () => {
    const { audit } = await importText(`${HEAD}\n1,Ann Lee,,12/01/2026,Bullying,It wasnâ€™t ZoÃ«,,,\n`);
    expect(audit.warnings.join()).toMatch(/spoiled/);
  });
});

describe('delimiters and line ends', () => {
  test.each([';', '\t', '|', ','])('%j', async (delimiter) => {
    const text = [
      ['Student', 'Incident Date', 'Category', 'Details'].join(delimiter),
      ['Ann Lee', '12/01/2026', 'Bullying', '"a, b; c | d\te"'].join(delimiter),
    ].join('\n');
    const { audit, incidents } = await importText(text);
    expect(audit.delimiter).toBe(delimiter);
    expect(incidents[0]?.narrative).toBe('a, b; c | d\te');
  });
  test.each(['sep=;\r\n', '"sep=;"\r\n', 'SEP=;\n'])('%j is obeyed and is no data', async (sep) => {
    const { audit } = await importText(
      `${sep}Student;Incident Date;Category\r\nAnn Lee;12/01/2026;Fight, big\r\n`,
    );
    expect(audit).toMatchObject({ delimiter: ';', headerLine: 2, dataRecords: 1 });
    expect(audit.nonDataRows).toEqual({ title: 0, blank: 0, repeatedHeader: 0, footer: 0 });
  });
  test.each(['\r', '\n', '\r\n'])('records ended by %j', async (end) => {
    const { audit, rejected } = await importText([HEAD, row('1'), row('2', ''), row('3'), ''].join(end));
    expect(audit).toMatchObject({ dataRecords: 3, acceptedRows: 2 });
    expect(rejected).toEqual(['3 missing_pupil']);
  });
  test('mixed line ends, and every kind inside a cell', async () => {
    const inside = '1,"Lee, Ann",,12/01/2026,Bullying,"one\rtwo\nthree\r\nfour",,,';
    const { byId, rejected } = await importText(`${HEAD}\r\n${inside}\n${row('2', '')}\r${row('3')}`);
    expect(byId.get('1')?.narrative).toBe('one\rtwo\nthree\r\nfour');
    expect(rejected).toEqual(['6 missing_pupil']);
    expect(byId.get('3')?.sources).toEqual([{ file: 'export.csv', line: 7 }]);
  });
});

describe('what is no data', () => {
  test('titles, blanks, repeated headers and footers', async () => {
    const text = [
      'Behaviour report,,',
      'From 01/09/2025,',
      '',
      HEAD,
      row('1'),
      ',,,,',
      'Behaviour report,,',
      HEAD,
      row('2'),
      '',
      'Total,2',
      'Total incidents: 2',
      'Page 1 of 2',
      'Report generated 12/01/2026 by A Person',
      'Printed: 1/1/26',
    ].join('\r\n');
    const { audit } = await importText(text);
    expect(audit.headerLine).toBe(4);
    expect(audit.nonDataRows).toEqual({ title: 3, blank: 3, repeatedHeader: 1, footer: 5 });
    expect(audit).toMatchObject({ dataRecords: 2, rejectedRows: 0 });
  });
  test('rows that stand whole in one cell are taken apart, and told', async () => {
    const text = [HEAD, row('1'), '2,Bo Ray,,13/01/2026,Fight,"He said ""no"", then left",,,', 'Total,2']
      .map((record) => `"${record.replaceAll('"', '""')}"`)
      .join('\r\n');
    const { audit, byId, names } = await importText(text);
    expect(audit).toMatchObject({ dataRecords: 2, rejectedRows: 0, headerLine: 1 });
    expect(audit.warnings.join()).toMatch(/in one cell/);
    expect(byId.get('2')).toMatchObject({ date: '2026-01-13', narrative: 'He said "no", then left' });
    expect(names(byId.get('1'))).toEqual(['Ann Lee']);
  });
  test('a file without a header is refused, whatever words its rows hold', async () => {
    const text = '1,Ann Lee,12/01/2026,Behaviour,At the end of the day a child fell\n';
    await expect(importText(text.repeat(3))).rejects.toThrow(/no header row/);
  });
  test('a sparse row that is no footer is rejected, never dropped', async () => {
    const { rejected } = await importText(
      `${HEAD}\n${row('1')}\n1219,"Fairwick, Poppy"\nTotally lost\nCountess,x\n`,
    );
    expect(rejected).toEqual(['3 too_few_fields', '4 too_few_fields', '5 too_few_fields']);
  });
});

describe('rows that are too short or too long', () => {
  test('optional cells may be missing, required ones not; empty cells may be too many', async () => {
    const { audit, rejected } = await importText(
      [HEAD, '1,Ann Lee,,12/01/2026', '2,Ann Lee,', `${row('3')},,,`, `${row('4')},x`].join('\n'),
    );
    expect(audit.acceptedRows).toBe(2);
    expect(rejected).toEqual(['3 too_few_fields', '5 too_many_fields']);
    expect(audit.warnings.join()).toMatch(/1 row lacks optional cells/);
  });
});

describe('quotes', () => {
  test('an open quote costs its row only', async () => {
    const text = [
      HEAD,
      row('1'),
      '2,Ann Lee,,12/01/2026,Bullying,"never closed,,,',
      row('3', 'Bo Ray'),
      row('4'),
    ].join('\r\n');
    const { audit, rejected, byId } = await importText(text);
    expect(rejected).toEqual(['3 unclosed_quote']);
    expect([...byId.keys()].sort()).toEqual(['1', '3', '4']);
    expect(audit.warnings.join()).toMatch(/quote that is never closed \(line 3\)/);
  });
  test('an open quote in the middle, with quoted rows behind it', async () => {
    const bad = '2,"Ray, Bo",,13/01/2026,Bullying,"never closed\nsecond line of it,,,';
    const { rejected, byId } = await importText([HEAD, row('1'), bad, row('3'), row('4')].join('\n'));
    expect(rejected).toEqual(['3 unclosed_quote']);
    expect(byId.get('3')?.sources[0]?.line).toBe(5);
    expect(byId.get('4')?.sources[0]?.line).toBe(6);
  });
  test.each([
    ['Count Basie,,,threw a chair', 'data'],
    ['Sum Ling,,Theft,', 'data'],
    ['Count Basie,,,', 'data'],
    ['Total mess in the room', 'data'],
    ['Total incidents,,Theft,', 'data'],
    ['Total: 12,,,', 'footer'],
    ['Total,,,12', 'footer'],
    ['Total,12 incidents', 'footer'],
    ['Totals', 'footer'],
    ['Total incidents recorded: 4', 'footer'],
    ['Count of records,4', 'footer'],
    ['Printed by,Mrs Smith', 'footer'],
  ])('a footer word that begins a name or a sentence makes no footer: %s is %s', async (line, sort) => {
    const { audit } = await importText(`Pupil,Date,Category,Details\nAnn Lee,01/10/2025,Theft,a\n${line}\n`);
    expect(audit.nonDataRows.footer).toBe(sort === 'footer' ? 1 : 0);
    expect(audit.rejectedRows).toBe(sort === 'footer' ? 0 : 1);
  });
  test('an open quote in the last row leaves the footers', async () => {
    const { audit, rejected } = await importText(
      `${HEAD}\n${row('1')}\n2,Bo Ray,,13/01/2026,Bullying,"open,,,\n\nTotal,2\n`,
    );
    expect(rejected).toEqual(['3 unclosed_quote']);
    expect(audit.nonDataRows).toMatchObject({ blank: 1, footer: 1 });
  });
  test('an open quote in a line longer than any look-ahead costs that line only', async () => {
    const long = `2,Bo Ray,,13/01/2026,Bullying,"${'never closed '.repeat(20_000)},,,`;
    const { rejected, byId } = await importText([HEAD, row('1'), long, row('3'), row('4', '')].join('\n'));
    expect(rejected).toEqual(['3 unclosed_quote', '5 missing_pupil']);
    expect(byId.get('3')?.sources[0]?.line).toBe(4);
  });
  const five = 'Incident ID,Student,Date,Category,Details';
  test.each([
    ['a name', '2,"Day, Bo,02/10/2025,Theft,b', 'Student'],
    ['a name, before more quotes', '2,"Day, Bo,02/10/2025,Theft,"c, d"', 'Student'],
    ['a date', '2,Bo Day,"02/10/2025,Theft,"c, d"', 'Date'],
    ['an id', '"2,"Day, Bo",02/10/2025,Theft,b', 'Incident ID'],
    ['a quoted name', '"2","Day, Bo,"02/10/2025","Theft","b"', 'Student'],
  ])('an open quote in %s costs its row only, and makes no pupil', async (_, bad, column) => {
    const lines = [
      five,
      '1,"Lee, Ann",01/10/2025,Theft,a',
      bad,
      '3,"Fox, Cy",03/10/2025,Theft,"c, d"',
      '4,Di Gow,04/10/2025,Theft,d',
    ];
    const { audit, rejected, pupils } = await importText(lines.join('\n'));
    expect(audit.dataRecords).toBe(4);
    expect(rejected).toEqual(['3 unclosed_quote']);
    expect([...pupils.values()].map(({ name }) => name).sort()).toEqual(['Ann Lee', 'Cy Fox', 'Di Gow']);
    expect(audit.problems.find(({ code }) => code === 'unclosed_quote')?.column).toBe(column);
  });
  test.each([
    ['with no quote below', '"Incident ID,Student,Date,Category,Details', 'Ann Lee', 1],
    ['closed by a quote below', '"Incident ID,Student,Date,Category,Details', '"Lee, Ann"', 1],
    ['in the middle', 'Incident ID,"Student,Date,Category,Details', '"Lee, Ann"', 1],
    ['among closed ones', '"Incident ID","Student","Date,"Category","Details"', '"Lee, Ann"', 1],
    ['in a title above', `"Behaviour, autumn\n${five}`, 'Ann Lee', 2],
  ])('an open quote in the header swallows no rows: %s', async (_, head, name, headerLine) => {
    const { audit, names, incidents } = await importText(
      `${head}\n1,${name},01/10/2025,Theft,a\n2,Bo Day,02/10/2025,Theft,b\n`,
    );
    expect(audit).toMatchObject({ headerLine, dataRecords: 2, acceptedRows: 2 });
    expect(incidents.map(names)).toEqual([['Ann Lee'], ['Bo Day']]);
    if (headerLine === 1) expect(audit.warnings.join()).toMatch(/header on line 1 has a quote/);
  });
  test('a header cell of several lines is no open quote', async () => {
    const { audit } = await importText(
      '"Incident\nID",Student,"Incident\nDate",Category\n1,"Lee, Ann",01/10/2025,Theft\n',
    );
    expect(audit).toMatchObject({ headerLine: 1, dataRecords: 1 });
    expect(audit.warnings.join()).not.toMatch(/quote/);
  });
  test('the last line of a text with stray quotes is no row of its own', async () => {
    const { rejected, incidents } = await importText(
      'Details,Date,Student,Category\n"He said "no" and\nthen, at last, left",02/10/2025,Bo Day,Theft\nx,03/10/2025,Cy Fox,Theft\n',
    );
    expect(rejected).toEqual([]);
    expect(incidents.map(({ narrative }) => narrative)).toEqual([
      'He said "no" and\nthen, at last, left',
      'x',
    ]);
  });
  test('a row may lack its last cells and speak with quotes', async () => {
    const { rejected, incidents } = await importText(
      `${five},Action\n1,Ann Lee,01/10/2025,Theft,"he said, "no" and left"\n`,
    );
    expect(rejected).toEqual([]);
    expect(incidents[0]?.narrative).toBe('he said, "no" and left');
  });
  test('a quote that is closed too early is not said to be never closed', async () => {
    const { audit } = await importText(
      `${five}\n1,Ann Lee,01/10/2025,Theft,"Shut up" he said\n2,Bo Day,02/10/2025,Theft,"open\n3,Cy Fox,03/10/2025,Theft,c\n`,
    );
    const messages = audit.problems
      .filter(({ code }) => code === 'unclosed_quote')
      .map(({ message }) => message);
    expect(messages[0]).toMatch(/"Details" on line 2 is never closed, or closed before its cell ends/);
    expect(messages[1]).toMatch(/"Details" on line 3 is never closed, so/);
    expect(audit.warnings.join()).toMatch(
      /2 rows have a quote that is never closed, or closed too early \(line 2, 3\)/,
    );
  });
  test('stray quotes inside a cell are text', async () => {
    const lines = [
      HEAD,
      '1,Ann Lee,,12/01/2026,Bullying,5" ruler thrown,,,',
      '2,Ann Lee,,12/01/2026,Bullying,"He said "no" to me",,,',
      '3,Ann Lee,,12/01/2026,Bullying, "spaced" ,,,',
      '4,Ann Lee,,12/01/2026,Bullying,"He said "no" and\nleft",,,',
    ];
    const { byId, rejected } = await importText(lines.join('\n'));
    expect(rejected).toEqual([]);
    expect(byId.get('1')?.narrative).toBe('5" ruler thrown');
    expect(byId.get('2')?.narrative).toBe('He said "no" to me');
    expect(byId.get('3')?.narrative).toBe('spaced');
    expect(byId.get('4')?.narrative).toBe('He said "no" and\nleft');
  });
  test('rows copied into a well-formed cell are kept, and told', async () => {
    const copied = row('9', 'Bo Ray');
    const { audit, byId } = await importText(
      `${HEAD}\n1,Ann Lee,,12/01/2026,Bullying,"Copied:\n${copied}\nend",,,\n`,
    );
    expect(byId.get('1')?.narrative).toContain('Bo Ray');
    expect(audit.warnings.join()).toMatch(/look like records/);
  });
});

describe('dates', () => {
  const file = (...dates: string[]) =>
    [HEAD, ...dates.map((date, index) => row(String(index + 1), undefined, date))].join('\n');
  const read = async (...dates: string[]) => {
    const { byId, audit } = await importText(file(...dates));
    return { dates: dates.map((_, index) => byId.get(String(index + 1))?.date), audit };
  };
  test('month-first by the evidence of the whole column, with a warning', async () => {
    const { dates, audit } = await read('01/02/2026 10:00', '01/13/2026 10:00', '02/03/2026');
    expect(dates).toEqual(['2026-01-02', '2026-01-13', '2026-02-03']);
    expect(audit.dateOrder).toBe('mdy');
    expect(audit.warnings.join()).toMatch(/month-first.*line 3/);
  });
  test('month-first proven only far down the file', async () => {
    const early = Array.from({ length: 700 }, () => '01/02/2026');
    const { dates, audit } = await read(...early, '01/13/2026');
    expect(dates[0]).toBe('2026-01-02');
    expect(audit).toMatchObject({ dateOrder: 'mdy', dataRecords: 701, rejectedRows: 0 });
  });
  test('contradictory columns are refused with a line of each kind', async () => {
    await expect(importText(file('13/01/2026', '14/01/2026', '01/15/2026', '01/16/2026'))).rejects.toThrow(
      /export\.csv.*contradict.*line 2.*13\/01\/2026.*line 4.*01\/15\/2026/,
    );
    const forced = await importText(file('13/01/2026', '14/01/2026', '01/15/2026', '01/16/2026'), {
      dateOrder: 'dmy',
    });
    expect(forced.rejected).toEqual(['4 invalid_date', '5 invalid_date']);
  });
  test('one stray month-first row is invalid, the column stays day-first', async () => {
    const { audit } = await read('13/01/2026', '14/01/2026', '01/15/2026', '05/06/2026');
    expect(audit).toMatchObject({ dateOrder: 'dmy', rejectedRows: 1 });
  });
  test('spreadsheet serials, two-digit years and names', async () => {
    const { dates } = await read(
      '46034',
      '46034.5868',
      '5/1/26',
      '12-Jan-26',
      '"Jan 12, 2026"',
      '20260112',
      '2026-1-9',
      '14:05 12/01/2026',
    );
    expect(dates).toEqual([
      '2026-01-12',
      '2026-01-12',
      '2026-01-05',
      '2026-01-12',
      '2026-01-12',
      '2026-01-12',
      '2026-01-09',
      '2026-01-12',
    ]);
  });
  test('midnight everywhere means no time; midnight among times is a time', async () => {
    const never = await importText(file('12/01/2026 00:00:00', '13/01/2026 00:00'));
    expect(never.incidents.map(({ time }) => time)).toEqual([null, null]);
    const some = await importText(file('12/01/2026 00:00', '13/01/2026 09:00'));
    expect(some.incidents.map(({ time }) => time)).toEqual(['00:00', '09:00']);
  });
  test('dates after the day of the work are future dates', async () => {
    const { rejected } = await importText(file('12/01/2026', '13/01/2026'), { asAt: '2026-01-12' });
    expect(rejected).toEqual(['3 future_date']);
  });
  test('an own time column wins, and an odd time only warns', async () => {
    const { incidents, audit } = await importText(
      'Student,Incident Date,Incident Time,Category\nAnn Lee,12/01/2026 00:00,2.05 pm,Fight\nAnn Lee,13/01/2026,Period 3,Fight\nAnn Lee,14/01/2026,,Fight\n',
    );
    expect(incidents.map(({ time }) => time)).toEqual(['14:05', null, null]);
    expect(audit.problems.filter(({ code }) => code === 'odd_time')).toMatchObject([
      { severity: 'warning', column: 'Incident Time', value: 'Period 3', line: 3 },
    ]);
    expect(audit.problems.filter(({ code }) => code === 'no_narrative').length).toBe(3);
  });
});

describe('what a spreadsheet or a spoiled byte leaves in cells', () => {
  test.each([
    ["'ok", 'ok'],
    ["'Theft of a pen", 'Theft of a pen'],
    ["'2 pens", '2 pens'],
    ["'=1+1", '=1+1'],
    ["'twas nothing", "'twas nothing"],
    ["'Til lunch", "'Til lunch"],
    ["'cause he could", "'cause he could"],
    ["'90s music", "'90s music"],
    ["'Shut up' he said", "'Shut up' he said"],
  ])('the apostrophe in front of %s', async (cell, narrative) => {
    const { incidents, names } = await importText(
      `Incident ID,Student,Date,Category,Details\n'00014,'Bo Day,'03/10/2025,'Theft,${cell}\n`,
    );
    expect(incidents[0]).toMatchObject({ id: '00014', date: '2025-10-03', categories: ['Theft'], narrative });
    expect(names(incidents[0])).toEqual(['Bo Day']);
  });
  test('one bad byte in UTF-8 is told with its line; other text of Windows-1252 is not', async () => {
    const head = 'Student,Date,Category,Details\n';
    const bad = Buffer.concat([
      Buffer.from(`${head}Zoë Day,01/10/2025,Theft,a\nAnn Lee,02/10/2025,Theft,caf`),
      Buffer.from([0xe9]),
      Buffer.from('\n'),
    ]);
    const { audit } = await importText(bad);
    expect(audit.encoding).toBe('windows-1252');
    expect(audit.warnings.join()).toMatch(/UTF-8, but line 3 holds a byte/);
    const told = await importText(bad, { encoding: 'utf-8' });
    expect([...told.pupils.values()].map(({ name }) => name).sort()).toEqual(['Ann Lee', 'Zoë Day']);
    const western = await importText(Buffer.from(`${head}Zoë Day,01/10/2025,Theft,café\n`, 'latin1'));
    expect(western.audit.encoding).toBe('windows-1252');
    expect(western.audit.warnings.join()).not.toMatch(/UTF-8/);
  });
});

describe('ids', () => {
  test('none, placeholders and scientific notation are missing; a wrapped id is unwrapped', async () => {
    const ids = ['', 'N/A', '-', 'TBC', '0', '#N/A', '1.23E+05', '1E+06', '"=""00012"""'];
    const lines = ids.map((id, index) => row(id, undefined, `${10 + index}/01/2026`));
    const { incidents, audit } = await importText([HEAD, ...lines].join('\n'));
    expect(incidents.map(({ id }) => id.startsWith('~'))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(incidents.at(-1)?.id).toBe('00012');
    expect(audit.warnings.join()).toMatch(/8 records have no usable incident id/);
  });
  test('what a spreadsheet prints for a number it could not show or reckon is no id', async () => {
    const ids = ['########', '#', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!'];
    const lines = ids.map((id, index) => row(id, undefined, `${10 + index}/01/2026`));
    const { incidents } = await importText([HEAD, ...lines, row('#12')].join('\n'));
    expect(incidents.map(({ id }) => id.startsWith('~')).sort()).toEqual([false, ...ids.map(() => true)]);
  });
  test('one id on rows of other days is told with its lines', async () => {
    const { audit } = await importText(
      [HEAD, row('1'), row('2', 'Bo Ray'), row('1', 'Cy Fox', '05/02/2026'), row('2', 'Cy Fox')].join('\n'),
    );
    const days = audit.warnings.filter((warning) => warning.includes('another day'));
    expect(days).toEqual([expect.stringMatching(/^1 row bears .*\(line 4 and line 2, "1"\)/)]);
  });
  test('an id whose rows are of one day is not told', async () => {
    const { audit } = await importText([HEAD, row('1'), row('1', 'Bo Ray'), row('1')].join('\n'));
    expect(audit.warnings.join()).not.toMatch(/another day/);
  });
  test('made ids do not depend on order or on other rows', async () => {
    const rows = ['', '', ''].map((id, index) =>
      row(id, index === 2 ? 'Bo Ray' : undefined, `1${index}/01/2026`),
    );
    const one = await importText([HEAD, ...rows].join('\n'));
    const other = await importText([HEAD, row('77'), ...rows.reverse()].join('\n'));
    const ids = one.incidents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(other.incidents.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
  test('the same id in two schools is two incidents', async () => {
    const { audit } = await importText(
      'School,Incident ID,Student,Date,Category\nA,1,Ann Lee,12/01/2026,Fight\nB,1,Bo Ray,12/01/2026,Fight\na,1,Cy Fox,12/01/2026,Fight\n',
    );
    expect(audit).toMatchObject({ distinctIncidents: 2, mergedRows: { linkedPupil: 1 } });
  });
  test('the same id in one school of two spellings is one incident', async () => {
    const { audit } = await importText(
      "School,Incident ID,Student,Date,Category\nSt. Mary's,1,Ann Lee,12/01/2026,Fight\nST MARYS,1,Bo Ray,12/01/2026,Fight\nSt Marks,1,Cy Fox,12/01/2026,Fight\n",
    );
    expect(audit).toMatchObject({ distinctIncidents: 2, mergedRows: { linkedPupil: 1 } });
  });
});

describe('pupils', () => {
  const head = 'Incident ID,Student,UPN,DOB,Incident Date,Category,Linked Students';
  test('a row without UPN joins the one pupil of that name whose birth date fits', async () => {
    const { audit, pupils } = await importText(
      [
        head,
        '1,Ann Lee,A1,01/02/2015,12/01/2026,Fight,',
        '2,"LEE, Ann",,,13/01/2026,Fight,',
        '3,ann lee,,01/02/2015,14/01/2026,Fight,',
        '4,Ann Lee,,09/09/2016,14/01/2026,Fight,',
      ].join('\n'),
    );
    expect(audit.distinctPupils).toBe(2);
    expect([...pupils.values()].map(({ label }) => label).sort()).toEqual([
      'Ann Lee (born 2015-02-01)',
      'Ann Lee (born 2016-09-09)',
    ]);
    expect(audit.incidentsPerPupil).toEqual({
      'Ann Lee (born 2015-02-01)': 3,
      'Ann Lee (born 2016-09-09)': 1,
    });
  });
  test('two pupils of one name are never merged, and a bare name stays by itself', async () => {
    const { audit } = await importText(
      [
        head,
        '1,Ann Lee,A1,,12/01/2026,Fight,',
        '2,Ann Lee,A2,,13/01/2026,Fight,',
        '3,Ann Lee,,,14/01/2026,Fight,',
      ].join('\n'),
    );
    expect(audit.distinctPupils).toBe(3);
    expect(audit.warnings.join()).toMatch(/1 name belongs to more than one pupil/);
  });
  test('a linked name means the pupil of the same incident, even where the name is shared', async () => {
    const { byId, audit } = await importText(
      [
        head,
        '1,Ann Lee,A1,,12/01/2026,Fight,Bo Ray',
        '1,Bo Ray,B1,,12/01/2026,Fight,Ann Lee',
        '2,Ann Lee,A2,,13/01/2026,Fight,"Fox, Cy; Dee Orr (Victim)"',
      ].join('\n'),
    );
    expect(byId.get('1')?.involvements.map(({ origin }) => origin)).toEqual(['row', 'row']);
    expect(byId.get('2')?.involvements.map(({ origin, role }) => `${origin} ${role}`)).toEqual([
      'row unknown',
      'linked unknown',
      'linked harmed',
    ]);
    expect(audit.distinctPupils).toBe(5);
  });
  test.each(["St Mary's", 'St. Marys', 'Holy Trinity C.E. Primary', ' Hill  Top ', 'St Marys', null])(
    'a linked name means a pupil of the same school, however the school is spelt: %s',
    async (school) => {
      const { audit } = await importText(
        [head, '1,Ann Lee,A1,,12/01/2026,Fight,Bo Ray', '2,Bo Ray,B1,,12/01/2026,Fight,'].join('\n'),
        { school },
      );
      expect(audit.distinctPupils).toBe(2);
      expect(audit.incidentsPerPupil).toEqual({ 'Ann Lee': 1, 'Bo Ray': 2 });
    },
  );
  test('a linked name means no pupil of another school', async () => {
    const { audit } = await importText(
      "School,Incident ID,Student,UPN,Date,Category,Linked Students\nSt. Mary's,1,Ann Lee,A1,12/01/2026,Fight,Bo Ray\nSt Marks,2,Bo Ray,B1,12/01/2026,Fight,\n",
    );
    expect(audit.distinctPupils).toBe(3);
  });
  test('a pupil with a UPN and no name is still somebody; nobody is rejected', async () => {
    const { rejected, incidents } = await importText(
      [head, '1,,A1,,12/01/2026,Fight,', '2,N/A,,,12/01/2026,Fight,', '3,TBC,,,12/01/2026,Fight,'].join('\n'),
    );
    expect(incidents.length).toBe(1);
    expect(rejected).toEqual(['3 missing_pupil', '4 missing_pupil']);
  });
  test('several pupils in one cell', async () => {
    const { incidents, names } = await importText(
      'Students Involved,Incident Date,Behaviour Type\n"Lee, Ann; Ray, Bo",12/01/2026,Fight\n"Ann Lee, Bo Ray, Cy Fox",13/01/2026,Fight\n"Ann Lee, Bo Ray",14/01/2026,Fight\n"Van Dyke, Mary Jane; Lee, Ann",15/01/2026,Fight\nAnn Lee and Bo Ray,16/01/2026,Fight\n',
    );
    expect(incidents.map(names)).toEqual([
      ['Ann Lee', 'Bo Ray'],
      ['Ann Lee', 'Bo Ray', 'Cy Fox'],
      ['Ann Lee', 'Bo Ray'],
      ['Mary Jane Van Dyke', 'Ann Lee'],
      ['Ann Lee', 'Bo Ray'],
    ]);
  });
  test('one comma under a header of one pupil stands between surname and forename', async () => {
    const { incidents, names } = await importText(
      'Student,Incident Date,Behaviour Type\n"Van Dyke, Mary Jane",14/01/2026,Fight\n',
    );
    expect(incidents.map(names)).toEqual([['Mary Jane Van Dyke']]);
  });
  test('as many UPNs as pupils in a cell belong to them in order; one UPN for several names makes one pupil', async () => {
    const { pupils } = await importText(
      'Students,UPN,Incident Date,Behaviour Type\nAnn Lee; Bo Ray,a1; b2,14/01/2026,Fight\nCy Fox,c3,14/01/2026,Fight\n"Cy\nFox",c3,15/01/2026,Fight\n',
    );
    expect([...pupils.values()].map(({ name, upn }) => [name, upn]).sort()).toEqual([
      ['Ann Lee', 'A1'],
      ['Bo Ray', 'B2'],
      ['Cy Fox', 'C3'],
    ]);
  });
  test('what stands for no UPN or no birth date makes no two pupils one, nor one two', async () => {
    const { pupils } = await importText(
      [
        'Incident ID,Student,UPN,DOB,Incident Date,Category',
        '1,Ann Lee,0,01/01/1900,12/01/2026,Fight',
        '2,Bo Ray,0000000000000,,12/01/2026,Fight',
        '3,Cy Fox,#N/A,,12/01/2026,Fight',
        '4,Dee Orr,1.2E+12,,12/01/2026,Fight',
        '5,Ann Lee (5H),,01/02/2015,12/01/2026,Fight',
        '6,Ann Lee (Year 5),X,,12/01/2026,Fight',
        '7,Eve Day (1),,,12/01/2026,Fight',
        '8,Eve Day (2),,,12/01/2026,Fight',
      ].join('\n'),
    );
    expect([...pupils.values()].map(({ name, dateOfBirth }) => [name, dateOfBirth]).sort()).toEqual([
      ['Ann Lee', '2015-02-01'],
      ['Bo Ray', null],
      ['Cy Fox', null],
      ['Dee Orr', null],
      ['Eve Day (1)', null],
      ['Eve Day (2)', null],
    ]);
  });
  test('words in the time column name the period where no column does', async () => {
    const { incidents } = await importText(
      'Student,Incident Date,Time,Category\nAnn Lee,12/01/2026,P3,A\nAnn Lee,13/01/2026,10:05,A\nAnn Lee,14/01/2026,TBC,A\n',
    );
    expect(incidents.map(({ time, period }) => [time, period])).toEqual([
      [null, 'P3'],
      ['10:05', null],
      [null, null],
    ]);
  });
  test('a comma inside brackets parts no categories, and an apostrophe spoils no date', async () => {
    const { incidents } = await importText(
      `Student,Incident Date,Category\nAnn Lee,'12/01/2026,"Bullying (verbal, physical), Fighting"\n`,
    );
    expect(incidents[0]).toMatchObject({
      date: '2026-01-12',
      categories: ['Bullying (verbal, physical)', 'Fighting'],
    });
  });
  test('points are numbers of the pupil’s own row', async () => {
    const { byId } = await importText(
      'Incident ID,Student,Incident Date,Category,Points\n1,Ann Lee,12/01/2026,Fight,-3\n2,Ann Lee,12/01/2026,Fight,+2 points\n3,Ann Lee,12/01/2026,Fight,lots\n4,Ann Lee,12/01/2026,Fight,\u22121.5\n5,Ann Lee,12/01/2026,Fight,\u20132\n',
    );
    const points = ['1', '2', '3', '4', '5'].map((id) => byId.get(id)?.involvements[0]?.points);
    expect(points).toEqual([-3, 2, null, -1.5, -2]);
  });
  test('role columns name the parts', async () => {
    const { incidents, names } = await importText(
      'Date,Perpetrator,Victim,Witnesses,Category\n12/01/2026,Ann Lee,Bo Ray,"Cy Fox; Dee Orr",Fight\n',
    );
    expect(names(incidents[0])).toEqual(['Ann Lee', 'Bo Ray', 'Cy Fox', 'Dee Orr']);
    expect(incidents[0]?.involvements.map(({ role }) => role)).toEqual([
      'harming',
      'harmed',
      'witness',
      'witness',
    ]);
  });
  test('a role column by row; two different parts cancel', async () => {
    const { incidents } = await importText(
      'Incident Number,Name,Date,Type,Role,Comments\n1,Ann Lee,12/01/2026,Fight,Aggressor,x\n1,Bo Ray,12/01/2026,Fight,Target,x\n1,Bo Ray,12/01/2026,Fight,Aggressor,y\n',
    );
    expect(incidents[0]?.involvements.map(({ role }) => role)).toEqual(['harming', 'unknown']);
  });
});

describe('merging', () => {
  const line = (id: string, name: string, text: string, updated = '') =>
    `${id},${name},,12/01/2026,Bullying,${text},,,${updated}`;
  test('copies, later texts and further pupils are told apart', async () => {
    const { audit, byId } = await importText(
      [
        HEAD,
        line('1', 'Ann Lee', 'new', '03/02/2026 08:50'),
        line('1', 'Ann Lee', 'old', '28/01/2026 09:05'),
        line('1', ' Ann Lee ', 'old', '28/01/2026 09:05'),
        line('1', 'Bo Ray', 'old', '28/01/2026 09:05'),
      ].join('\n'),
    );
    expect(audit.mergedRows).toEqual({ exactDuplicate: 1, linkedPupil: 1, superseded: 1 });
    expect(byId.get('1')?.narrative).toBe('new');
  });
  test('without a date of change the later row wins, but a copy of an older row does not', async () => {
    const { byId } = await importText(
      [HEAD, line('1', 'Ann Lee', 'old'), line('1', 'Ann Lee', 'new'), line('1', 'Ann Lee', 'old')].join(
        '\n',
      ),
    );
    expect(byId.get('1')?.narrative).toBe('new');
  });
  test('one id throughout the file is slow for nobody', async () => {
    const many = Array.from({ length: 30_000 }, (_, index) => line('1', 'Ann Lee', `text ${index % 29_000}`));
    const { audit } = await importText([HEAD, ...many].join('\n'));
    expect(audit.mergedRows).toEqual({ exactDuplicate: 1000, linkedPupil: 0, superseded: 28_999 });
  });
});

describe('kinds', () => {
  test('behaviour stays in, safeguarding and positive stay out, no category stays in', async () => {
    const kinds = [
      'Fighting',
      'Neglect',
      'Neglect; Fighting',
      'Positive Behaviour',
      '',
      'First Aid',
      'Something new',
      'N/A',
    ];
    const { incidents, audit } = await importText(
      [HEAD, ...kinds.map((kind, index) => `${index + 1},Ann Lee,,12/01/2026,${kind},x,,,`)].join('\n'),
    );
    expect(incidents.map(({ kind }) => kind)).toEqual([
      'behaviour',
      'safeguarding',
      'behaviour',
      'positive',
      'uncategorised',
      'accident',
      'behaviour',
      'uncategorised',
    ]);
    expect(audit.defaultBehaviourIncidents).toBe(5);
    expect(audit.unmappedCategories).toEqual({ 'Something new': 1 });
  });
  test('a polarity column settles names that say nothing', async () => {
    const { incidents, audit } = await importText(
      'Date,Pupil Name,Type,Reason,Points,Awarded By\n12/01/2026,Ann Lee,Positive,Shone today,2,A\n12/01/2026,Bo Ray,Negative,Talking,-1,A\n',
    );
    expect(audit.layout).toBe('class-charts');
    expect(incidents.map(({ kind }) => kind).sort()).toEqual(['behaviour', 'positive']);
  });
});

describe('refusing rejects', () => {
  const text = [HEAD, row('1'), row('2', '')].join('\n');
  test('too many by number or share', async () => {
    await expect(importText(text, { maxRejects: { count: 0 } })).rejects.toThrow(/1 of 2 records.*line 3/);
    await expect(importText(text, { maxRejects: { share: 0.1 } })).rejects.toThrow(/10 %/);
    expect((await importText(text, { maxRejects: { share: 1 } })).audit.rejectedRows).toBe(1);
  });
});

describe("columns of one's own", () => {
  test('a named column is taken; an unknown field or header is refused', async () => {
    const text = 'Wer,Tag,Art\nAnn Lee,12/01/2026,Fight\n';
    const columns = { pupil: 'wer', date: 'TAG', category: 'art' };
    expect((await importText(text, { columns })).incidents[0]?.categories).toEqual(['Fight']);
    await expect(importText(text)).rejects.toThrow(/no header/);
    await expect(importText(text, { columns: { ...columns, banana: 'Wer' } })).rejects.toThrow(/banana/);
    await expect(importText(text, { columns: { ...columns, location: 'Where it was' } })).rejects.toThrow(
      /Where it was/,
    );
  });
  test.each([
    ['Incidnt Date', '"Incidnt Date", which was given for date (near to it: "Incident Date"): '],
    [
      'Date it was',
      '"Date it was", which was given for date (near to it: "Incident Date", "Date Entered"): ',
    ],
    ['Nope', '"Nope", which was given for date: '],
  ])('a named header that the file has not is told where another column serves: %s', async (header, said) => {
    const text = 'Student,Incident Date,Date Entered,Categories\nAnn Lee,12/01/2026,13/01/2026,Fight\n';
    const { audit, incidents } = await importText(text, { columns: { date: header } });
    expect(audit.warnings).toContain(
      `There is no column ${said}"Incident Date" was taken instead. Put it right in --map or under "columns:" in termwise.yaml.`,
    );
    expect(incidents[0]?.date).toBe('2026-01-12');
    const right = await importText(text, { columns: { date: 'date entered' } });
    expect(right.audit.warnings.join()).not.toContain('There is no column');
    expect(right.incidents[0]?.date).toBe('2026-01-13');
  });
});
