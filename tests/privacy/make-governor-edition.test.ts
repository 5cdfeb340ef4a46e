import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/incident/analysis.ts';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import { HIDDEN, isShown } from '../../src/privacy/count-cell.ts';
import { countFindings } from '../../src/privacy/count-findings.ts';
import { decideHiding } from '../../src/privacy/decide-hiding.ts';
import { DEFAULT_HIDING_RULES } from '../../src/privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../../src/privacy/make-governor-edition.ts';
import { makeFinding, sampleAnalysis } from '../count/sample-analysis.ts';
import { PERIODS } from '../count/sample-record.ts';

const schools = fc.record({
  size: fc.integer({ min: 0, max: 1200 }),
  seed: fc.nat(1e6),
  withRoll: fc.boolean(),
  withTimes: fc.boolean(),
  withPrevious: fc.boolean(),
  withLastYear: fc.boolean(),
});

/** Every string in a value, with the path to it. */
function listStrings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    [`${path}/${key}`, key] as [string, string],
    ...listStrings(each, `${path}/${key}`),
  ]);
}

describe('makeGovernorEdition', () => {
  it('counts a term alike in its line and in the headline, and tells no few of its holiday', async () => {
    const analysis = await sampleAnalysis({ size: 2500 });
    const name = analysis.meta.period.name;
    const first = analysis.weeks.find(({ term }) => term === name)?.week;
    for (const inHoliday of [2, 12, -2]) {
      const weeks = analysis.weeks.map((week) =>
        week.week === first ? { ...week, incidents: week.incidents - inHoliday } : week,
      );
      const told = { ...analysis, weeks };
      const edition = makeGovernorEdition(told);
      const line = edition.terms.find(({ term }) => term === name);
      expect(line?.incidents).toBe(edition.counts.incidents);
      // A week goes beside the few of a holiday, not the total that every board asks for.
      expect(isShown(edition.counts.incidents)).toBe(true);
      expect(line?.school_days).toBe(edition.counts.school_days);
      const { system, hidden } = decideHiding(told, DEFAULT_HIDING_RULES);
      const id = `term.${name}.outside_weeks`;
      expect(system.cells.get(id)?.value).toBe(Math.abs(inHoliday));
      const few = Math.abs(inHoliday) < DEFAULT_HIDING_RULES.threshold;
      expect(hidden.has(id)).toBe(few);
      expect(weeks.some(({ week, term }) => term === name && hidden.has(`week.${week}`))).toBe(few);
    }
  });

  it('cannot be made to give up a hidden number, in any made-up school', async () => {
    await fc.assert(
      fc.asyncProperty(schools, async (options) => {
        const analysis = await sampleAnalysis(options);
        const { system, hidden } = decideHiding(analysis, DEFAULT_HIDING_RULES);
        for (const [id, { value, sensitive }] of system.cells) {
          if (sensitive && value > 0 && value < 5) expect(hidden.has(id), id).toBe(true);
        }
        const relations = system.relations.filter(({ terms, holds }) => {
          const sum = terms.reduce(
            (total, [id, weight]) => total + weight * (system.cells.get(id)?.value ?? 0),
            0,
          );
          return holds === 'equal' ? sum === 0 : sum <= 0;
        });
        const believed = { ...system, relations };
        expect(listFoundOut(auditHiddenCells(believed, hidden, Number.POSITIVE_INFINITY))).toEqual([]);
        // Even a reader who knew which symbols are 1 to 4 finds a cell only where nothing around it is shown.
        for (const id of listFoundOut(auditHiddenCells(believed, hidden, 5))) {
          const around = relations.filter(({ terms }) => terms.some(([cell]) => cell === id));
          const shown = around
            .flatMap(({ terms }) => terms.map(([cell]) => cell))
            .filter((cell) => !hidden.has(cell));
          expect(shown, id).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds no pupil, staff title, file name or sentence of a finding', async () => {
    const edition = makeGovernorEdition(await sampleAnalysis());
    const text = JSON.stringify(edition);
    expect(text).not.toMatch(/Pupil Number|Mrs Hill|export\.csv|nine incidents/);
    expect(
      listStrings(edition).filter(([, value]) => /\b(evidence|subject|sentence|narrative)\b/.test(value)),
    ).toEqual([]);
    expect(edition.hotspots).toEqual([
      expect.objectContaining({
        place: '[name] room',
        period: 'Lesson 2',
        weekday: 'Tuesday',
        observed: 24,
      }),
      expect.objectContaining({ place: 'Corridor', weekday: null, observed: 14 }),
    ]);
  });

  it('takes given names out of places and adds what becomes one', async () => {
    const analysis = await sampleAnalysis();
    const places = { 'Ann Lee corner': 7, 'Bo Lee corner': 8, Hall: analysis.counts.incidents - 15 };
    const edition = makeGovernorEdition(
      { ...analysis, counts: { ...analysis.counts, places } },
      DEFAULT_HIDING_RULES,
      ['Ann Lee', 'Bo Lee'],
    );
    expect(edition.counts.places).toEqual({ '[name] corner': 15, Hall: places.Hall });
  });

  it('counts findings by subject, and only clear ones of this period', async () => {
    const analysis = await sampleAnalysis();
    expect(countFindings(analysis)).toEqual({
      pupils_with_pattern: 6,
      pupils_rising: 0,
      pupils_falling: 1,
      pairs: 1,
      classes_rising: 1,
      classes_falling: 0,
      classes_with_pattern: 0,
      serious_repeats: 1,
    });
    const { findings, school_trends, detectors } = makeGovernorEdition(analysis);
    expect(findings).toMatchObject({ pupils_with_pattern: 6, pupils_rising: 0, pairs: HIDDEN });
    expect(school_trends).toEqual([
      expect.objectContaining({ about: 'Year 3', observed: 40, ratio: 2 }),
      expect.objectContaining({
        about: 'the whole school',
        observed: HIDDEN,
        expected: null,
        ratio: null,
        interval: null,
      }),
    ]);
    expect(detectors[0]).toMatchObject({ looked_at: 60, too_few: HIDDEN, clear: 7, possible: HIDDEN });
  });

  it('says nothing of a change whose number is hidden', async () => {
    const { headline, category_changes } = makeGovernorEdition(await sampleAnalysis({ size: 300 }));
    const rows = [...headline, ...category_changes];
    const changes = rows.flatMap(({ now, previous, last_year }) =>
      [previous, last_year].flatMap((change) => (change === null ? [] : [{ now, change }])),
    );
    const silent = changes.filter(({ now, change }) => !isShown(now) || !isShown(change.count));
    expect(silent.length).toBeGreaterThan(0);
    for (const { change } of silent)
      expect(change).toMatchObject({ ratio: null, interval: null, p: null, verdict: HIDDEN });
  });

  it('gives no rate for a group that is small or hidden', async () => {
    const { groups } = makeGovernorEdition(await sampleAnalysis());
    const looked = groups.filter(({ characteristic }) => characteristic === 'Looked after');
    expect(looked.map(({ on_roll, rate }) => [on_roll, rate])).toEqual([
      [HIDDEN, null],
      [HIDDEN, null],
    ]);
    for (const row of groups) {
      if (![row.on_roll, row.pupils, row.involvements].every(isShown)) expect(row.rate).toBeNull();
      if (row.rate === null)
        expect([row.ratio, row.ratio_interval, row.stands_out]).toEqual([null, null, false]);
    }
  });

  it('hides the same cells of a term whether it is this one or the one before', async () => {
    const analysis = await sampleAnalysis({ size: 500, withRoll: false });
    const { previous } = analysis.comparisons;
    if (previous === null || analysis.meta.previous === null) throw new Error('the sample has a term before');
    const asNow: Analysis = {
      ...analysis,
      meta: { ...analysis.meta, period: analysis.meta.previous, previous: null, last_year: null },
      counts: previous,
      comparisons: { previous: null, last_year: null },
    };
    expect({ ...makeGovernorEdition(asNow).counts, pupils: HIDDEN }).toEqual(
      makeGovernorEdition(analysis).comparisons.previous,
    );
  });

  it('hides the same line and weeks of a term in the reports of other terms', async () => {
    const analysis = await sampleAnalysis({ size: 60 });
    const other = { ...analysis.other_terms, [PERIODS.previous.name]: analysis.comparisons.previous };
    const without = {
      ...analysis,
      meta: { ...analysis.meta, previous: null },
      comparisons: { ...analysis.comparisons, previous: null },
      other_terms: other as Analysis['other_terms'],
    };
    const listHidden = (of: Analysis): string[] =>
      [...decideHiding(of, DEFAULT_HIDING_RULES).hidden].filter((id) => /^(term|week)\./.test(id)).sort();
    expect(listHidden(without).length).toBeGreaterThan(10);
    expect(listHidden(without)).toEqual(listHidden(analysis));
  });

  it('gives shares of records only from ten incidents on', async () => {
    const many = makeGovernorEdition(await sampleAnalysis()).quality;
    expect(many.with_time).toBeGreaterThan(0.7);
    expect(many.same_day).toBe(1);
    const few = makeGovernorEdition(await sampleAnalysis({ size: 20 })).quality;
    expect([few.with_time, few.same_day, few.to_review]).toEqual([null, null, null]);
  });

  it('gives no share of records entered in time that tells a small number of the duty that asks it', async () => {
    const analysis = await sampleAnalysis();
    const { incidents } = analysis.quality;
    const told = (profile: string, entered: number, inTime: number) => {
      const quality = { ...analysis.quality, with_recorded_date: entered, same_day: inTime };
      const meta = { ...analysis.meta, profile };
      const { with_recorded_date, same_day, late } = makeGovernorEdition({
        ...analysis,
        quality,
        meta,
      }).quality;
      return [with_recorded_date, same_day, late].map((share) => share !== null);
    };
    const [none, all] = [
      [false, false, false],
      [true, true, true],
    ];
    expect(told('infiniti', incidents, incidents - 3)).toEqual(none);
    expect(told('infiniti', incidents - 3, incidents - 20)).toEqual(none);
    expect(told('our own', incidents, incidents - 3)).toEqual(none);
    expect(told('infiniti', incidents, incidents)).toEqual(all);
    expect(told('infiniti', incidents, incidents - 9)).toEqual(all);
    expect(told('national', incidents, incidents - 3)).toEqual(all);
  });

  it('obeys another threshold', async () => {
    const analysis = await sampleAnalysis();
    const rules = { threshold: 10, symbol: '*', groupMinimum: 20 };
    const edition = makeGovernorEdition(analysis, rules);
    const cells = Object.values(edition.counts.labels).filter(isShown);
    expect(cells.every((count) => count === 0 || count >= 10)).toBe(true);
    expect(
      makeGovernorEdition(
        { ...analysis, findings: [makeFinding({ kind: 'hotspot', subject: 'Hall | 10:00 | Friday' })] },
        rules,
      ).hotspots[0]?.observed,
    ).toBe(HIDDEN);
  });
});

it('gives no ratio of a group to all others where the number of all is hidden: it would tell it', async () => {
  const analysis = await sampleAnalysis({ size: 900 });
  const ratios = (given: Analysis): number =>
    makeGovernorEdition(given).groups.filter(({ ratio }) => ratio !== null).length;
  expect(ratios(analysis)).toBeGreaterThan(0);
  // One pupil in six or more: what all were in, less the other bands, would be that pupil's own.
  const counts = {
    ...analysis.counts,
    involvements: 58,
    pupils: 32,
    harmed_or_witness: 2,
    year_groups: { 'Year 3': 58 },
    year_group_pupils: { 'Year 3': 32 },
    bands: {
      one: { pupils: 20, involvements: 20 },
      two_to_five: { pupils: 10, involvements: 30 },
      six_or_more: { pupils: 1, involvements: 6 },
    },
  };
  const groups = analysis.groups.map((row, at) =>
    at === 0 ? { ...row, pupils: 31, involvements: 56 } : row,
  );
  const quality = { ...analysis.quality, pupils_not_on_roll: 0 };
  const [all, ...rest] = makeGovernorEdition({ ...analysis, counts, groups, quality }).groups;
  expect(all?.involvements).toBe(HIDDEN);
  expect(rest.filter(({ ratio }) => ratio !== null)).toEqual([]);
  expect(rest.some(({ rate }) => rate !== null)).toBe(true);
});

describe('what two tables together would tell', () => {
  it('keeps how many of a year group were harmed or witnesses where they are few', async () => {
    const analysis = await sampleAnalysis({ size: 900 });
    const years = analysis.groups.filter(({ characteristic }) => characteristic === 'Year group');
    const [first, second] = years.map(({ group }) => group);
    // Two of the one year group were harmed, and forty of the other.
    const extra = (group: string): number => (group === first ? 2 : group === second ? 40 : 0);
    const year_groups = Object.fromEntries(
      years.map((row) => [row.group, row.involvements + extra(row.group)]),
    );
    const own = years.reduce((sum, { involvements }) => sum + involvements, 0);
    const [all] = analysis.groups;
    const edition = makeGovernorEdition({
      ...analysis,
      groups: analysis.groups.map((row) => (row === all ? { ...row, involvements: own } : row)),
      quality: { ...analysis.quality, pupils_not_on_roll: 0 },
      counts: {
        ...analysis.counts,
        year_groups,
        year_group_pupils: Object.fromEntries(years.map(({ group, pupils }) => [group, pupils])),
        involvements: own + 42,
        harmed_or_witness: 42,
      },
    });
    const told = (name: string | undefined): boolean =>
      isShown(edition.counts.year_groups[name ?? ''] ?? HIDDEN) &&
      isShown(
        edition.groups.find(({ characteristic, group }) => characteristic === 'Year group' && group === name)
          ?.involvements ?? HIDDEN,
      );
    expect(told(first)).toBe(false);
    expect(years.filter(({ group }) => told(group)).length).toBeGreaterThan(0);
  });

  it('counts no days with a record where they are more than the records shown', async () => {
    const analysis = await sampleAnalysis();
    const days = (positive: number, without: number): number | null =>
      makeGovernorEdition({
        ...analysis,
        counts: {
          ...analysis.counts,
          incidents: 30,
          records: { behaviour: 30, positive, safeguarding: 0, accident: 0, uncategorised: 0 },
          places: { Hall: 30 },
          weekday_period: { Monday: { Lunch: 30 } },
        },
        quality: { ...analysis.quality, school_days: 60, days_without_entries: without },
      }).quality.days_without_entries;
    // Incidents on each of thirty days, and praise on four more.
    expect(days(4, 26)).toBeNull();
    expect(days(4, 30)).toBe(30);
    expect(days(6, 26)).toBe(26);
  });

  it('gives no number of a hot spot that leaves few of its place or its time', async () => {
    const analysis = await sampleAnalysis();
    const observed = (hall: number, lunch: number, from = PERIODS.period.from) =>
      makeGovernorEdition({
        ...analysis,
        counts: {
          ...analysis.counts,
          incidents: 100,
          records: { ...analysis.counts.records, behaviour: 100, uncategorised: 0 },
          places: { Hall: hall, Yard: 100 - hall },
          weekday_period: { Friday: { Lunch: lunch, Break: 100 - lunch } },
        },
        findings: [makeFinding({ kind: 'hotspot', subject: 'Hall | Lunch | Friday', observed: 24, from })],
      }).hotspots[0]?.observed;
    expect(observed(40, 50)).toBe(24);
    expect(observed(24, 24)).toBe(24);
    expect(observed(26, 50)).toBe(HIDDEN);
    expect(observed(40, 28)).toBe(HIDDEN);
    // Of a hot spot that began terms ago the numbers of this term leave nothing.
    expect(observed(26, 28, '2024-09-03')).toBe(24);
  });
});
