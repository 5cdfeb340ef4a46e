import { describe, expect, it } from 'vitest';
import type { AtRiskCandidate } from '../../../src/incident/at-risk-candidate.ts';
import type { PositiveGroup, PositiveRanking } from '../../../src/incident/positive-ranking.ts';
import type { RecordedCase } from '../../../src/incident/recorded-case.ts';
import type { GovernorEdition } from '../../../src/privacy/governor-edition.ts';
import { makeGovernorEdition } from '../../../src/privacy/make-governor-edition.ts';
import { composeAtRisk } from '../../../src/report/documents/compose-at-risk.ts';
import { composeAtRiskCounts } from '../../../src/report/documents/compose-at-risk-counts.ts';
import { composeLaReturn } from '../../../src/report/documents/compose-la-return.ts';
import { composeLaReturnRows } from '../../../src/report/documents/compose-la-return-rows.ts';
import { composePositives } from '../../../src/report/documents/compose-positives.ts';
import { composePositivesCounts } from '../../../src/report/documents/compose-positives-counts.ts';
import {
  headingOf,
  readKindWords,
  sayWords,
  WORDED_KINDS,
} from '../../../src/report/documents/words/read-kind-words.ts';
import { makeFinding, sampleAnalysis } from '../../count/sample-analysis.ts';
import { listDocumentText, listProse, tablesOf } from './list-document-text.ts';

const analysis = await sampleAnalysis();
const edition = makeGovernorEdition(analysis);
const withCounts = (
  labels: Readonly<Record<string, number | 'hidden'>>,
  prejudice: number | 'hidden',
  positive = 40,
) =>
  ({
    ...edition,
    counts: {
      ...edition.counts,
      labels: { ...edition.counts.labels, ...labels },
      families: { ...edition.counts.families, prejudice },
      records: { ...edition.counts.records, positive },
    },
  }) as GovernorEdition;
const NO_PREJUDICE = Object.fromEntries(
  (readKindWords('la-return', 'england').types ?? []).map(({ code }) => [code, 0]),
);
const figuresOf = (document: ReturnType<typeof composeAtRisk>) =>
  document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'figure'));

describe('words of the kinds', () => {
  it.each(WORDED_KINDS)('%s are whole in every nation', (kind) => {
    for (const nation of ['england', 'wales', 'scotland', 'northern_ireland']) {
      const words = readKindWords(kind, nation);
      for (const text of [
        words.title,
        words.governor_title,
        words.subject,
        words.governor_subject,
        words.none,
      ])
        expect(text).toMatch(/\w/);
      expect(words.handling).toMatch(/^Restricted/);
      expect(words.limits.length).toBeGreaterThan(1);
      expect(JSON.stringify(words)).not.toMatch(/offender|perpetrator|legally required/i);
    }
  });

  it('are refused under a name that there is not', () => {
    expect(() => readKindWords('gossip', 'england')).toThrow("no words for 'gossip'");
    const words = readKindWords('at-risk', 'england');
    expect(() => sayWords(words, 'gossip')).toThrow("no sentence 'gossip'");
    expect(() => headingOf(words, 'gossip')).toThrow("no heading 'gossip'");
  });
});

