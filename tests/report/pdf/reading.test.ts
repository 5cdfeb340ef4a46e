import { describe, expect, it } from 'vitest';
import { composeReport } from '../../../src/report/compose-report.ts';
import { renderPdf } from '../../../src/report/pdf/render-pdf.ts';
import { plainText } from '../../../src/report/plain-text.ts';
import { REPORT_KINDS } from '../../../src/report/registry.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { checkHeadings, checkRoom } from '../helpers/check-pages.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { readTexts } from '../helpers/read-texts.ts';

const EDITIONS = Object.entries(REPORT_KINDS).flatMap(([kind, { governor, restricted }]) => [
  ...(governor === undefined ? [] : [{ kind, edition: 'governor' as const }]),
  ...(restricted === undefined ? [] : [{ kind, edition: 'restricted' as const }]),
]);

/** Text as somebody hears it who lets the file be read aloud: in the order of its content, furniture left out. */
async function listen(document: ReportDocument): Promise<string> {
  const pages = readTexts(await readPdf(await renderPdf(document)));
  return pages
    .flatMap(({ texts }) => texts.filter(({ tag }) => tag !== 'Artifact').map(({ text }) => text))
    .join('')
    .replaceAll(/\s+/g, ' ');
}

describe.each(EDITIONS)('report $kind, $edition edition', ({ kind, edition }) => {
  it('has no page of a title alone, no heading at a foot, and nothing off its page, in both sizes', async () => {
    const document = await composeReport(kind, await sampleAnalysis(), { edition });
    for (const theme of ['standard', 'large_print'] as const) {
      const pages = readTexts(await readPdf(await renderPdf(document, { theme })));
      checkRoom(pages);
      checkHeadings(pages);
    }
  });
});

describe('a report read aloud', () => {
  it('says title and headings in order, and under each what belongs there', async () => {
    const document = await composeReport('governors', await sampleAnalysis());
    const heard = await listen(document);
    expect(heard.startsWith(document.title)).toBe(true);
    const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    const places = document.sections.map(({ heading }) =>
      heard.toLowerCase().indexOf(`. ${heading.toLowerCase()} `),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    for (const [index, { blocks }] of document.sections.entries()) {
      const part = heard.slice(places[index], places[index + 1]);
      for (const block of blocks) {
        if (block.type === 'paragraph') expect(part).toContain(squeeze(plainText(block.text)));
        else if (block.type === 'bullets')
          for (const item of block.items) expect(part).toContain(squeeze(plainText(item)));
        else if (block.type === 'subheading') expect(part).toContain(block.text);
        else if (block.type === 'figure') expect(part).toContain(squeeze(block.title));
        else expect(part).toContain(squeeze(block.caption));
      }
    }
  });

  it('has Welsh, Polish and other letters whole', async () => {
    const words =
      'Siân Llŷr Gwŷn Ŵyn Ŷnys, Łukasz Żółw Gęślą Jaźń ĄĆĘŁŃÓŚŹŻ, Aydın Şebnem Iñaki, 12 → 19 ≥ 5';
    const document = demoReport();
    const heard = await listen({
      ...document,
      title: words,
      sections: [{ heading: words, blocks: [{ type: 'paragraph', text: [{ text: words, bold: true }] }] }],
    });
    expect(heard).toContain(`1. ${words} ${words}`);
  });
});
