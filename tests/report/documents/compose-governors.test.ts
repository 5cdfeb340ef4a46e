import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountCell, HIDDEN, isShown } from '../../../src/privacy/count-cell.ts';
import type { EditionControlChart, GovernorEdition } from '../../../src/privacy/governor-edition.ts';
import { makeGovernorEdition } from '../../../src/privacy/make-governor-edition.ts';
import { composeGovernors } from '../../../src/report/documents/compose-governors.ts';
import { plainText } from '../../../src/report/plain-text.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { PERIODS, sampleRecord } from '../../count/sample-record.ts';
import { checkClaims } from '../helpers/check-claims.ts';
import { readingGrade } from '../helpers/reading-grade.ts';
import { figuresOf, listDocumentText, listProse, tablesOf } from './list-document-text.ts';

const schools = fc.record({
  size: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 200, max: 2500 })),
  seed: fc.nat(1e6),
  withRoll: fc.boolean(),
  withTimes: fc.boolean(),
  withPrevious: fc.boolean(),
  withLastYear: fc.boolean(),
});

function findingsOf(document: ReportDocument): string[] {
  const bullets = document.sections[0]?.blocks.find((block) => block.type === 'bullets');
  return bullets?.type === 'bullets' ? bullets.items.map(plainText) : [];
}

/** Re-reads each comparison in the findings against the rows of the headline and category tests. */
function checkComparisons(findings: readonly string[], edition: GovernorEdition): void {
  const categories = edition.category_changes.map((row) => ({ ...row, title: `Recorded as ‘${row.title}’` }));
  const rows = [...edition.headline, ...categories];
  for (const finding of findings) {
    const row = /behaviour incidents? (was|were) recorded/.test(finding)
      ? edition.headline[0]
      : rows.find(({ title }) => finding.startsWith(`${title}: `));
    if (row === undefined || !isShown(row.now)) continue;
    for (const [change, other] of [
      [row.last_year, 'the same term last year'],
      [row.previous, 'last term'],
    ] as const) {
      const now = row.now / edition.counts.school_days;
      const days =
        (change === row.previous ? edition.comparisons.previous : edition.comparisons.last_year)
          ?.school_days ?? 1;
      const said = new RegExp(
        `(clearly more a school day than|clearly fewer a school day than)[^;]*${other} \\(`,
        'i',
      ).exec(finding);
      if (said === null) continue;
      expect(change !== null && isShown(change.count)).toBe(true);
      const then = (isShown(change?.count ?? 0) ? Number(change?.count) : 0) / days;
      expect(/more/i.test(said[1] ?? '') ? now > then : now < then, finding).toBe(true);
      expect(change?.p).toBeLessThan(0.05);
    }
  }
}

/** Two weeks of a control chart. */
const CHART: Omit<EditionControlChart, 'hidden_weeks'> = {
  unit: 'per_school_day',
  method: 'xmr',
  points: ['2026-04-13', '2026-04-20'].map((week) => ({
    week,
    term: '2025-26 Summer',
    incidents: 20,
    value: 4,
    signal: 'common' as const,
    lower: 1,
    upper: 7,
  })),
  mean: 4,
  breaks: [],
  start: 0,
  baseline_weeks: 20,
  trial: false,
};

