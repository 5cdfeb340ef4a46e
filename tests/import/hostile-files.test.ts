import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TermwiseError } from '../../src/errors.ts';
import { importExports } from '../../src/import/import-exports.ts';
import { importText, inFolder, OPTIONS } from './import-text.ts';

/** A ZIP with the given names in it, as far as its first bytes go. */
function zip(...names: string[]): Buffer {
  return Buffer.concat([
    Buffer.from('PK\u0003\u0004\u0014\0\0\0\b\0', 'latin1'),
    Buffer.from(names.join('\0'), 'latin1'),
    Buffer.alloc(64, 200),
  ]);
}

async function refusal(content: string | Buffer): Promise<TermwiseError> {
  const thrown = await importText(content).catch((error: unknown) => error);
  if (!(thrown instanceof TermwiseError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown;
}

describe('files that are no CSV export are named', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /is a PDF, not a CSV export\. Export the incidents as CSV/],
    ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), /Excel workbook \(XLSX.*Save As/],
    ['ODS', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), /OpenDocument/],
    ['DOCX', zip('[Content_Types].xml', 'word/document.xml'), /Word/],
    ['ZIP', zip('incidents.csv'), /ZIP archive/],
    [
      'XLS',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      /old Excel workbook \(XLS\)/,
    ],
    ['gzip', gzipSync('a,b\n1,2\n'), /gzip/],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /PNG/],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), /JPEG/],
    ['HTML', '\r\n<!DOCTYPE html><html><body>Please sign in</body></html>', /web page \(HTML\)/],
    ['HTML table', '<table><tr><td>Student</td></tr></table>', /HTML/],
    [
      'XML',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      /Excel XML/,
    ],
    ['plain XML', '<?xml version="1.0"?><incidents/>', /XML document/],
    ['MHTML', 'MIME-Version: 1.0\nX-Document-Type: Workbook\n\n<html>', /web archive \(MHTML\).*Save As/],
    ['RTF', '{\\rtf1\\ansi', /RTF/],
    ['JSON', '[{"student": "Ann"}]', /JSON/],
    ['empty', '', /empty \(0 bytes\)/],
    ['blank', '\r\n \r\n,,,\r\n', /empty/],
    ['only a mark', Buffer.from([0xff, 0xfe]), /empty/],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 167 + 13) % 256)), /not text/],
    [
      'attendance',
      'Student,Date,Session,Mark\nAnn Lee,12/01/2026,AM,/\n',
      /no column for a category or a description.*"Mark".*attendance/,
    ],
    ['no date', 'Student,Category,Details\nAnn,Fight,x\n', /no column for an incident date/],
    ['no pupil', 'Incident Date,Category\n12/01/2026,Fight\n', /no column for a pupil/],
    ['prose', 'Dear governors,\n\nhere is the report, as asked.\n', /no header row/],
  ])('%s', async (_, content, message) => {
    const error = await refusal(content);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^export\.csv/);
    expect(error.message).not.toMatch(/\n|\bat \S+:\d+/);
    expect(error.exitCode).toBe(2);
  });
  test('a folder, a missing file', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'exports'));
      await expect(importExports([join(folder, 'exports')], OPTIONS)).rejects.toThrow(/exports is a folder/);
      await expect(importExports([join(folder, 'none.csv')], OPTIONS)).rejects.toThrow(
        /none\.csv was not found/,
      );
    });
  });
  test('a pipe or a device is no file: what stands there is named, and what to do', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'pipe');
      execFileSync('mkfifo', [path]);
      await expect(importExports([path], OPTIONS)).rejects.toThrow(
        /\/pipe is no file but a pipe or a device, .*Save it as a file and name that/,
      );
      await expect(importExports(['/dev/null'], OPTIONS)).rejects.toThrow(/^\/dev\/null is no file but/);
    });
  });
});

describe('headers only, and headers with nothing usable behind', () => {
  test('a header without rows is read, with nothing in it', async () => {
    const { audit, incidents } = await importText('Student,Incident Date,Category\r\n');
    expect(incidents).toEqual([]);
    expect(audit).toMatchObject({
      dataRecords: 0,
      dateRange: null,
      warnings: [expect.stringMatching(/empty below its header/)],
    });
  });
});

