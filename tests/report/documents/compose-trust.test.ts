import { describe, expect, it } from 'vitest';
import type { TrustAnalysis } from '../../../src/incident/trust-analysis.ts';
import { composeTrustReport } from '../../../src/report/compose-trust-report.ts';
import { renderCsv } from '../../../src/report/csv.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderPdf } from '../../../src/report/pdf/render-pdf.ts';
import { renderText } from '../../../src/report/text.ts';
import { sampleTrust } from '../../trust/helpers/sample-trust.ts';
import { simulateTrust } from '../../trust/helpers/simulate-trust.ts';
import { listDocumentText } from './list-document-text.ts';

const trust = sampleTrust('report');

describe('composeTrustReport', () => {
  it('tells the working group how far schools can be compared before it compares them', async () => {
    const document = await composeTrustReport(trust, 'working_group');
    const headings = document.sections.map(({ heading }) => heading);
    expect(headings[0]).toBe('How far the schools can be compared');
    for (const { school } of trust.schools) expect(headings).toContain(school);
    expect(document.edition).toBe('governor');
    expect(renderText(document)).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  it('lists schools by name in every table, never by a rate', async () => {
    const document = await composeTrustReport(trust, 'working_group');
    const names = trust.schools.map(({ school }) => school);
    const tables = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? [block] : [])),
    );
    const bySchool = tables.filter(({ columns }) => columns[0]?.header === 'School');
    expect(bySchool.length).toBeGreaterThan(3);
    for (const { rows } of bySchool) {
      const told = rows.map(({ cells }) => names.find((name) => cells[0]?.startsWith(name))).filter(Boolean);
      expect(told).toEqual(names);
    }
  });

  it('names in a funnel the schools that stand apart and no other, and says so in its title', async () => {
    const odd = simulateTrust('odd one out', 8, { 3: { all: 4 } });
    const document = await composeTrustReport(odd, 'working_group');
    const figures = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'figure' && block.chart.kind === 'funnel' ? [block] : [])),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const { title, chart } of figures) {
      if (chart.kind !== 'funnel') continue;
      const named = chart.points.filter((point) => point.named).map(({ label }) => label);
      for (const name of named) expect(title).toContain(name);
      if (named.length === 0) expect(title).toContain('no school stands apart');
    }
    expect(figures.some(({ title }) => title.includes('School 004'))).toBe(true);
  });

  it('names no school to the committee', async () => {
    const document = await composeTrustReport(trust, 'committee');
    const text = [...listDocumentText(document)].join('\n');
    for (const { school } of trust.schools) expect(text).not.toContain(school);
    expect(document.title).toContain('committee');
    await expect(composeTrustReport(trust, 'committee', { only: 'School 001' })).rejects.toThrow(
      'no single school',
    );
  });

  it('gives moderators exact numbers under a handling line', async () => {
    const document = await composeTrustReport(trust, 'moderators');
    expect(document.edition).toBe('restricted');
    expect(document.handling).toContain('Restricted');
  });

  it('prints one school of many, in the words of its nation, and refuses one that is not there', async () => {
    const document = await composeTrustReport(trust, 'working_group', { only: 'school 002' });
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      'School 002',
      'Method and data quality',
    ]);
    expect(renderText(document)).toContain('Fixed-term exclusions');
    await expect(composeTrustReport(trust, 'working_group', { only: 'Hogwarts' })).rejects.toThrow(
      'no school of that name',
    );
  });

  it('leaves out pages and tables of single schools where there are very many', async () => {
    const many = simulateTrust('many', 42);
    const document = await composeTrustReport(many, 'working_group');
    expect(document.sections.length).toBeLessThan(16);
    expect(renderText(document)).toMatch(/`--school NAME`\s+prints one/);
  });

  it('says the same in every format, and draws as a PDF', async () => {
    const document = await composeTrustReport(trust, 'working_group');
    const incidents = trust.totals.incidents.toLocaleString('en-GB');
    for (const text of [renderText(document), renderCsv(document), renderJson(document)])
      expect(text).toContain(incidents);
    const bytes = await renderPdf(document);
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
  });

  it('holds nothing of what schools typed: no place and no category by its own name', async () => {
    const typed: TrustAnalysis = {
      ...trust,
      totals: { ...trust.totals, places: { 'Zebedee Room': 9 }, categories: { 'Quixotic category': 9 } },
    };
    const text = JSON.stringify(await composeTrustReport(typed, 'moderators'));
    expect(text).not.toMatch(/Zebedee|Quixotic/);
  });
});