describe('composeGovernors', () => {
  it('says nothing false, empty or hidden, in any made-up school', async () => {
    await fc.assert(
      fc.asyncProperty(schools, async (options) => {
        const edition = makeGovernorEdition(await sampleAnalysis(options));
        const document = composeGovernors(edition);
        const text = listDocumentText(document);
        for (const each of text) {
          expect(each).not.toMatch(/undefined|NaN|\[object|\{\w+\}|Infinity/);
          expect(each, each).not.toMatch(/Pupil Number|Mrs Hill/);
        }
        const findings = findingsOf(document);
        expect(findings.length).toBeGreaterThanOrEqual(1);
        expect(findings.length).toBeLessThanOrEqual(5);
        checkClaims(document, PERIODS.period.from, edition.rules.threshold);
        checkComparisons(findings, edition);
        for (const { rows, columns, caption } of tablesOf(document)) {
          expect(
            columns.reduce((sum, { width }) => sum + width, 0),
            caption,
          ).toBeCloseTo(1, 6);
          for (const { cells } of rows) expect(cells.length, caption).toBe(columns.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says that last year’s term is as long only where it is', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis());
    const last = edition.comparisons.last_year;
    if (last === null) throw new Error('no term last year');
    const sayWith = (days: number): string =>
      listProse(
        composeGovernors({
          ...edition,
          counts: { ...edition.counts, school_days: 60 },
          comparisons: { ...edition.comparisons, last_year: { ...last, school_days: days } },
        }),
      ).find((each) => each.startsWith('The same term last year is')) ?? '';
    expect(sayWith(60)).toContain('the same season and much the same length.');
    expect(sayWith(55)).toContain('much the same length');
    expect(sayWith(54)).toContain('the same season, though 54 school days then against 60 now.');
    expect(sayWith(66)).toContain('though 66 school days then against 60 now');
  });

  it('says nothing of another term, of a symbol or of weeks before where there are none', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis());
    const counts = { ...edition.counts, labels: { ...edition.counts.labels, 'sexual.upskirting': 0 } };
    const headline = edition.headline.map((row) => ({ ...row, now: 9, previous: null, last_year: null }));
    const alone = { ...edition, counts, headline, comparisons: { previous: null, last_year: null } };
    const chart = { ...CHART, hidden_weeks: 0, baseline_weeks: 2 };
    const document = composeGovernors({ ...alone, chart });
    const prose = listProse(document).join(' ');
    expect(tablesOf(document)[0]?.note).toBeUndefined();
    expect(prose).toContain('Not recorded in this period:');
    expect(prose).not.toContain('The same term last year is the better comparison');
    expect(prose).toContain('the average of all weeks drawn, because there are too few before this period,');
    const both = composeGovernors({ ...edition, chart: { ...chart, baseline_weeks: 20 } });
    expect(tablesOf(both)[0]?.note).toContain('Compared by incidents a school day.');
    expect(listProse(both).join(' ')).toContain('Not recorded in any of these periods:');
    expect(listProse(both).join(' ')).toContain('the average of the weeks before this period and the range');
    const few = { ...alone, headline: headline.map((row) => ({ ...row, now: HIDDEN as CountCell })) };
    expect(tablesOf(composeGovernors(few))[0]?.note).toBe(
      'c: hidden, because it is 1 to 4 or would give such a number away.',
    );
  });

  it('says where the numbers of two terms that are drawn together are of more days and fewer', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis());
    const last = edition.comparisons.last_year;
    if (last === null) throw new Error('no term last year');
    const sourceWith = (days: number): string =>
      figuresOf(
        composeGovernors({
          ...edition,
          counts: { ...edition.counts, school_days: days },
          comparisons: { ...edition.comparisons, last_year: { ...last, school_days: 60 } },
        }),
      ).find(({ chart }) => chart.kind === 'dot_plot')?.source ?? '';
    expect(sourceWith(10)).toContain('Numbers are not per school day: 60 school days then, 10 now.');
    expect(sourceWith(58)).not.toContain('school day');
  });

  it('asks about weeks and days only what they bear out', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis({ findings: [] }));
    const bands = { ...edition.counts.bands, six_or_more: { pupils: 0, involvements: 0 } };
    const plain = {
      ...edition,
      headline: [],
      hotspots: [],
      groups: [],
      counts: { ...edition.counts, bands },
    };
    const askWith = (parts: Partial<GovernorEdition>): string => {
      const section = composeGovernors({ ...plain, ...parts }).sections.find(({ heading }) =>
        heading.startsWith('Questions'),
      );
      return JSON.stringify(section?.blocks[0]);
    };
    const weeks = (value: number): EditionControlChart => ({
      ...CHART,
      hidden_weeks: 0,
      points: CHART.points.map((point) => ({ ...point, value, signal: 'concern' })),
    });
    expect(askWith({ chart: weeks(8) })).toContain('Some weeks this term were outside the usual range');
    expect(askWith({ chart: weeks(5) })).toContain('Many weeks in a row this term were on one side');
    const none = { ...plain.counts, labels: {}, families: { prejudice: 0 } };
    const quality = { ...edition.quality, school_days: 60, days_without_entries: 30, late: 0 };
    const quiet = 'On some school days nothing was recorded';
    const days = (incidents: CountCell): string =>
      askWith({
        counts: { ...none, labels: { bullying: 1, 'prejudice.racist': 1, positive_handling: 0 } },
        chart: null,
        quality: { ...quality, incidents },
      });
    expect(days(200)).toContain(quiet);
    // Among 20 incidents in 60 days most days are empty by chance alone.
    expect(days(20)).not.toContain(quiet);
    expect(days(HIDDEN)).not.toContain(quiet);
  });

  it('names what the map of times leaves out, and the weeks that are left out of the chart', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis());
    const blank = (day: string, fill: CountCell) =>
      Object.fromEntries(Object.keys(edition.counts.weekday_period[day] ?? {}).map((slot) => [slot, fill]));
    const figuresWith = (
      extra: (day: string) => Readonly<Record<string, CountCell>>,
      saturday: CountCell,
    ) => {
      const days = Object.entries(edition.counts.weekday_period).map(([day, row]) => [
        day,
        { ...row, ...extra(day) },
      ]);
      const weekday_period = {
        ...Object.fromEntries(days),
        Saturday: { ...blank('Monday', saturday), ...extra('Saturday') },
      };
      const counts = { ...edition.counts, weekday_period };
      return figuresOf(composeGovernors({ ...edition, counts }));
    };
    const mapOf = (figures: ReturnType<typeof figuresWith>) =>
      figures.find(({ alt }) => alt.startsWith('Heat map'));
    const without = mapOf(figuresWith(() => ({ Dawn: HIDDEN }), HIDDEN));
    expect(without?.subtitle).toContain('without Dawn and Saturday, where no number can be shown');
    expect(without?.alt).toContain('Dawn and Saturday are left out, where no number can be shown.');
    // What is nought throughout has nothing to say, so it is not missed.
    const nothing = mapOf(figuresWith(() => ({ Dawn: 0 }), 0));
    expect(`${nothing?.subtitle} ${nothing?.alt}`).not.toMatch(/Dawn|Saturday/);
    for (const [hidden_weeks, said] of [
      [0, ''],
      [1, '; 1 week with a hidden number is left out'],
      [2, '; 2 weeks with a hidden number are left out'],
    ] as const) {
      const chart = { ...CHART, hidden_weeks };
      const weeks = figuresOf(composeGovernors({ ...edition, chart: chart })).find(({ alt }) =>
        alt.startsWith('Control chart'),
      );
      expect(weeks?.subtitle.endsWith(said)).toBe(true);
      expect(/hidden number/.test(weeks?.subtitle ?? '')).toBe(said !== '');
    }
  });

  it('puts three to five findings and the headline table first when there is something to say', async () => {
    const document = composeGovernors(makeGovernorEdition(await sampleAnalysis()));
    expect(findingsOf(document).length).toBeGreaterThanOrEqual(3);
    const [section] = document.sections;
    expect(section?.blocks.map(({ type }) => type)).toEqual(['bullets', 'table']);
    const table = tablesOf(document)[0];
    expect(table?.columns.map(({ header }) => header)).toEqual([
      'Measure',
      'This term',
      'Same term last year',
      'Last term',
      'What it means',
    ]);
    expect(table?.rows.map(({ cells }) => cells[0])).toContain('Racist incidents');
    expect(document).toMatchObject({ edition: 'governor', handling: null, fingerprint: '0123456789ab' });
    expect(document.subtitle).toBe('Sample School · Summer term 2025-26 · 13 April 2026 to 21 July 2026');
  });

  it('asks about pupils in many incidents without calling most of a small school a small number', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis({ size: 2500 }));
    expect(isShown(edition.counts.bands.six_or_more.pupils)).toBe(true);
    const quiet = { ...edition, headline: [], groups: [], hotspots: [], chart: null };
    const asked = listProse(composeGovernors(quiet)).filter((text) => text.includes('is it working?'));
    expect(asked).toEqual([
      'Some pupils were in six or more incidents each. Which support do they have, and is it working?',
    ]);
  });

  it('asks of praise only what the number of praise leaves open', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis());
    const asked = (positive: CountCell): string => {
      const { counts, quality } = edition;
      const none = Object.fromEntries(Object.keys(counts.labels).map((code) => [code, 5]));
      const document = composeGovernors({
        ...edition,
        headline: [],
        hotspots: [],
        groups: [],
        chart: null,
        quality: { ...quality, late: 0, days_without_entries: 0 },
        counts: {
          ...counts,
          labels: { ...none, positive_handling: 0 },
          families: { ...counts.families, prejudice: 0 },
          records: { ...counts.records, positive },
          bands: { ...counts.bands, six_or_more: { pupils: 0, involvements: 0 } },
        },
      });
      return listProse(document).join(' ');
    };
    const doing = 'What is the school doing to notice and record good behaviour?';
    expect(asked(0)).toContain(doing);
    expect(asked(HIDDEN)).toContain(doing);
    expect(asked(60)).not.toContain(doing);
    expect(asked(60)).toContain('Is good behaviour noticed and recorded alike');
  });

  it('asks three questions, and never calls nought a success', async () => {
    const document = composeGovernors(makeGovernorEdition(await sampleAnalysis({ size: 0, findings: [] })));
    const prose = listProse(document);
    expect(prose.join(' ')).toContain('None recorded does not mean none happened.');
    expect(prose.join(' ')).toContain('How does the school know that pupils would report one?');
    const questions = document.sections.find(({ heading }) => heading === 'Questions governors may ask')
      ?.blocks[0];
    expect(questions?.type === 'bullets' ? questions.items.length : 0).toBe(3);
  });

  it('tells of a run of days without a record', async () => {
    const analysis = await sampleAnalysis();
    const longest_gap = { from: '2026-06-08', to: '2026-06-12', school_days: 5 };
    const edition = makeGovernorEdition({ ...analysis, quality: { ...analysis.quality, longest_gap } });
    expect(findingsOf(composeGovernors(edition)).join(' ')).toContain(
      'Nothing was recorded on 5 school days in a row',
    );
  });

  it('does not take a few quiet weeks of a small school for a gap in the records', async () => {
    const analysis = await sampleAnalysis({ size: 150 });
    const longest_gap = { from: '2026-06-08', to: '2026-06-12', school_days: 5 };
    const edition = makeGovernorEdition({ ...analysis, quality: { ...analysis.quality, longest_gap } });
    expect(edition.quality.longest_gap).toEqual(longest_gap);
    expect(Number(edition.counts.incidents)).toBeLessThan(edition.quality.school_days / 2 - 5);
    expect(findingsOf(composeGovernors(edition)).join(' ')).not.toContain('school days in a row');
  });

  it('says which categories tie, and that groups without a ratio cannot be compared', async () => {
    const analysis = await sampleAnalysis({ withPrevious: false, withLastYear: false });
    const { incidents } = analysis.counts;
    const groups = analysis.groups.map((row) => ({ ...row, ratio: null, ratio_interval: null }));
    const counts = { ...analysis.counts, categories: { Noise: 30, Running: 30, Pushing: incidents - 60 } };
    const document = composeGovernors(makeGovernorEdition({ ...analysis, counts, groups }));
    const tied = { ...counts, categories: { Noise: 30, Running: 30, Pushing: 20 } };
    const titles = figuresOf(composeGovernors(makeGovernorEdition({ ...analysis, counts: tied, groups })));
    expect(titles.map(({ title }) => title)).toContain(
      `Noise and Running were recorded most: 30 of ${incidents} incidents each`,
    );
    expect(
      figuresOf(document)
        .map(({ title }) => title)
        .join(' '),
    ).toContain('Pushing was recorded most');
    const prose = listProse(document).join(' ');
    expect(prose).toContain(
      'Groups are not compared: too few pupils are on roll or in incidents, or it would tell a hidden number.',
    );
    expect(prose).not.toContain('No group of pupils was clearly involved more often');
  });

  it('gives the reason for no chart, and one row as one row', async () => {
    const analysis = await sampleAnalysis({ size: 250, withPrevious: false, withLastYear: false });
    const one = { ...analysis.problems, data_records: 1, accepted_rows: 1, distinct_incidents: 1 };
    const records = {
      ...analysis.counts.records,
      accident: 0,
      safeguarding: 0,
      positive: 0,
      uncategorised: 0,
    };
    const { incidents } = analysis.counts;
    const counts = { ...analysis.counts, school_days: 5, records: { ...records, behaviour: incidents } };
    const quality = { ...analysis.quality, school_days: 0 };
    const weeks = analysis.weeks
      .slice(0, 5)
      .map((week) => ({ ...week, school_days: 5, term: 'T', incidents: 90, positives: 0 }));
    const edition = makeGovernorEdition({
      ...analysis,
      counts,
      other_terms: {},
      problems: one,
      quality,
      weeks,
    });
    const prose = listProse(composeGovernors(edition)).join(' ');
    expect(prose).toContain('fewer than six full school weeks');
    expect(prose).toContain('1 row was read from 1 file');
    expect(prose).toContain('They hold 1 record.');
    expect(prose).not.toContain('on every school day');
    expect(prose).not.toMatch(/too few behaviour|Too few to show|seldom/);
  });

  it('always prints racist incidents, all bullying and permanent exclusions', async () => {
    const document = composeGovernors(makeGovernorEdition(await sampleAnalysis({ size: 0 })));
    const firstCells = tablesOf(document).flatMap(({ rows }) => rows.map(({ cells }) => cells[0]));
    for (const title of ['Racist incident', 'Bullying (all)', 'Permanent exclusion'])
      expect(firstCells).toContain(title);
  });

  it('speaks of groups with care, and of none without a roll', async () => {
    const withRoll = listProse(composeGovernors(makeGovernorEdition(await sampleAnalysis()))).join(' ');
    expect(withRoll).toContain('A difference between groups does not tell us why.');
    const without = listProse(
      composeGovernors(makeGovernorEdition(await sampleAnalysis({ withRoll: false }))),
    ).join(' ');
    expect(without).toContain('No roll of this period was given');
  });

  it('names the group that stands out, its ratio and interval', async () => {
    const analysis = await sampleAnalysis();
    const groups = analysis.groups.map((row) =>
      row.group === 'Girls'
        ? { ...row, ratio: 2.1, ratio_interval: [1.5, 2.9] as const, stands_out: true }
        : row,
    );
    const document = composeGovernors(makeGovernorEdition({ ...analysis, groups }));
    expect(listProse(document).join(' ')).toContain(
      'Girls were in incidents 2.1 times as often as other pupils (between 1.5 and 2.9 times).',
    );
    expect(figuresOf(document).map(({ title }) => title)).toContain(
      'Girls were in incidents 2.1 times as often as other pupils',
    );
  });

  it('tells of pupils with any SEN where those without stand out below', async () => {
    const analysis = await sampleAnalysis();
    const [first] = analysis.groups;
    if (first === undefined) throw new Error('no groups');
    const sen = (group: string, ratio_interval: readonly [number, number], stands_out: boolean) => ({
      ...first,
      characteristic: 'SEN',
      group,
      on_roll: 30,
      pupils: 20,
      involvements: 60,
      ratio: Math.sqrt(ratio_interval[0] * ratio_interval[1]),
      ratio_interval,
      stands_out,
    });
    const parts = [
      sen('EHC plan', [0.9, 4], false),
      sen('No SEN', [0.4, 0.8], true),
      sen('SEN support', [0.9, 3], false),
    ];
    const document = composeGovernors(makeGovernorEdition({ ...analysis, groups: [first, ...parts] }));
    const figure = figuresOf(document).find(({ chart }) => chart.kind === 'dot_interval');
    expect(figure?.title).toBe(
      'Pupils with SEN support or an EHC plan were in incidents 1.8 times as often as other pupils',
    );
    expect(listProse(document).join(' ')).toContain('(between 1.3 and 2.5 times)');
    const gap = [...parts, sen('Not recorded', [0.5, 2], false)];
    const unsure = composeGovernors(makeGovernorEdition({ ...analysis, groups: [first, ...gap] }));
    expect(listProse(unsure).join(' ')).not.toContain('SEN support or an EHC plan');
  });

  it('leaves a category that only sorts records out of the figure and the findings, and says so', async () => {
    const analysis = await sampleAnalysis({ withPrevious: false, withLastYear: false });
    const { incidents } = analysis.counts;
    const counts = {
      ...analysis.counts,
      categories: { 'Behaviour Incident': incidents - 5, Defiance: 40, Swearing: 9 },
    };
    const kinds = (given: typeof analysis.counts) =>
      figuresOf(composeGovernors(makeGovernorEdition({ ...analysis, counts: given }))).find(
        ({ chart, subtitle }) => chart.kind === 'bars' && !subtitle.includes('place'),
      );
    expect(kinds(counts)?.title).toBe(`Defiance was recorded most: 40 of ${incidents} incidents`);
    expect(kinds(counts)?.subtitle).toContain(`‘Behaviour Incident’ (${incidents - 5}) says no kind`);
    const seldom = { ...counts, categories: { ...counts.categories, 'Behaviour Incident': 45 } };
    expect(kinds(seldom)?.title).toContain('Behaviour Incident was recorded most');
    const only = { ...counts, categories: { 'Behaviour Incident': incidents } };
    const labelled = kinds({ ...only, labels: { ...counts.labels, defiance: 30, swearing: 20 } });
    expect(labelled?.subtitle).toContain('by what the record says');
  });

  it('does not say of a kind whose number is hidden that it was recorded: it may be a nought', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis({ withPrevious: false, withLastYear: false }));
    const labels = { ...edition.counts.labels, 'child_on_child.upskirting': 'hidden' as const };
    const prose = listProse(composeGovernors({ ...edition, counts: { ...edition.counts, labels } }));
    const said = prose.find((text) => /^No number can be shown/.test(text));
    expect(said).toMatch(/because it is small or would give a small number away: .*upskirting/);
    expect(prose.filter((text) => text.includes('upskirting') && /recorded/i.test(text))).toEqual([]);
  });

  it('compares with the term before when there is no last year, and with nothing when there is nothing', async () => {
    const document = composeGovernors(makeGovernorEdition(await sampleAnalysis({ withLastYear: false })));
    expect(tablesOf(document)[0]?.columns.map(({ header }) => header)).toEqual([
      'Measure',
      'This term',
      'Last term',
      'What it means',
    ]);
    const alone = composeGovernors(
      makeGovernorEdition(await sampleAnalysis({ withLastYear: false, withPrevious: false })),
    );
    expect(tablesOf(alone)[0]?.rows[0]?.cells.at(-1)).toBe('Nothing to compare with');
    expect(figuresOf(alone).some(({ chart }) => chart.kind === 'dot_plot')).toBe(false);
  });

  it('gives the terms in the section itself when there is no weekly chart', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis({ size: 250 }));
    expect(edition.chart).toBeNull();
    const section = composeGovernors(edition).sections[1];
    expect(section?.blocks.map(({ type }) => type).slice(0, 2)).toEqual(['paragraph', 'table']);
  });

  it('draws the weekly chart for a busy school', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis({ record: sampleRecord(2500, 11) }));
    const [figure] = figuresOf(composeGovernors(edition));
    expect(figure?.chart.kind).toBe('spc');
    expect(figure?.chart.kind === 'spc' && figure.chart.notes).toEqual([
      { index: edition.chart?.start, text: 'This term starts' },
    ]);
  });

  it('reads at about the age of twelve', async () => {
    const prose = listProse(composeGovernors(makeGovernorEdition(await sampleAnalysis())))
      .slice(0, -12)
      .join(' ');
    expect(readingGrade(prose)).toBeLessThan(8);
  });
});
