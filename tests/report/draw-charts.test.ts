import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.ts';
import { describeCharts, drawCharts, nameCharts } from '../../src/report/draw-charts.ts';
import { sampleAnalysis } from '../count/sample-analysis.ts';
import { figuresOf } from './documents/list-document-text.ts';
import { demoReport } from './helpers/demo-report.ts';

const hash = (png: Uint8Array): string => Buffer.from(png).toString('base64');

describe('drawCharts', () => {
  it('draws every figure of a report once, named by its number and kind and by nothing else', async () => {
    const document = demoReport('restricted');
    const pictures = await drawCharts(document);
    expect(pictures.map(({ name }) => name)).toEqual(nameCharts(document));
    expect(pictures).toHaveLength(figuresOf(document).length);
    for (const { name, png } of pictures) {
      expect(name).toMatch(/^[a-z-]+-figure-\d+-[a-z-]+\.png$/);
      expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    }
  });

  it('draws the same bytes again, and others in large print', async () => {
    const report = demoReport();
    const [first, again] = [await drawCharts(report), await drawCharts(report)];
    expect(again.map(({ png }) => hash(png))).toEqual(first.map(({ png }) => hash(png)));
    const large = await drawCharts(report, { theme: 'large_print' });
    expect(hash(large[0]?.png ?? new Uint8Array())).not.toBe(hash(first[0]?.png ?? new Uint8Array()));
  });

  it('numbers them so that they sort, and has nothing for a report without figures', async () => {
    const report = demoReport();
    const sections = Array.from({ length: 4 }, () => report.sections).flat();
    const names = nameCharts({ ...report, sections });
    expect([...names].sort()).toEqual(names);
    expect(await drawCharts({ ...report, sections: [] })).toEqual([]);
  });

  it('says which picture is which, with its title and its text for those who cannot see it', async () => {
    const document = await composeReport('governors', await sampleAnalysis());
    const text = describeCharts(document);
    expect(text).toContain(document.title);
    for (const [index, { title, alt, source }] of figuresOf(document).entries()) {
      expect(text).toContain(`${nameCharts(document)[index]}\nFigure ${index + 1}: ${title}\n`);
      expect(text).toContain(`In words: ${alt}`);
      expect(text).toContain(source);
    }
    expect(describeCharts(demoReport('restricted'))).toContain(demoReport('restricted').handling);
  });
});
