import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { printReports } from '../../src/cli/print-reports.ts';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { runAnalysis } from '../../src/pipeline.ts';
import type { ReportDocument } from '../../src/report/report-document.ts';
import { ROOT } from '../helpers/run-built.ts';

// How long a report may be before nobody reads it to its end: a budget of pages for each kind, in the usual print.
const school = join(ROOT, 'fixtures/schools/fernhill-primary');
const printed = new Map<string, { readonly pages: number; readonly document: ReportDocument }>();

beforeAll(async () => {
  const config = await resolveConfig({ config: join(school, 'termwise.yaml') }, school);
  const result = await runAnalysis({
    files: [join(school, 'export.csv')],
    config,
    today: '2026-11-22',
    sideFiles: true,
  });
  for (const kind of ['pastoral', 'class', 'pupil']) {
    const [pdf, json] = await printReports([kind], ['pdf', 'json'], result, config);
    const file = await PDFDocument.load(Buffer.from(pdf?.content ?? ''), { updateMetadata: false });
    printed.set(kind, { pages: file.getPageCount(), document: JSON.parse(String(json?.content)) });
  }
}, 120_000);

const pagesOf = (kind: string): number => printed.get(kind)?.pages ?? Number.POSITIVE_INFINITY;
const sectionsOf = (kind: string): number => printed.get(kind)?.document.sections.length ?? 0;

describe('the reports of the sample school', () => {
  it('have a pastoral pack of three to five pages', () => {
    expect(pagesOf('pastoral')).toBeLessThanOrEqual(5);
    expect(pagesOf('pastoral')).toBeGreaterThanOrEqual(3);
  });

  it('have two pages a class', () => {
    expect(sectionsOf('class')).toBeGreaterThan(10);
    expect(pagesOf('class')).toBeLessThanOrEqual(sectionsOf('class') * 2);
  });

  it('have one page a pupil after the list of them', () => {
    expect(sectionsOf('pupil')).toBeGreaterThan(10);
    expect(pagesOf('pupil')).toBe(sectionsOf('pupil'));
  });
});
