import { describe, expect, it } from 'vitest';
import type { TrustAnalysis } from '../../../src/incident/trust-analysis.ts';
import { compareTrust } from '../../../src/privacy/edit-comparisons.ts';
import { makeCommitteeEdition } from '../../../src/privacy/make-committee-edition.ts';
import { makeTrustEdition } from '../../../src/privacy/make-trust-edition.ts';
import { measureCell } from '../../../src/privacy/trust-cells.ts';
import type { EditionOutlier, TrustEdition } from '../../../src/privacy/trust-edition.ts';
import { composeTrustReport } from '../../../src/report/compose-trust-report.ts';
import { renderCsv } from '../../../src/report/csv.ts';
import { composeTrust, composeTrustSummary } from '../../../src/report/documents/compose-trust.ts';
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

  it('says which schools the average of a funnel is of, and draws theirs', async () => {
    const odd = simulateTrust('odd one out', 8, { 3: { all: 4 } });
    const document = await composeTrustReport(odd, 'working_group');
    const figures = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'figure' && block.chart.kind === 'funnel' ? [block] : [])),
    );
    const figure = figures.find(({ title }) => title.startsWith('All behaviour incidents'));
    const others = odd.schools.filter(({ school }) => school !== 'School 004');
    const days = others.reduce((sum, { pupil_days }) => sum + (pupil_days ?? 0), 0);
    const mean = (100 * others.reduce((sum, { counts }) => sum + counts.incidents, 0)) / days;
    expect(figure?.chart).toMatchObject({ mean: expect.closeTo(mean, 9) as number });
    expect(figure?.subtitle).toMatch(/8 primary schools, .*; average of the 7 that do not stand apart$/);
    expect(figure?.alt).toContain(
      `Funnel chart of 8 primary schools. The average of the 7 that do not stand apart is ${mean.toFixed(2)} per`,
    );
    const even = await composeTrustReport(simulateTrust('even', 8), 'working_group');
    expect(JSON.stringify(even)).toContain('; average of all 8');
  });

  it('does not tell by the schools of an average that one with a hidden number stands out', () => {
    const rare = simulateTrust('rare', 8);
    const [funnel] = rare.funnels.filter(({ code }) => code === 'all');
    if (funnel === undefined) throw new Error('no funnel');
    const units = funnel.units.map((unit, at) => ({ ...unit, outlying: at === 0 }));
    const show = (id: string) => (id === `${measureCell('all')}.0` ? ('hidden' as const) : 9);
    const edited = compareTrust({ ...rare, funnels: [{ ...funnel, units }] }, show).funnels;
    expect(edited).toMatchObject([{ averaged: null, hidden: 1 }]);
    // Nor by its missing: an ordinary school with a hidden number leaves it out as well.
    const ordinary = funnel.units.map((unit) => ({ ...unit, outlying: false }));
    const alike = compareTrust({ ...rare, funnels: [{ ...funnel, units: ordinary }] }, show).funnels;
    expect(alike).toMatchObject([{ averaged: null, hidden: 1 }]);
    expect(
      compareTrust({ ...rare, funnels: [{ ...funnel, units: ordinary }] }, () => 9).funnels,
    ).toMatchObject([{ averaged: 8, hidden: 0 }]);
    const text = JSON.stringify(composeTrust({ ...makeTrustEdition(rare), funnels: edited }, { only: null }));
    expect(text).toContain('average of those that do not stand apart');
    expect(text).toContain('Funnel chart of 7 of 8 primary schools.');
  });

  it('prints no row of symbols alone in a table of duties, and no table of one row or none', async () => {
    for (const seed of ['a', 'b', 'c', 'report'])
      for (const audience of ['working_group', 'committee'] as const) {
        const document = await composeTrustReport(sampleTrust(seed), audience);
        const tables = document.sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.type === 'table' ? [block] : [])),
        );
        for (const { rows, caption, columns } of tables) {
          expect(rows.length, caption).toBeGreaterThan(0);
          if (columns[0]?.header !== 'Duty') expect(rows.length, caption).toBeGreaterThan(1);
          else
            for (const { cells } of rows)
              expect(
                cells.slice(2).some((cell) => /\d/.test(cell)),
                cells.join(' | '),
              ).toBe(true);
        }
      }
    const none = { ...makeTrustEdition(trust), duties: [] };
    const text = listDocumentText(composeTrust(none, { only: null })).join('\n');
    expect(text).toContain('No return tells of a duty of a policy.');
    const all = { suspensions: 17, permanent: 'hidden', pupils: null } as const;
    const summary = makeCommitteeEdition(trust);
    const told = listDocumentText(
      composeTrustSummary({ ...summary, exclusions: { ...summary.exclusions, ...all } }),
    ).join('\n');
    expect(told).toMatch(/Suspensions[^:]*: 17\./);
    expect(told).toContain('Permanent exclusions: hidden, because');
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

  it('speaks of no order in the chart of one school', async () => {
    const { sections } = await composeTrustReport(trust, 'working_group');
    const whole = sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'figure' && block.chart.kind === 'small_multiples' ? [block] : []));
    expect(whole).toHaveLength(1 + trust.schools.length);
    expect(whole.filter(({ subtitle }) => subtitle.includes('in order of name'))).toEqual([whole[0]]);
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

