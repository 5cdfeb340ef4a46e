import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.ts';
import { listChartRows } from '../../src/report/list-chart-rows.ts';
import { numberHeadings } from '../../src/report/number-headings.ts';
import { REPORT_FORMATS, REPORT_KINDS } from '../../src/report/registry.ts';
import type { ReportDocument } from '../../src/report/report-document.ts';
import { sampleAnalysis } from '../count/sample-analysis.ts';
import { tablesOf } from './documents/list-document-text.ts';
import { DEMO_CHARTS } from './helpers/demo-report.ts';

const write = async (format: 'csv' | 'json' | 'text', document: ReportDocument): Promise<string> => {
  const written = (await REPORT_FORMATS[format].load())(document);
  if (typeof written !== 'string') throw new Error('not text');
  return written;
};

describe('registry', () => {
  it('composes every kind in each edition that it has', async () => {
    const analysis = await sampleAnalysis();
    for (const [kind, { edition, about, governor, restricted }] of Object.entries(REPORT_KINDS)) {
      expect(await composeReport(kind, analysis)).toMatchObject({ kind, edition });
      for (const [asked, has] of [
        ['governor', governor],
        ['restricted', restricted],
      ] as const) {
        const composed = composeReport(kind, analysis, { edition: asked });
        if (has === undefined) await expect(composed).rejects.toThrow(/^report \w+: /);
        else expect((await composed).handling === null).toBe(asked === 'governor');
      }
      expect(about.length).toBeGreaterThan(20);
    }
    await expect(composeReport('league-table', analysis)).rejects.toThrow(
      "no report is called 'league-table'",
    );
  });

  it('takes the symbol and the names it is given', async () => {
    const analysis = await sampleAnalysis({ size: 300 });
    const places = { ...analysis.counts.places, 'Zadie corner': 30 };
    const document = await composeReport(
      'governors',
      { ...analysis, counts: { ...analysis.counts, places } },
      { rules: { threshold: 5, symbol: '<5', groupMinimum: 10 }, names: ['Zadie Quill'] },
    );
    const text = await write('text', document);
    expect(text).toContain('<5');
    expect(text).toContain('[name] corner');
    expect(text).not.toMatch(/Zadie/);
  });

  it('writes a PDF', async () => {
    const document = await composeReport('governors', await sampleAnalysis());
    const pdf = await (await REPORT_FORMATS.pdf.load())(document);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('formats', () => {
  it('carry the same numbers', async () => {
    const document = await composeReport('governors', await sampleAnalysis());
    const [csv, json, text] = [
      await write('csv', document),
      await write('json', document),
      await write('text', document),
    ];
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(document)));
    const lines: string[][] = parse(csv, { bom: true });
    const spoken = text.replaceAll(/\s+/g, ' ');
    for (const { caption, rows } of tablesOf(document)) {
      const cells = rows.flatMap((row) => row.cells.slice(1));
      expect(lines.filter((line) => line[1] === caption).map((line) => line[4]?.replace(/^'/, ''))).toEqual(
        cells,
      );
      for (const row of rows)
        expect(spoken).toContain(row.cells.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, 60));
    }
  });

  it('disarms cells that a spreadsheet would run, and leaves numbers alone', async () => {
    const document = await composeReport('governors', await sampleAnalysis());
    const risky: ReportDocument = {
      ...document,
      sections: [
        {
          heading: 'H',
          blocks: [
            {
              type: 'table',
              caption: 'T',
              columns: [
                { header: 'A', align: 'left', width: 0.5 },
                { header: 'B', align: 'right', width: 0.5 },
              ],
              rows: [{ cells: ['=1+1', '@x'] }, { cells: ['-5', '+3%'] }],
            },
          ],
        },
      ],
    };
    const lines: string[][] = parse(await write('csv', risky), { bom: true });
    expect(lines.slice(1).map((line) => line.slice(2))).toEqual([
      ["'=1+1", 'B', "'@x"],
      ['-5', 'B', '+3%'],
    ]);
  });

  it('list the numbers of every kind of chart', () => {
    for (const chart of Object.values(DEMO_CHARTS)) {
      const rows = listChartRows(chart);
      expect(rows.length, chart.kind).toBeGreaterThan(2);
      for (const { row, column, value } of rows)
        expect(`${row}${column}${value}`).not.toMatch(/undefined|NaN/);
    }
  });

  it('letter annexes and number the rest', () => {
    const section = (annex: boolean) => ({ heading: 'X', annex, blocks: [] });
    expect(numberHeadings([section(false), section(false), section(true), section(true)])).toEqual([
      '1. X',
      '2. X',
      'Annex A: X',
      'Annex B: X',
    ]);
  });
});