describe('the return of prejudice-related incidents', () => {
  it('is a nil return where there are none, and says what that may mean', () => {
    const none = withCounts(NO_PREJUDICE, 0);
    const prose = listProse(composeLaReturn(none, { sheets: [], duties: [] })).join(' ');
    expect(prose).toContain('Nil return: no racist or other prejudice-related incident was recorded');
    expect(prose).toContain('None recorded does not mean none happened');
    const [table] = tablesOf(composeLaReturn(none, { sheets: [], duties: [] }));
    expect(table?.rows.map(({ cells }) => cells[1])).toEqual(['0', '0', '0', '0', '0', '0', '0']);
  });

  it('gives counts by characteristic, the racist line for itself, and the nil lines', () => {
    const some = withCounts({ ...NO_PREJUDICE, 'prejudice.racist': 7, 'prejudice.sexist': 6 }, 12);
    const prose = listProse(composeLaReturn(some, { sheets: [], duties: [] })).join(' ');
    expect(prose).toContain('Racist and other prejudice-related incidents this term: 12.');
    expect(prose).toContain('Racist incidents: 7.');
    expect(prose).toContain('Nil return for: religion or belief, sexual orientation');
  });

  it('says neither that it is a nil return nor that it is none where the number is hidden, which may be a nought', () => {
    const hidden = withCounts({ ...NO_PREJUDICE, 'prejudice.racist': 'hidden' }, 'hidden');
    const document = composeLaReturn(hidden, {
      sheets: [{ id: 'done', total: 'hidden', rows: [] }],
      duties: [],
    });
    const prose = listProse(document).join(' ');
    expect(prose).toContain('Whether this is a nil return is not told here');
    expect(prose).not.toMatch(/not a nil return|were recorded/);
    // The line may be a nought that is hidden for the sake of another.
    expect(prose).toContain('Racist incidents: no number can be shown, because it is small');
    expect(prose).not.toContain('Racist incidents: recorded');
    expect(tablesOf(document)[0]?.rows[0]?.cells[1]).toBe('c');
    const without = withCounts({ ...NO_PREJUDICE, 'prejudice.sexist': 6 }, 6);
    expect(listProse(composeLaReturn(without, { sheets: [], duties: [] })).join(' ')).toContain(
      'Racist incidents: none recorded. A nil return on this line.',
    );
  });

  it('speaks of Wales in Wales', () => {
    const wales = { ...withCounts(NO_PREJUDICE, 0), meta: { ...edition.meta, nation: 'wales' as const } };
    expect(listProse(composeLaReturn(wales, { sheets: [], duties: [] })).join(' ')).toContain(
      'dim digwyddiadau',
    );
  });

  it('has the rows behind it with names in the restricted edition', () => {
    const one: RecordedCase = {
      incident_id: '7',
      date: '2026-05-04',
      recorded_date: null,
      place: null,
      slot: 'Lunch',
      categories: [],
      codes: ['prejudice.racist'],
      narrative: 'Said.',
      action: '',
      status: null,
      closed_on: null,
      harmed: [],
      harming: [],
      witnesses: [],
      named: ['Pupil Number1'],
      parents_told: false,
      earlier: [],
      responses: [],
      to_review: false,
    };
    const document = composeLaReturnRows({ analysis, listCases: () => [one], duties: [] });
    expect(document).toMatchObject({ edition: 'restricted' });
    expect(document.sections.at(-1)).toMatchObject({ landscape: true });
    expect(tablesOf(document).at(-1)?.rows).toHaveLength(1);
    const none = composeLaReturnRows({ analysis, listCases: () => [], duties: [] });
    expect(listProse(none).join(' ')).toContain('Nil return');
  });
});

