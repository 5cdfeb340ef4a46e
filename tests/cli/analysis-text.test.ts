import { beforeAll, describe, expect, it } from 'vitest';
import { analysisText } from '../../src/cli/output/analysis-text.ts';
import type { Analysis } from '../../src/incident/analysis.ts';
import type { Finding } from '../../src/incident/finding.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const here = prepareFolder(makeFolder('analysis-text'));
let analysis: Analysis;

const finding = (kind: Finding['kind'], tier: Finding['tier'], sentence: string) =>
  ({ kind, tier, sentence }) as unknown as Finding;

beforeAll(async () => {
  analysis = JSON.parse((await here('analyse', 'export.csv', '--json', '--quiet')).out);
}, 120_000);

describe('analysisText', () => {
  it('puts clear findings before possible ones, serious incidents first', () => {
    const findings = [
      finding('hotspot', 'possible', 'The hall, perhaps.'),
      finding('hotspot', 'clear', 'The corridor on Fridays.'),
      finding('serious_repeat', 'clear', 'Racist incidents twice.'),
    ];
    const text = analysisText({ ...analysis, findings });
    expect(text).toContain(
      '\nSerious incidents, each listed\n  * Racist incidents twice.\n\nPlaces and times\n  * The corridor on Fridays.\n  ? The hall, perhaps.\n',
    );
  });

  it('says so when nothing was found, and what there is nothing to compare with', () => {
    const text = analysisText({ ...analysis, findings: [] });
    expect(text).toContain('No pattern or change was found that the numbers bear.');
    expect(text).toContain('nothing to compare with');
  });

  it('gives the count and verdict of a comparison', () => {
    const change = { count: 12, ratio: 1.6, interval: null, p: 0.01, verdict: 'up' as const };
    const headline = [
      { code: 'all', title: 'All behaviour incidents', now: 19, previous: change, last_year: null },
    ];
    expect(analysisText({ ...analysis, headline })).toMatch(
      /All behaviour incidents +19 {2}12 \(up\) · nothing to compare with/,
    );
  });

  it('notes what a detector could not tell', () => {
    const run = {
      detector: 'x',
      question: 'Is it so?',
      lookedAt: 3,
      tooFew: 2,
      clear: 0,
      possible: 1,
      expectedByChance: null,
      note: 'Too short a record.',
    };
    expect(analysisText({ ...analysis, detectors: [run] })).toContain(
      'Is it so? Looked at 3 (2 with too little to tell): 0 clear, 1 possible. Too short a record.',
    );
  });
});
