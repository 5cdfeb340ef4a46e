import { describe, expect, it } from 'vitest';
import { TermwiseError } from '../../src/errors.ts';
import type { Analysis, PeriodCounts } from '../../src/incident/analysis.ts';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import { HIDDEN } from '../../src/privacy/count-cell.ts';
import { decideHiding } from '../../src/privacy/decide-hiding.ts';
import { DEFAULT_HIDING_RULES } from '../../src/privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../../src/privacy/make-governor-edition.ts';
import { composeGovernors } from '../../src/report/documents/compose-governors.ts';
import { sampleAnalysis } from '../count/sample-analysis.ts';
import { PERIODS, sampleRecord } from '../count/sample-record.ts';
import { listProse } from '../report/documents/list-document-text.ts';

/** 26 pupils in two shown bands and three in a hidden one, who are the 29 of the roll's first row. */
async function bandsAndRoll(notOnRoll: number): Promise<Analysis> {
  const analysis = await sampleAnalysis({ withPrevious: false, withLastYear: false });
  const bands: PeriodCounts['bands'] = {
    one: { pupils: 20, involvements: 20 },
    two_to_five: { pupils: 6, involvements: 15 },
    six_or_more: { pupils: 3 + notOnRoll, involvements: 30 },
  };
  const [all] = analysis.groups;
  if (all === undefined) throw new Error('the sample has a roll');
  return {
    ...analysis,
    counts: {
      ...analysis.counts,
      involvements: 65,
      pupils: 29 + notOnRoll,
      harmed_or_witness: 0,
      year_groups: { 'Year 3': 65 },
      bands,
    },
    groups: [{ ...all, pupils: 29, involvements: 65 }],
    quality: { ...analysis.quality, pupils_not_on_roll: notOnRoll },
  };
}

describe('a roll beside the period', () => {
  it('does not let the row of all pupils give a hidden band away', async () => {
    const analysis = await bandsAndRoll(0);
    const edition = makeGovernorEdition(analysis);
    const { pupils } = edition.counts.bands.six_or_more;
    expect(pupils).toBe(HIDDEN);
    const shown = [
      edition.groups[0]?.pupils,
      edition.counts.bands.one.pupils,
      edition.counts.bands.two_to_five.pupils,
    ];
    expect(shown).toContain(HIDDEN);
    const { system, hidden } = decideHiding(analysis, DEFAULT_HIDING_RULES);
    expect(listFoundOut(auditHiddenCells(system, hidden, Number.POSITIVE_INFINITY))).toEqual([]);
    const naive = new Set(['now.bands.six_or_more.pupils']);
    expect(listFoundOut(auditHiddenCells(system, naive, Number.POSITIVE_INFINITY))).toEqual([...naive]);
  });

  it('says that pupils not on the roll are not told, who may be none, and then not how many are named', async () => {
    const edition = makeGovernorEdition(await bandsAndRoll(1));
    expect(edition.quality.pupils_not_on_roll).toBe(HIDDEN);
    expect(edition.counts.pupils).toBe(HIDDEN);
    const prose = listProse(composeGovernors(edition)).join('\n');
    expect(prose).toContain(
      'Pupils in incidents who are not on the roll file are left out of group tables. How many there are, if any, is not shown.',
    );
    // A nought that is hidden for another's sake is no few.
    const nought = { ...edition, quality: { ...edition.quality, pupils_not_on_roll: HIDDEN } } as const;
    expect(listProse(composeGovernors(nought)).join('\n')).not.toContain('A few pupils');
    expect(prose).not.toMatch(/They name \d+ pupils/);
    const none = listProse(composeGovernors(makeGovernorEdition(await sampleAnalysis()))).join('\n');
    expect(none).toMatch(/They name \d+ pupils/);
  });
});