describe('positive records', () => {
  const group = (name: string, counts: readonly number[]): PositiveGroup => ({
    group: name,
    entries: counts.reduce((sum, count) => sum + count, 0),
    pupils: counts.length,
    ranked: counts.map((entries, at) => ({
      pupil: `Pupil Number${at}`,
      year_group: name,
      class_name: null,
      entries,
      place: 1 + counts.filter((count) => count > entries).length,
    })),
  });
  const ranking: PositiveRanking = {
    places: 2,
    whose: 'policy',
    school: { ...group('All pupils', [4, 2, 2]), pupils: 9, entries: 14 },
    years: [group('Year 3', [4, 2]), group('Year 4', [1, 1, 1, 1, 1, 1])],
    classes: [],
    without: 31,
    records: 14,
    spread: { one: 6, two_to_four: 3, five_or_more: 0 },
    categories: { Kindness: 9, Effort: 5 },
  };
  const compose = (rest: Partial<PositiveRanking> = {}) =>
    composePositives({ analysis, rankPositives: () => ({ ...ranking, ...rest }) });

  it('tell who has most, with ties and whose number of places it is', () => {
    const prose = listProse(compose());
    for (const sentence of [
      '14 positive records this term name 9 pupils.',
      '3 pupils take the first 2 places. 2 pupils tie at the last place, each with 2 records; all are named. The policy names 2 places.',
      'Most often recognised: Kindness (9), Effort (5).',
      'Pupils on roll without a positive record this term: 31.',
      'Neither the records nor a roll say which class pupils are in.',
    ])
      expect(prose).toContain(sentence);
    expect(figuresOf(compose())).toMatchObject([
      { title: 'Year 3 and Year 4 have the most positive records: 6 each of 14' },
    ]);
  });

  it('name all kinds of praise that tie, or none of them, and say so where all pupils tie', () => {
    const six = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((name, at) => [name, at < 2 ? 9 : 3]));
    const tied = compose({ categories: six, school: { ...group('All pupils', [2, 2, 2]), pupils: 9 } });
    expect(listProse(tied)).toContain('Most often recognised: A (9), B (9).');
    expect(listProse(tied).join(' ')).toContain(
      '3 pupils tie for the first 2 places, each with 2 records; all are named.',
    );
    const all = compose({ categories: Object.fromEntries(Object.keys(six).map((name) => [name, 3])) });
    expect(listProse(all).join(' ')).not.toContain('Most often recognised');
  });

  it('are told of one as of many', () => {
    const one = compose({ records: 1, places: 1, school: group('All pupils', [1]), categories: {} });
    const prose = listProse(one).join(' ');
    expect(prose).toContain('1 positive record this term names 1 pupil.');
    expect(prose).toContain('1 pupil takes the first 1 place. The policy names 1 place.');
  });

  it('count many who tie with one record each, and name no pupil twice for nothing', () => {
    const [top, , years] = tablesOf(compose());
    expect(top?.rows).toHaveLength(3);
    expect(years?.rows.at(-1)?.cells).toEqual(['Year 4', '6 pupils tie, each with 1 record', '1', '1']);
    const whole = compose({ school: group('All pupils', [4, 2, 2]), whose: 'school', without: null });
    expect(listProse(whole)).toContain(readKindWords('positives', 'england').say.all_named);
  });

  it('say what none recorded may mean', () => {
    expect(listProse(compose({ records: 0 }))).toContain(readKindWords('positives', 'england').none);
    const none = composePositivesCounts(withCounts({}, 5, 0), { sheets: [], duties: [] });
    expect(listProse(none)).toContain(readKindWords('positives', 'england').none);
  });

  it('are counts for governors, drawn only where no year is hidden', () => {
    const sheets = (hidden: boolean) => [
      {
        id: 'years',
        total: 40,
        rows: [
          { name: 'Year 3', count: 30 },
          { name: 'Year 4', count: hidden ? ('hidden' as const) : 10 },
        ],
      },
      { id: 'pupils', total: 'hidden' as const, rows: [{ name: 'One record', count: 'hidden' as const }] },
    ];
    const shown = composePositivesCounts(withCounts({}, 5), { sheets: sheets(false), duties: [] });
    expect(figuresOf(shown)).toMatchObject([{ title: 'Year 3 has the most positive records: 30 of 40' }]);
    expect(
      figuresOf(composePositivesCounts(withCounts({}, 5), { sheets: sheets(true), duties: [] })),
    ).toEqual([]);
    expect(listDocumentText(shown).join(' ')).not.toContain('Pupil Number');
  });
});

