import { beforeAll, describe, expect, it } from 'vitest';
import { analysisText } from '../../src/cli/output/analysis-text.ts';
import type { Analysis } from '../../src/incident/analysis.ts';
import type { Finding } from '../../src/incident/finding.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const here = prepareFolder(makeFolder('analysis-text'));
let analysis: Analysis;

const now = { from: '2025-11-03', to: '2025-11-05' };
const finding = (
  kind: Finding['kind'],
  tier: Finding['tier'],
  sentence: string,
  rest: Partial<Finding> = {},
): Finding => ({
  kind,
  subject: 'Ada',
  category: null,
  direction: 'up',
  ...now,
  comparison: null,
  tier,
  observed: 4,
  expected: 1,
  ratio: 4,
  interval: [1, 9],
  p: null,
  q: null,
  started: null,
  sentence,
  evidence: [],
  ...rest,
});

beforeAll(async () => {
  analysis = JSON.parse((await here('analyse', 'export.csv', '--json', '--quiet')).out);
}, 300_000);

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

  it('says one of a thing as one, and days chosen by hand once', () => {
    const period = { ...analysis.meta.period, name: '3 November 2025 to 5 November 2025', ...now };
    const text = analysisText({
      ...analysis,
      meta: { ...analysis.meta, period },
      counts: { ...analysis.counts, incidents: 1, involvements: 2, pupils: 1, school_days: 1 },
      findings: [],
    });
    expect(text.split('\n').slice(0, 2)).toEqual([
      `${analysis.meta.school}: 3 November 2025 to 5 November 2025`,
      '1 behaviour incident, 2 involvements of 1 pupil in 1 school day',
    ]);
  });

  it('says so when nothing was found, and what there is nothing to compare with', () => {
    const text = analysisText({ ...analysis, findings: [] });
    expect(text).toContain('No pattern or change was found that the numbers bear.');
    expect(text).toContain('nothing to compare with');
  });

  it('lists single serious records of the period in one line a label, and counts what is older', () => {
    const single = (subject: string, date: string, category = 'weapon') =>
      finding('serious_repeat', 'clear', 'A long sentence.', {
        subject,
        category,
        observed: 1,
        from: date,
        to: date,
      });
    const findings = [
      single('Ben', '2025-11-05'),
      single('Ada', '2025-11-04'),
      single('Cai', '2025-11-04', 'prejudice.racist'),
      single('Dot', '2024-11-04'),
    ];
    const text = analysisText({ ...analysis, findings });
    expect(text).toMatch(/\n {2}- On one day, \S.*: Ada \(4 November 2025\), Ben \(5 November 2025\)\n/);
    expect(text).toMatch(/\n {2}- On one day, .*: Cai \(4 November 2025\)\n/);
    expect(text).not.toContain('A long sentence.');
    expect(text).not.toContain('Dot');
    expect(text).toContain('\n1 older finding is in --json.\n');
  });

  it('says when what it leaves out is not all older', () => {
    const findings = ['2024-11-04', '2030-11-04'].map((date) =>
      finding('hotspot', 'clear', 'Elsewhere in time.', { from: date, to: date }),
    );
    const text = analysisText({ ...analysis, findings });
    expect(text).toContain('2 other findings are in --json.');
    expect(text).not.toContain('Elsewhere in time.');
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
      unit: 'a thing',
      tooFewIf: 'fewer than 4',
      lookedAt: 3,
      tooFew: 2,
      clear: 0,
      possible: 1,
      expectedByChance: null,
      note: 'Too short a record.',
    };
    expect(analysisText({ ...analysis, detectors: [run] })).toContain(
      'Is it so? Looked at 3, each a thing (2 with too little to tell: fewer than 4): 0 clear, 1 possible. Too short a record.',
    );
  });
});
