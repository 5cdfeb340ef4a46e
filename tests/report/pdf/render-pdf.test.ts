import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFBool, PDFDict, PDFName, type PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/report/pdf/render-pdf.ts';
import type { ReportBlock, ReportDocument, ReportTable } from '../../../src/report/report-document.ts';
import { caseList, DEMO_CHARTS, demoFigure, demoReport, demoTable } from '../helpers/demo-report.ts';
import { findTags, type ReadPdf, readPdf, type TagNode } from '../helpers/read-pdf.ts';
import { readTexts } from '../helpers/read-texts.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

function reportOf(...blocks: ReportBlock[]): ReportDocument {
  return { ...demoReport(), sections: [{ heading: 'Only section', blocks }] };
}

let restricted: Uint8Array;
let read: ReadPdf;

beforeAll(async () => {
  restricted = await renderPdf(demoReport('restricted'));
  read = await readPdf(restricted);
});

describe('renderPdf: the file', () => {
  it('says it is PDF/A-2a and PDF/UA-1, with the schema that PDF/A asks for', () => {
    expect(read.xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(read.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(read.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(read.xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it('escapes title and author for XMP and keeps them plain in the file’s own description', () => {
    expect(read.pdf.getTitle()).toBe('Behaviour report to governors & trustees');
    expect(read.xmp).toContain('Behaviour report to governors &amp; trustees');
    expect(read.pdf.getAuthor()).toBe('Fernhill School');
    expect(read.pdf.getSubject()).toContain('without names');
  });

  it('is dated by the data, in British English, and shows its title', () => {
    expect(read.pdf.getCreationDate()?.toISOString()).toBe('2025-12-19T12:00:00.000Z');
    expect(read.pdf.getModificationDate()?.toISOString()).toBe('2025-12-19T12:00:00.000Z');
    expect((read.catalog.lookup(PDFName.of('Lang')) as PDFString).decodeText()).toBe('en-GB');
    const viewer = read.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(viewer.lookup(PDFName.of('DisplayDocTitle'), PDFBool).asBoolean()).toBe(true);
    expect(
      read.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'), PDFBool).asBoolean(),
    ).toBe(true);
  });

  it('holds its two fonts itself and no picture', () => {
    expect(read.fonts).toHaveLength(2);
    expect(read.fonts.every((font) => font.embedded && /^[A-Z]{6}\+SourceSans3/.test(font.name))).toBe(true);
    expect(read.contents.join(' ')).not.toMatch(/\/\w+ Do\b/);
  });

  it('has the same bytes again, and in another time zone and language', () => {
    const tsx = resolve(root, 'node_modules/.bin/tsx');
    const script = resolve(root, 'tests/report/helpers/print-pdf-hash.ts');
    const env = { ...process.env, TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
    const elsewhere = execFileSync(tsx, [script], { cwd: root, env, encoding: 'utf8' });
    expect(elsewhere).toBe(createHash('sha256').update(restricted).digest('hex'));
  });
});

describe('renderPdf: tags', () => {
  it('has one H1, an H2 a section and bookmarks of the same names', () => {
    const report = demoReport('restricted');
    expect(findTags(read.root, 'H1')).toHaveLength(1);
    expect(findTags(read.root, 'H2')).toHaveLength(report.sections.length);
    expect(findTags(read.root, 'H3')).toHaveLength(1);
    expect(read.bookmarks).toEqual([
      report.title,
      '1. What governors need to know',
      '2. Is behaviour changing?',
      '3. Suspensions, permanent exclusions and off-site direction',
      '4. Who is affected',
      '5. When and where',
      '6. Across the trust',
      '7. One pupil over time',
      '8. Case list',
      'Annex A. The numbers',
    ]);
  });

  it('gives every figure its own alternative text and its place', () => {
    const figures = findTags(read.root, 'Figure');
    expect(figures).toHaveLength(Object.keys(DEMO_CHARTS).length);
    for (const figure of figures) {
      expect(figure.alt?.length).toBeGreaterThan(60);
      const [left = 0, bottom = 0, right = 0, top = 0] = figure.bbox ?? [];
      expect(left).toBeCloseTo(54, 1);
      expect(right - left).toBeGreaterThan(480);
      expect(top).toBeGreaterThan(bottom);
    }
    expect(new Set(figures.map((figure) => figure.alt)).size).toBe(figures.length);
  });

  it('builds tables as caption, head and body with scoped headings in even rows', () => {
    const tables = findTags(read.root, 'Table');
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(table.children.map((child) => child.type)).toEqual(['Caption', 'THead', 'TBody']);
      const rows = findTags(table, 'TR');
      expect(new Set(rows.map((row) => row.children.length)).size).toBe(1);
      for (const [index, row] of rows.entries()) {
        const scopes = row.children.map((cell) => (cell.type === 'TH' ? cell.scope : null));
        const columns = row.children.length - 1;
        expect(scopes).toEqual(
          index === 0 ? Array(columns + 1).fill('Column') : ['Row', ...Array(columns).fill(null)],
        );
      }
    }
    expect(findTags(tables[2] as TagNode, 'TR')).toHaveLength(15);
    expect(findTags(tables[3] as TagNode, 'TR')).toHaveLength(47);
  });

  it('builds lists of labels and bodies', () => {
    const [list] = findTags(read.root, 'L');
    expect(list?.children).toHaveLength(3);
    for (const item of list?.children ?? []) {
      expect(item.children.map((child) => child.type)).toEqual(['Lbl', 'LBody']);
    }
  });

  it('marks every drawing operator as content or furniture, never one within the other', () => {
    for (const content of read.contents) {
      let depth = 0;
      for (const line of content.split('\n')) {
        if (/ BDC$| BMC$/.test(line)) depth += 1;
        if (line === 'EMC') depth -= 1;
        expect(depth).toBeLessThanOrEqual(1);
        if (/(^| )(S|f|f\*|TJ|Tj)$/.test(line)) expect(depth).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });
});

describe('renderPdf: pages', () => {
  it('prints a section that is handed out by itself closer where that saves a page', async () => {
    const table = (blank: boolean): ReportBlock => ({
      type: 'table',
      caption: 'Many rows',
      columns: [
        { header: 'Row', align: 'left', width: 0.5 },
        { header: 'Said', align: 'left', width: 0.5 },
      ],
      rows: Array.from({ length: 33 }, (_, at) => ({ cells: [`Row ${at}`, blank ? '' : 'words'] })),
    });
    const pages = async (newPage: boolean | 'always', blank = false): Promise<number> => {
      const heading = 'Section';
      const sections = ['A', 'B'].map((name) => ({
        heading: `${heading} ${name}`,
        newPage,
        blocks: [table(blank)],
      }));
      return (await readPdf(await renderPdf({ ...demoReport(), sections }))).pdf.getPageCount();
    };
    expect(await pages(true)).toBe(4);
    expect(await pages('always')).toBe(2);
    // Rows that are there to be written in keep their room.
    expect(await pages('always', true)).toBe(4);
  });

  it('puts a landscape section on sideways pages and the rest upright', () => {
    const sideways = read.pdf.getPages().map((page) => page.getWidth() > page.getHeight());
    expect(sideways.filter(Boolean).length).toBeGreaterThan(0);
    expect(sideways[0]).toBe(false);
    expect(sideways.at(-1)).toBe(false);
  });

  it('repeats the header of a long table as furniture, once a page', async () => {
    const { contents } = await readPdf(await renderPdf(reportOf(demoTable(120))));
    expect(contents.length).toBeGreaterThan(3);
    const repeated = contents.map((content) => content.split('/Type /Pagination').length - 1);
    expect(repeated).toEqual([1, ...Array(contents.length - 1).fill(2)]);
  });

  it('keeps the room of a column without a word, which is there to be written in', async () => {
    const long = 'Words were said again and again. '.repeat(9);
    const columns = [
      { header: 'What happened', align: 'left', width: 0.4 },
      { header: 'What was done', align: 'left', width: 0.35 },
      { header: 'Decision', align: 'left', width: 0.25 },
    ] as const;
    const rows = [{ cells: [long, long, ''] }, { cells: [long, long, ''] }];
    const table: ReportBlock = { type: 'table', caption: 'Cases', columns, rows };
    const [page] = readTexts(await readPdf(await renderPdf(reportOf(table))));
    const { x = 541 } = page?.texts.find(({ text }) => text.trim() === 'Decision') ?? {};
    // An upright page leaves 487 points between its margins of 54.
    expect(54 + 487 - x).toBeGreaterThan(487 * 0.23);
  });

  it('leaves no page half empty for the sake of two high rows', async () => {
    const text = 'The school keeps a record of every incident. '.repeat(24);
    const cells = ['Words were said again and again. '.repeat(60)];
    const columns = [{ header: 'What happened', align: 'left', width: 1 }] as const;
    const table: ReportBlock = { type: 'table', caption: 'Cases', columns, rows: [{ cells }, { cells }] };
    const [page] = readTexts(await readPdf(await renderPdf(reportOf({ type: 'paragraph', text }, table))));
    expect(page?.texts.map(({ text }) => text.trim())).toContain('What happened');
  });

  it('continues a cell that is longer than a page in rows below it', async () => {
    const long: ReportBlock = {
      type: 'table',
      caption: 'One long case',
      columns: [
        { header: 'Case', align: 'left', width: 0.3 },
        { header: 'What happened', align: 'left', width: 0.7 },
      ],
      rows: [{ cells: ['R-1', 'Words were said again and again. '.repeat(400)] }],
    };
    const { root: tags, pdf } = await readPdf(await renderPdf(reportOf(long)));
    expect(pdf.getPageCount()).toBeGreaterThan(2);
    expect(findTags(tags, 'TR').length).toBeGreaterThan(3);
  });

  it('keeps a small table whole, but for one of many rows in a report of very many tables', async () => {
    const pagesOf = async (close: boolean): Promise<number[]> => {
      const table: ReportTable = {
        type: 'table',
        caption: 'Ten schools',
        columns: [
          { header: 'School', align: 'left', width: 0.5 },
          { header: 'Records', align: 'right', width: 0.5 },
        ],
        rows: Array.from({ length: 10 }, (_, at) => ({ cells: [`School ${at}`, String(at)] })),
        close,
      };
      const items = Array.from({ length: 21 }, (_, at) => `Line ${at}`);
      const pages = readTexts(await readPdf(await renderPdf(reportOf({ type: 'bullets', items }, table))));
      return ['School 0', 'School 9'].map((name) =>
        pages.findIndex(({ texts }) => texts.some(({ text }) => text.trim() === name)),
      );
    };
    expect(await pagesOf(true)).toEqual([0, 1]);
    expect(await pagesOf(false)).toEqual([1, 1]);
  });

  it('keeps a row that fits a page as one row, however high, and its words whole in a narrow table', async () => {
    const columns = ['Incident', 'Day', 'Kind', 'Place', 'What the record says', 'Pupils', 'Action recorded'];
    const cases: ReportTable = {
      type: 'table',
      caption: 'One row for each case',
      columns: columns.map((header) => ({ header, align: 'left', width: 1 / columns.length })),
      rows: ['1', '2', '3'].map((number) => ({
        cells: [
          `4349${number}`,
          '1 July (entered 2 July)',
          'Homophobic or biphobic incident (also: child-on-child abuse)',
          'Playground',
          'Told at length what happened on that day, who was there and what was said. '.repeat(2),
          "Named: Róisín O'Shaughnessy, Jagoda Jankauskaitė.",
          'Restorative conversation held.',
        ],
      })),
    };
    const document = reportOf(cases);
    const sections = document.sections.map((section) => ({ ...section, landscape: true }));
    const bytes = await renderPdf({ ...document, sections }, { theme: 'large_print' });
    const read = await readPdf(bytes);
    expect(findTags(read.root, 'TR').length).toBe(4);
    const words = readTexts(read).flatMap(({ texts }) => texts.flatMap(({ text }) => text.split(/[\s,.]+/)));
    for (const word of ["O'Shaughnessy", 'Jankauskaitė', 'Playground', 'conversation', 'Homophobic'])
      expect(words).toContain(word);
  });

  it('draws a paragraph longer than a page as one element over its pages', async () => {
    const text = 'The school keeps a record of every incident. '.repeat(200);
    const { root: tags, pdf } = await readPdf(await renderPdf(reportOf({ type: 'paragraph', text })));
    expect(pdf.getPageCount()).toBe(3);
    expect(findTags(tags, 'P').filter((tag) => tag.marks > 50)).toHaveLength(1);
  });

  it.each(['standard', 'large_print'] as const)(
    'draws nothing smaller than it should be in %s',
    async (theme) => {
      const bytes = theme === 'standard' ? restricted : await renderPdf(demoReport('restricted'), { theme });
      const { contents } = await readPdf(bytes);
      const sizes = new Set(
        contents.flatMap((content) =>
          [...content.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map((match) => Number(match[1])),
        ),
      );
      expect(Math.min(...sizes)).toBe(theme === 'standard' ? 10 : 14);
    },
  );

  it('draws a chart that is higher than a page as several figures, each numbered and with its own words', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => ({
      label: `Place ${at}`,
      value: 120 - at,
      text: String(120 - at),
    }));
    const long = demoFigure('bars', { kind: 'bars', xLabel: 'Incidents', rows });
    const figure = { ...long, title: 'Many places', alt: 'Bar chart of many places.' };
    const bytes = await renderPdf(reportOf(figure));
    const { root: tags } = await readPdf(bytes);
    const parts = findTags(tags, 'Figure').length;
    expect(parts).toBeGreaterThan(1);
    const text = readTexts(await readPdf(bytes))
      .flatMap((page) => JSON.stringify(page))
      .join(' ');
    for (let part = 1; part <= parts; part++) expect(text).toContain(`(part ${part} of ${parts})`);
  });

  it('draws an empty table, an empty section and an empty chart without failing', async () => {
    const empty: ReportBlock = {
      type: 'table',
      caption: 'None recorded',
      columns: [{ header: 'Kind', align: 'left', width: 1 }],
      rows: [],
    };
    const bars = demoFigure('bars', { kind: 'bars', xLabel: 'Incidents', rows: [] });
    const report = reportOf(empty, bars, caseList(1));
    const { pdf } = await readPdf(
      await renderPdf({ ...report, sections: [...report.sections, { heading: 'Empty', blocks: [] }] }),
    );
    expect(pdf.getPageCount()).toBeGreaterThan(0);
  });

  it('keeps the footer to one line a fact: a long title is cut at a word, a long handling line is not', async () => {
    const report = reportOf({ type: 'paragraph', text: 'Short.' });
    const title = 'Behaviour report to the governors and trustees of the school with a very long name '
      .repeat(2)
      .trim();
    const handling =
      `Restricted: names pupils. ${'Keep it in the locked cabinet of the pastoral office. '.repeat(4)}`.trim();
    const plain = await readPdf(await renderPdf(report));
    const long = await readPdf(await renderPdf({ ...report, title, handling }));
    const lines = ({ contents }: ReadPdf): number =>
      (contents[0]?.split('/Type /Pagination')[1] ?? '').split('BT').length - 1;
    expect(lines(plain)).toBe(4);
    expect(lines(long)).toBe(4 + 2);
    expect(long.pdf.getTitle()).toBe(title);
  });

  it('refuses a table without columns', async () => {
    const broken: ReportBlock = { type: 'table', caption: 'Broken', columns: [], rows: [] };
    await expect(renderPdf(reportOf(broken))).rejects.toThrow(/Broken/);
  });
});
