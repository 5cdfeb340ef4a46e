import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { composeReport } from '../../../src/report/compose-report.ts';
import { renderHtml } from '../../../src/report/html/render-html.ts';
import { REPORT_KINDS } from '../../../src/report/registry.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import { tabulateChart } from '../../../src/report/tabulate-chart.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { figuresOf, listProse, tablesOf } from '../documents/list-document-text.ts';
import { demoReport } from '../helpers/demo-report.ts';
import {
  attributeOf,
  findElements,
  type HtmlElement,
  listElements,
  readHtml,
  textOf,
} from '../helpers/read-html.ts';

/** Every kind in every edition it has, of one made-up school. */
async function everyReport(): Promise<ReportDocument[]> {
  const analysis = await sampleAnalysis();
  const asked = Object.entries(REPORT_KINDS).flatMap(([kind, { governor, restricted }]) => [
    ...(governor === undefined ? [] : [[kind, 'governor'] as const]),
    ...(restricted === undefined ? [] : [[kind, 'restricted'] as const]),
  ]);
  return Promise.all(asked.map(([kind, edition]) => composeReport(kind, analysis, { edition })));
}

/** What a screen reader and a keyboard need of any page of ours. */
function checkPage(page: HtmlElement, document: ReportDocument): void {
  expect(attributeOf(page, 'lang')).toBe('en-GB');
  expect(findElements(page, 'title').map(textOf)).toEqual([`${document.title}: ${document.subtitle}`]);
  const ids = listElements(page).flatMap((element) => attributeOf(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const element of listElements(page)) {
    for (const id of (attributeOf(element, 'aria-labelledby') ?? '').split(' ').filter((part) => part !== ''))
      expect(ids).toContain(id);
    const target = attributeOf(element, 'href');
    if (target !== null) expect(ids.map((id) => `#${id}`)).toContain(target);
  }
  expect(findElements(page, 'main')).toHaveLength(1);
  const [first] = findElements(page, 'a');
  expect([first && textOf(first), first && attributeOf(first, 'href')]).toEqual([
    'Skip to the report',
    '#report',
  ]);
  const levels = listElements(page)
    .flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? [])
    .map(Number);
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
}

function checkTable(table: HtmlElement): void {
  const [caption] = findElements(table, 'caption');
  expect(caption && textOf(caption).length).toBeGreaterThan(5);
  const rows = findElements(table, 'tr');
  const width = rows[0]?.childNodes.length;
  for (const [index, row] of rows.entries()) {
    const cells = listElements(row).slice(1);
    expect(cells).toHaveLength(width ?? 0);
    expect(cells.map((cell) => attributeOf(cell, 'scope'))).toEqual(
      cells.map((_, at) => (index === 0 ? 'col' : at === 0 ? 'row' : null)),
    );
  }
}

describe('renderHtml', () => {
  it('is a well-formed, self-contained page of every kind and edition', async () => {
    for (const document of await everyReport()) {
      const html = renderHtml(document);
      const page = readHtml(html);
      checkPage(page, document);
      for (const table of findElements(page, 'table')) checkTable(table);
      expect(html).not.toMatch(
        /<(script|link|img|iframe|object|embed|form|input)\b| src=| on\w+=|javascript:|url\((?!#)/i,
      );
      expect(html.replaceAll('http-equiv', '')).not.toMatch(/https?:|\/\//);
      expect(textOf(page)).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }
  });

  it('lets nothing load or run but its own style sheet', () => {
    const page = readHtml(renderHtml(demoReport()));
    const [style] = findElements(page, 'style');
    const hash = createHash('sha256')
      .update(textOf(style as HtmlElement))
      .digest('base64');
    const policy = findElements(page, 'meta').find(
      (meta) => attributeOf(meta, 'http-equiv') === 'Content-Security-Policy',
    );
    expect(policy && attributeOf(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(listElements(page).filter((element) => attributeOf(element, 'style') !== null)).toEqual([]);
  });

  it('has each figure with its words, and its numbers in a table', () => {
    const document = demoReport('restricted');
    const figures = findElements(readHtml(renderHtml(document)), 'figure');
    const expected = figuresOf(document);
    expect(figures).toHaveLength(expected.length);
    for (const [index, figure] of figures.entries()) {
      const { alt, title, subtitle, source, chart } = expected[index] ?? expect.fail('no such figure');
      const [svg] = findElements(figure, 'svg');
      expect([svg && attributeOf(svg, 'role'), svg && attributeOf(svg, 'aria-label')]).toEqual(['img', alt]);
      const read = textOf(figure);
      for (const text of [`Figure ${index + 1}: ${title}`, subtitle, source]) expect(read).toContain(text);
      const rows = findElements(figure, 'tr').map((row) => listElements(row).slice(1).map(textOf));
      const { headers, rows: numbers } = tabulateChart(chart);
      expect(rows).toEqual([headers, ...numbers]);
    }
  });

  it('has every word and number of the report, in its order', async () => {
    for (const document of [...(await everyReport()), demoReport('restricted')]) {
      const read = textOf(readHtml(renderHtml(document)));
      let from = 0;
      for (const { heading } of document.sections) {
        from = read.indexOf(heading, from);
        expect(from, heading).toBeGreaterThan(-1);
      }
      for (const text of listProse(document)) expect(read).toContain(text);
      for (const { rows } of tablesOf(document))
        for (const { cells } of rows) expect(read).toContain(cells.join(''));
      if (document.handling !== null) expect(read.split(document.handling)).toHaveLength(3);
    }
  });

  it('writes what a file says as text, whatever it says', () => {
    const nasty = '<script>alert("x")</script> & \u0000\u0007 </title></svg> Łukasz Ŵyn';
    const base = demoReport('restricted');
    const document: ReportDocument = {
      ...base,
      title: nasty,
      author: nasty,
      handling: nasty,
      sections: base.sections.map((section) => ({
        ...section,
        heading: nasty,
        blocks: section.blocks.map((block) => {
          if (block.type !== 'figure' || block.chart.kind !== 'bars') return block;
          const rows = block.chart.rows.map((row) => ({ ...row, label: nasty }));
          return { ...block, alt: nasty, title: nasty, chart: { ...block.chart, rows } };
        }),
      })),
    };
    const page = readHtml(renderHtml(document));
    expect(findElements(page, 'script')).toEqual([]);
    const [heading] = findElements(page, 'h1');
    expect(heading && textOf(heading)).toBe('<script>alert("x")</script> &   </title></svg> Łukasz Ŵyn');
  });

  it('is larger in large print, charts too, and the same bytes each time', () => {
    const [usual, large] = [renderHtml(demoReport()), renderHtml(demoReport(), { theme: 'large_print' })];
    expect(large).toContain(':root { font-size: 137.5%; }');
    const sizes = (html: string): Set<string> => new Set(html.match(/font-size="\d+"/g));
    expect([sizes(usual), sizes(large)]).toEqual([new Set(['font-size="10"']), new Set(['font-size="14"'])]);
    expect(renderHtml(demoReport())).toBe(usual);
  });
});