describe('several files', () => {
  const head = 'Incident ID,Student,UPN,Date,Category,Details';
  test('overlapping exports count once; sums over files are the whole', async () => {
    await inFolder(async (folder) => {
      const [a, b] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
      writeFileSync(a, `${head}\n1,Ann Lee,A1,12/01/2026,Fight,x\n2,Bo Ray,B1,13/01/2026,Fight,y\n`);
      writeFileSync(
        b,
        'Student;Date;Details;Category;Incident ID\n"Ray, Bo";13/01/2026;y;Fight;2\nAnn Lee;14/01/2026;z;Theft;3\n',
      );
      const one = await importExports([a, b], OPTIONS);
      expect(one.incidents.map(({ id }) => id)).toEqual(['1', '2', '3']);
      expect(one.pupils.size).toBe(2);
      expect(one.audits).toMatchObject([
        { distinctIncidents: 2 },
        { distinctIncidents: 1, mergedRows: { exactDuplicate: 1 } },
      ]);
      const other = await importExports([b, a], OPTIONS);
      expect(other.fingerprint).toBe(one.fingerprint);
      expect(one.fingerprint).toMatch(/^[0-9a-f]{12}$/);
    });
  });
  test('a number that means another incident in another file is told', async () => {
    await inFolder(async (folder) => {
      const [a, b] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
      writeFileSync(a, `${head}\n1,Ann Lee,A1,12/01/2026,Fight,x\n`);
      writeFileSync(b, `${head}\n1,Bo Ray,B1,13/02/2026,Theft,y\n`);
      const { audits } = await importExports([a, b], OPTIONS);
      expect(audits[0]?.warnings).toEqual([]);
      expect(audits[1]?.warnings.join()).toMatch(
        /1 row was taken for a further pupil of an incident of an earlier file/,
      );
    });
  });
  test('progress runs to the end of all bytes', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'a.csv');
      writeFileSync(path, `${head}\n1,Ann Lee,A1,12/01/2026,Fight,x\n`);
      const seen: [number, number][] = [];
      await importExports([path], { ...OPTIONS, onProgress: (read, total) => seen.push([read, total]) });
      expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    });
  });
});

describe('text that is slow to read for a careless pattern', () => {
  const head = 'Incident ID,Student,Incident Date,Incident Time,Category,Details,Linked Students';
  const long = 100_000;
  const slow = {
    'open tags': `1,Ann Lee,12/01/2026,,Fight,${'<script '.repeat(long / 8)},`,
    'a tag of blanks': `1,Ann Lee,12/01/2026,,Fight,<a${' '.repeat(long)}b,`,
    'open doctypes': `1,Ann Lee,12/01/2026,,Fight,${'<!doctype '.repeat(long / 10)},`,
    'brackets in a name': `1,${'('.repeat(long)},12/01/2026,,Fight,x,${'('.repeat(long)}`,
    'blanks in a name': `1,a${' '.repeat(long)}b,12/01/2026,,Fight,x,a${' '.repeat(long)}b`,
    'blanks in a time': `1,Ann Lee,12/01/2026,14:05${' '.repeat(long)}x,Fight,x,`,
    'blanks in a date': `1,Ann Lee,12/01/2026${' '.repeat(long)}x,,Fight,x,`,
    'blanks in a category': `1,Ann Lee,12/01/2026,,a${' '.repeat(long)}b,x,`,
    'quotes only': '"'.repeat(long),
    'an open quote in every row': '1,Ann Lee,12/01/2026,,Fight,"open,\n'.repeat(long / 250),
    'a stray quote in every row': '1,Ann Lee,12/01/2026,,Fight,"5" long",\n'.repeat(long / 80),
    'no line end': `1,Ann Lee,12/01/2026,,Fight,"${'x'.repeat(30 * long)}`,
  };
  test.each(Object.entries(slow))('%s', { timeout: 60_000 }, async (_, rows) => {
    const { audit } = await importText(`${head}\n${rows}\n2,Bo Ray,13/01/2026,,Fight,y,\n`);
    expect(audit.dataRecords).toBe(audit.acceptedRows + audit.rejectedRows);
  });
});