describe('the draft of the at-risk register', () => {
  const reason = {
    id: 'staff',
    title: 'Towards staff',
    say: 'towards staff',
    count: 3,
    from: 2,
    whose: 'termwise',
    times: 1,
    incident_ids: ['3', '4', '9'],
  };
  const weapon = {
    id: 'weapon',
    title: 'A weapon',
    say: 'with a weapon',
    count: 1,
    from: 1,
    whose: 'termwise',
    times: 1,
    incident_ids: ['1'],
  };
  const many = {
    id: 'many',
    title: 'Many records in the term',
    say: 'in the term',
    count: 8,
    from: 8,
    whose: 'school',
    times: 2,
    incident_ids: [],
  };
  const candidate: AtRiskCandidate = {
    pupil: 'Pupil Number1',
    year_group: 'Year 4',
    class_name: '4A',
    records: 9,
    reasons: [reason, weapon],
  };
  const found = { ...analysis, findings: [makeFinding({ kind: 'pupil_trend' })] };

  it('calls one serious record no repeat', () => {
    const tell = (observed: number) => {
      const findings = [makeFinding({ kind: 'serious_repeat', observed })];
      const document = composeAtRisk({ analysis: { ...analysis, findings }, listAtRisk: () => [candidate] });
      return tablesOf(document).at(-1)?.rows[0]?.cells.join(' ');
    };
    expect(tell(1)).toContain('a serious record');
    expect(tell(2)).toContain('a serious repeat');
  });

  it('gives each reason with its numbers, adds nothing up and leaves the decision open', () => {
    const second = {
      ...candidate,
      pupil: 'Pupil Number2',
      year_group: null,
      class_name: null,
      reasons: [{ ...weapon, incident_ids: ['8'] }],
    };
    const document = composeAtRisk({ analysis: found, listAtRisk: () => [candidate, second] });
    const prose = listProse(document);
    expect(prose).toContain('2 pupils have at least one reason this term.');
    expect(prose).toContain('1 pupil has more than one reason.');
    expect(prose).toContain('Most often: a weapon (2 pupils).');
    expect(prose.join(' ')).toContain('A person who knows the pupil decides.');
    const rows = tablesOf(document)
      .at(-1)
      ?.rows.map(({ cells }) => cells);
    expect(rows).toEqual([
      [
        'Pupil Number1',
        'Year 4, 4A',
        '9',
        '3 records towards staff (from 2 on, our number); 1 record with a weapon (from 1 on)',
        'a clear rise',
        'towards staff: 3, 4, 9; with a weapon: 1',
        '',
      ],
      ['Pupil Number2', '–', '9', '1 record with a weapon (from 1 on)', '–', '8', ''],
    ]);
  });

  it('names the latest of many records, and does not call twice a number that number', () => {
    const busy = {
      ...candidate,
      reasons: [{ ...many, incident_ids: ['1', '2', '3', '4', '5', '6', '7', '8'] }],
    };
    const cells = tablesOf(composeAtRisk({ analysis, listAtRisk: () => [busy] })).at(-1)?.rows[0]?.cells;
    expect(cells?.[3]).toBe("8 records in the term (from 8 on, 2 times the school's number)");
    expect(cells?.[5]).toBe('the latest 6: 3, 4, 5, 6, 7, 8');
  });

  it('names every reason that is found most often, or none where many tie, and leaves room to write', () => {
    const tell = (reasons: AtRiskCandidate['reasons']) =>
      listProse(composeAtRisk({ analysis, listAtRisk: () => [{ ...candidate, reasons }] }));
    expect(tell([reason, weapon])).toContain(
      'Most often, and as often as each other: towards staff and a weapon (1 pupil each).',
    );
    const many = ['a', 'b', 'c', 'd'].map((id) => ({ ...weapon, id }));
    expect(tell(many).join(' ')).not.toContain('Most often');
    const table = tablesOf(composeAtRisk({ analysis, listAtRisk: () => [candidate] })).at(-1);
    expect(table?.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
    // A page turned sideways is 734 points wide: 5 cm are 142.
    expect((table?.columns.at(-1)?.width ?? 0) * 734).toBeGreaterThan(142);
  });

  it('says what an empty draft may mean', () => {
    const prose = listProse(composeAtRisk({ analysis, listAtRisk: () => [] }));
    expect(prose).toContain(readKindWords('at-risk', 'england').none);
  });

  it('is counts for governors', () => {
    const counts = (total: number | 'hidden') =>
      listProse(
        composeAtRiskCounts(edition, {
          sheets: [{ id: 'reasons', total, rows: [{ name: 'A weapon', count: 'hidden' }] }],
          duties: [],
        }),
      ).join(' ');
    expect(counts(0)).toContain('No pupil has one of the reasons looked for this term.');
    expect(counts(8)).toContain('8 pupils have at least one reason this term.');
    expect(counts('hidden')).toContain('how many is not shown');
  });
});