describe('what the report of a trust says', () => {
  const shown = (edition: TrustEdition): string => renderText(composeTrust(edition, { only: null }));
  const edition = makeTrustEdition(trust);
  const outlier: EditionOutlier = {
    school: 'School 001',
    code: 'bullying',
    title: 'Bullying',
    phase: 'primary',
    direction: 'higher',
    observed: 12,
    expected: 4,
    ratio: 3,
    cautions: [],
  };

  it('tells changes that schools share, and each school its own, many of them by their number', () => {
    const change = { code: 'bullying', title: 'Bullying', comparison: 'previous', direction: 'up' } as const;
    const few = ['School 001', 'School 002'].map((school) => ({ ...change, school }));
    const many = Array.from({ length: 13 }, (_, at) => ({
      ...change,
      code: 'all',
      title: 'All behaviour incidents',
      comparison: 'last_year' as const,
      school: `Academy ${at}`,
    }));
    const pooled = { ratio: 1.5, interval: [1.2, 1.9], spread: [0.8, 2.7], schools: 3 };
    const shared = [
      { code: 'all', title: 'All behaviour incidents', comparison: 'last_year', direction: 'up', pooled },
    ] as unknown as TrustEdition['shared'];
    const text = shown({ ...edition, changes: [...few, ...many], shared }).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Bullying: clearly up on the term before in School 001 and School 002\./);
    expect(text).toMatch(/All behaviour incidents: clearly up on the same term last year in 13 schools\./);
    expect(text).toMatch(/about 1\.5 times the rate \(1\.2 to 1\.9\), over 3 schools/);
  });

  it('tells what is common although its range rests on a few, and why a standing school is not drawn', () => {
    const place = {
      kind: 'classroom',
      title: 'Classroom',
      incidents: 90,
      share: 0.41,
      range: null,
      schools: 3,
    };
    const common = { ...edition.common, places: [place as TrustEdition['common']['places'][number]] };
    const funnel = {
      ...(edition.funnels[0] as TrustEdition['funnels'][number]),
      code: 'bullying',
      units: [],
    };
    const text = shown({
      ...edition,
      common,
      funnels: [funnel],
      outliers: [{ ...outlier, phase: funnel.phase }],
    }).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Classroom: 41% of incidents.');
    expect(text).toContain('stands apart, since it cannot be drawn without numbers that are hidden');
  });

  it('draws four funnels, those in which a school stands apart first, and names the rest', () => {
    const [first] = edition.funnels as [TrustEdition['funnels'][number]];
    const unit = (school: string, outlying: boolean) => ({
      ...first.units[0],
      school,
      pupil_days: 20_000,
      rate: 1,
      wide95: [0.5, 1.5] as const,
      wide998: [0.2, 1.8] as const,
      outlying,
    });
    const make = (code: string, title: string, outlying: boolean): TrustEdition['funnels'][number] => ({
      ...first,
      code,
      title,
      rate: 1,
      units: [unit('A', outlying), unit('B', false), unit('C', false)],
    });
    const codes = ['bullying', 'prejudice', 'staff', 'force', 'suspension'];
    const funnels = [make('all', 'All', false), ...codes.map((code) => make(code, `Measure ${code}`, true))];
    const document = composeTrust({ ...edition, funnels }, { only: null });
    const text = renderText(document).replaceAll(/\s+/g, ' ');
    expect(JSON.stringify(document).match(/"kind":"funnel"/g)).toHaveLength(4);
    expect(text).toMatch(/Not drawn, since there are four figures already, though [^.]*suspension/);
    expect(text).toMatch(/Not drawn, since no [^.]* all/);
  });

  it('does not deny a difference that it may not tell', () => {
    const none = shown({ ...edition, outliers: [], outliers_untold: 0 });
    expect(none).toContain('No school differs from others of its kind');
    const untold = shown({ ...edition, outliers: [], outliers_untold: 2 });
    expect(untold).not.toContain('No school differs');
    expect(untold.replaceAll(/\s+/g, ' ')).toContain('rest on numbers that are hidden, and are not told: 2.');
    const committee = { ...makeCommitteeEdition(trust), standing_out: [], outliers_untold: 2 };
    expect(renderText(composeTrustSummary(committee))).not.toContain('No school differs');
  });

  it('says in one sentence what one school stands out in, and has words for a school of no stated kind', () => {
    const two = [outlier, { ...outlier, code: 'staff', title: 'Aggression', observed: 9, expected: 2 }];
    const text = shown({ ...edition, outliers: two }).replaceAll(/\s+/g, ' ');
    expect(text.match(/School 001: recorded clearly more often/g)).toHaveLength(1);
    const unknown = shown({ ...edition, outliers: [{ ...outlier, phase: 'unknown' }] }).replaceAll(
      /\s+/g,
      ' ',
    );
    expect(unknown).toContain('more often than in schools of no stated kind: bullying (12');
    expect(unknown).not.toContain('other other');
  });

  it('tells a group that stands out by a lower rate', () => {
    const pooled = {
      schools: 5,
      ratio: 0.4,
      interval: [0.3, 0.5] as const,
      spread: [0.2, 0.8] as const,
      tau2: 0,
      i2: 0,
      p: 0.001,
      q: 0.001,
    };
    const groups = [{ characteristic: 'Sex', group: 'Girls', pooled, stands_out: true }];
    const text = shown({ ...edition, groups }).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Girls (Sex): about 0.40 times the rate of other pupils; in a single school like these it may be 0.20 to 0.80.',
    );
    expect(text).not.toContain('No group of pupils stands out');
  });

  it('lists one of two groups that are all of their characteristic, and names what is not pooled once', () => {
    const pooled = (ratio: number) => ({
      ...{
        schools: 5,
        ratio,
        interval: [ratio / 2, ratio * 2] as const,
        spread: [ratio / 4, ratio * 4] as const,
      },
      ...{ tau2: 0, i2: 0, p: 0.5, q: 0.5 },
    });
    const group = (characteristic: string, name: string, ratio: number | null) => ({
      ...{ characteristic, group: name, stands_out: false },
      pooled: ratio === null ? null : pooled(ratio),
    });
    const tableOf = (groups: TrustEdition['groups']) =>
      composeTrust({ ...edition, groups }, { only: null })
        .sections.flatMap(({ blocks }) => blocks)
        .flatMap((block) =>
          block.type === 'table' && block.caption.startsWith('Groups of') ? [block] : [],
        )[0];
    const sex = [group('Sex', 'Boys', 2), group('Sex', 'Girls', 0.5)];
    const table = tableOf([
      ...sex,
      group('SEN', 'No SEN', 0.46),
      group('SEN', 'SEN support', 1.8),
      group('SEN', 'EHC plan', 2.3),
      group('Pupil premium', 'No', 1.25),
      group('Pupil premium', 'Yes', 0.8),
      // Some pupils are in neither: each is told.
      group('English as an additional language', 'No', 1.2),
      group('English as an additional language', 'Yes', 0.95),
      group('Ethnicity', 'Asian', 1),
      group('Ethnicity', 'Mixed', null),
      group('Looked after', 'No', null),
      group('Looked after', 'Yes', null),
    ]);
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual([
      'Sex: Boys',
      'SEN: No SEN',
      'SEN: SEN support',
      'SEN: EHC plan',
      'Pupil premium: Yes',
      'English as an additional language: No',
      'English as an additional language: Yes',
      'Ethnicity: Asian',
    ]);
    expect(table?.note).toContain('the ratio of the other is its inverse');
    expect(table?.note).toMatch(/Too few schools to pool: Ethnicity \(Mixed\) and Looked after\.$/);
    // One row is no table, and a group whose other half is not pooled is listed.
    expect(tableOf(sex)?.rows).toHaveLength(2);
    expect(tableOf(sex)?.note).not.toContain('inverse');
    const half = tableOf([group('EAL', 'No', 1.1), group('EAL', 'Yes', null), ...sex]);
    expect(half?.rows.map(({ cells }) => cells[0])).toEqual(['EAL: No', 'Sex: Boys']);
  });

  it('promises of suspensions what its tables tell, and no more', () => {
    const { exclusions: whole, ...rest } = makeCommitteeEdition(trust);
    const hidden = { length: {}, turn: {}, purpose: {}, reason: {} };
    const tell = (parts: object): string =>
      listDocumentText(composeTrustSummary({ ...rest, exclusions: { ...whole, ...hidden, ...parts } })).join(
        '\n',
      );
    const turn = { first: 17, second: 0, third_or_later: 0 };
    expect(tell({ turn })).toContain('schools together use suspension: how often for one pupil. The numbers');
    expect(tell({ turn, reason: { PP: 12 } })).toContain('for what and how often for one pupil.');
    expect(tell({})).not.toMatch(/for what, how long|This part tells/);
  });

  it('says why a duty can have more cases than there are incidents of its name', () => {
    const duty = {
      duty: 'COC1',
      schools: 7,
      cases: 364,
      met: 316,
      not_met: 40,
      not_evidenced: 8,
      per_cent: 0.87,
    };
    for (const document of [
      composeTrust({ ...edition, duties: [duty] }, { only: null }),
      composeTrustSummary({ ...makeCommitteeEdition(trust), duties: [duty] }),
    ])
      expect(listDocumentText(document).join('\n')).toContain(
        'in safeguarding records too, unlike the numbers of incidents',
      );
  });

  it('tells uses of suspension that no school recorded in a line, and hides what is hidden', () => {
    const none = { half_day: 0, one: 0, two_to_five: 0, over_five: 0, not_recorded: 0 };
    const exclusions: TrustEdition['exclusions'] = {
      ...edition.exclusions,
      ...{ suspensions: 17, permanent: 0, alike: [], reason: { PP: 9, DB: 'hidden' } },
      length: { ...none, half_day: 'hidden', one: 12, two_to_five: 'hidden' },
      turn: { first: 17, second: 0, third_or_later: 0 },
      purpose: { harm: 0, no_harm_recorded: 0, not_stated: 0 },
    };
    const tables = composeTrust({ ...edition, exclusions }, { only: null })
      .sections.flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'table' ? [block] : []));
    const used = tables.find(({ caption }) => caption.startsWith('How suspensions were used'));
    expect(used?.rows.map(({ cells }) => cells)).toEqual([
      ['Length: half a day', 'c'],
      ['Length: one day', '12'],
      ['Length: over one to five', 'c'],
      ['Turn: first', '17'],
    ]);
    expect(used?.note).toMatch(
      /^Turn: whether it is the pupil's first[^.]*\. None: over five, not recorded \(length\); second, third or later \(turn\)\. c: hidden/,
    );
    const reasons = tables.find(({ caption }) => caption.startsWith('Reason of suspensions'));
    expect(reasons?.note).toMatch(/No kind of suspension is frequent enough to stand in a list of cases\.$/);
    const one = { ...exclusions, length: { ...none, one: 17 }, turn: { first: 0 } };
    const few = composeTrust({ ...edition, exclusions: one as never }, { only: null });
    expect(renderText(few)).not.toContain('None: ');
  });

  it('speaks to a committee of what a committee does', () => {
    const text = renderText(composeTrustSummary(makeCommitteeEdition(trust)));
    expect(text).toContain('Questions the committee may ask');
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /1 to 9 are hidden.* The working group's report hides less; none/,
    );
    expect(text).not.toMatch(/working group may ask|Schools that show a number|Exclusions by school/);
  });

  it('calls schools of Wales no trust: academy trusts are of England alone', () => {
    const welsh = {
      ...trust,
      schools: trust.schools.map((school) => ({ ...school, nation: 'wales' as const })),
    };
    for (const text of [
      shown(makeTrustEdition(welsh)),
      renderText(composeTrustSummary(makeCommitteeEdition(welsh))),
    ])
      expect(text).not.toMatch(/\btrust/i);
  });

  it('says that pupils of several terms are not known', () => {
    const exclusions = { ...edition.exclusions, pupils: null, pupils_again: null };
    const text = shown({ ...edition, exclusions }).replaceAll(/\s+/g, ' ');
    expect(text).toContain('How many pupils were suspended is not known');
  });
});