describe('records that are not behaviour', () => {
  it('does not tell what a few pupils are by the groups that have none of them', async () => {
    const analysis = await sampleAnalysis({ withPrevious: false, withLastYear: false });
    const [all] = analysis.groups;
    if (all === undefined) throw new Error('the sample has a roll');
    const girlsWhere = (pupils: number) => {
      const row = (group: string, some: number) => ({
        ...all,
        characteristic: 'Sex',
        group,
        on_roll: 60,
        pupils: some,
        involvements: 3 * some,
      });
      const groups = [
        { ...all, on_roll: 120, pupils, involvements: 3 * pupils },
        row('Girls', 0),
        row('Boys', pupils),
      ];
      return makeGovernorEdition({ ...analysis, groups }).groups.find(({ group }) => group === 'Girls');
    };
    expect(girlsWhere(3)).toMatchObject({ pupils: HIDDEN, involvements: HIDDEN, rate: null });
    expect(girlsWhere(12)).toMatchObject({ pupils: 0, involvements: 0 });
  });

  it('leaves out how many records there are beside a hidden kind', async () => {
    const analysis = await sampleAnalysis({ withPrevious: false, withLastYear: false });
    const shown = {
      ...analysis,
      counts: {
        ...analysis.counts,
        records: { ...analysis.counts.records, accident: 9, safeguarding: 8 },
      },
    };
    expect(makeGovernorEdition(shown).imported?.distinct_incidents).toBe(900);
    const edition = makeGovernorEdition({
      ...shown,
      counts: { ...shown.counts, records: { ...shown.counts.records, accident: 2 } },
    });
    expect(edition.imported).toBeNull();
    const prose = listProse(composeGovernors(edition)).join('\n');
    expect(prose).toContain('Every row of 1 file is accounted for.');
    expect(prose).not.toMatch(/They hold|900/);
  });

  it('treats a small number without a place or category like any other', async () => {
    const analysis = await sampleAnalysis();
    const incidents = analysis.counts.incidents;
    const edition = makeGovernorEdition({
      ...analysis,
      counts: {
        ...analysis.counts,
        places: { Yard: incidents - 22, Court: 20, 'Not recorded': 2 },
        categories: { Disruption: incidents, 'Not recorded': 3 },
      },
    });
    expect(edition.counts.places['Not recorded']).toBe(HIDDEN);
    expect(edition.counts.categories['Not recorded']).toBe(HIDDEN);
    expect([edition.quality.with_place, edition.quality.with_category]).toEqual([null, null]);
  });
});

describe('quiet days', () => {
  const gap = { from: '2026-06-08', to: '2026-06-12', school_days: 5 };

  it('says nothing of them when the total is hidden or few days have a record', async () => {
    const three = sampleRecord(900, 3)
      .filter(({ incident: { kind, date } }) => kind === 'behaviour' && date >= PERIODS.period.from)
      .slice(0, 3);
    const analysis = await sampleAnalysis({ record: three, withPrevious: false, withLastYear: false });
    expect(analysis.counts.incidents).toBe(3);
    const quality = { ...analysis.quality, longest_gap: gap };
    const edition = makeGovernorEdition({ ...analysis, quality });
    expect(edition.counts.incidents).toBe(HIDDEN);
    expect([edition.quality.days_without_entries, edition.quality.longest_gap]).toEqual([null, null]);
    const prose = listProse(composeGovernors(edition)).join('\n');
    expect(prose).not.toMatch(
      /Nothing was recorded on|longest run of school days|12 June|On some school days/,
    );
    expect(prose).toContain('because it is small or would give a small number away');

    const many = await sampleAnalysis();
    const few = { ...many.quality, days_without_entries: many.quality.school_days - 4, longest_gap: gap };
    const edited = makeGovernorEdition({ ...many, quality: few }).quality;
    expect([edited.days_without_entries, edited.longest_gap]).toEqual([null, null]);
  });
});

describe('rules too weak for a report without names', () => {
  it('refuses a threshold under three and a group minimum under five', async () => {
    const analysis = await sampleAnalysis({ size: 0 });
    const make = (threshold: number, groupMinimum: number) => () =>
      makeGovernorEdition(analysis, { threshold, symbol: 'c', groupMinimum });
    expect(make(2, 10)).toThrow(TermwiseError);
    expect(make(2, 10)).toThrow('suppression.threshold: 2 is too low');
    expect(make(5, 4)).toThrow('suppression.group_minimum: 4 is too low');
    expect(make(3, 5)).not.toThrow();
  });
});
