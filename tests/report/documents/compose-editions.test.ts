import { describe, expect, it } from 'vitest';
import type { ExclusionList } from '../../../src/incident/exclusion-list.ts';
import { makeGovernorEdition } from '../../../src/privacy/make-governor-edition.ts';
import { composeReport } from '../../../src/report/compose-report.ts';
import { dutyBlocks } from '../../../src/report/documents/duties/duty-blocks.ts';
import { exclusionBlocks } from '../../../src/report/documents/exclusions/exclusion-blocks.ts';
import { exclusionSections } from '../../../src/report/documents/exclusions/exclusion-sections.ts';
import { makeContext } from '../../../src/report/documents/governors/governor-context.ts';
import { namesAnnex } from '../../../src/report/documents/governors/names-annex.ts';
import { readExclusionWords } from '../../../src/report/documents/words/read-exclusion-words.ts';
import { readGovernorWords } from '../../../src/report/documents/words/read-governor-words.ts';
import { readPeopleCountWords } from '../../../src/report/documents/words/read-people-count-words.ts';
import { REPORT_KINDS } from '../../../src/report/registry.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { checkAnnexes } from '../helpers/check-annexes.ts';
import { findDisagreements } from '../helpers/find-disagreements.ts';
import { readingGrade } from '../helpers/reading-grade.ts';
import { listDocumentText, listProse, tablesOf } from './list-document-text.ts';

const analysis = await sampleAnalysis();
const DUTY = {
  duty: 'D1',
  title: 'Logged on the day',
  codes: [],
  cases: 20,
  met: 12,
  not_met: 8,
  not_evidenced: 0,
  per_cent: 60,
};
const sources = { standDuties: () => [DUTY] };

describe('every kind of report', () => {
  it.each(Object.keys(REPORT_KINDS).filter((kind) => REPORT_KINDS[kind]?.governor !== undefined))(
    '%s has an edition without a name',
    async (kind) => {
      const document = await composeReport(kind, analysis, { edition: 'governor', sources });
      expect(document).toMatchObject({ edition: 'governor', handling: null });
      expect(listDocumentText(document).join('\n')).not.toMatch(/Pupil Number|undefined|NaN/);
    },
  );

  it.each(
    Object.entries(REPORT_KINDS).flatMap(([kind, { governor, restricted }]) => [
      ...(governor === undefined ? [] : [[kind, 'governor'] as const]),
      ...(restricted === undefined ? [] : [[kind, 'restricted'] as const]),
    ]),
  )(
    '%s (%s) names annexes that it has, counts in words that agree, and reads easily',
    async (kind, edition) => {
      const document = await composeReport(kind, analysis, { edition, sources });
      checkAnnexes(document);
      expect(listDocumentText(document).flatMap(findDisagreements)).toEqual([]);
      // What is in the annexes is for reference; what stands before them is to be read in one go.
      const body = { ...document, sections: document.sections.filter(({ annex }) => annex !== true) };
      expect(readingGrade(listProse(body).join(' ')), listProse(body).join('\n')).toBeLessThan(8);
    },
  );

  it.each(Object.keys(REPORT_KINDS).filter((kind) => REPORT_KINDS[kind]?.restricted !== undefined))(
    '%s has an edition for staff that says so',
    async (kind) => {
      const document = await composeReport(kind, analysis, { edition: 'restricted', sources });
      expect(document.edition).toBe('restricted');
      expect(document.handling).toMatch(/^Restricted/);
      expect(`${document.title}${document.subject}`).not.toContain('Pupil Number');
    },
  );
});

describe('every kind of report in Wales', () => {
  const welsh = { ...analysis, meta: { ...analysis.meta, nation: 'wales' as const } };
  it.each(
    Object.entries(REPORT_KINDS).flatMap(([kind, { governor, restricted }]) => [
      ...(governor === undefined ? [] : [[kind, 'governor'] as const]),
      ...(restricted === undefined ? [] : [[kind, 'restricted'] as const]),
    ]),
  )('%s (%s) says fixed-term exclusion and ALN, and names no rule of England', async (kind, edition) => {
    const document = await composeReport(kind, welsh, { edition, sources });
    const text = listDocumentText(document).join('\n');
    expect(
      text.match(/.*(?:\bSEND?\b|\bEHC plan(?<!IDP or EHC plan)|[Ss]uspen|KCSIE|DfE|Ofsted).*/g),
    ).toBeNull();
  });

  it('says in England what is said there', async () => {
    const text = listDocumentText(await composeReport('governors', analysis, {})).join('\n');
    expect(text).toMatch(/Suspension/);
    expect(text).toMatch(/\bSEN\b/);
  });
});

describe('duties in reports', () => {
  it.each(['governors', 'pastoral', 'racist-log', 'bullying-log', 'exclusions', 'la-return'])(
    'are told in %s, for governors too',
    async (kind) => {
      const document = await composeReport(kind, analysis, { edition: 'governor', sources });
      expect(listDocumentText(document).join(' ')).toContain('Logged on the day (D1)');
    },
  );

  it('are left out of the governors’ report for a nation’s defaults, and nowhere else', async () => {
    const tells = async (kind: string) =>
      listDocumentText(await composeReport(kind, analysis, { sources, policyChosen: false }))
        .join(' ')
        .includes('(D1)');
    expect(await tells('governors')).toBe(false);
    expect(await tells('pastoral')).toBe(true);
  });

  it('give a percentage only where there is one, name the worst, and call silence no breach', () => {
    const duties = [
      DUTY,
      { ...DUTY, duty: 'D2', cases: 4, met: 4, not_met: 0, per_cent: null },
      { ...DUTY, duty: 'D3', cases: 0 },
    ];
    const blocks = dutyBlocks(duties, 'this term', 'c');
    expect(blocks[0]).toMatchObject({ text: 'Most often not met: Logged on the day, in 8 of 20 cases.' });
    expect(blocks[1]).toMatchObject({
      rows: [
        { cells: ['Logged on the day (D1)', '20', '12', '8', '0', '60%'] },
        { cells: ['Logged on the day (D2)', '4', '4', '0', '0', '–'] },
      ],
      note: expect.stringContaining('so it is no breach'),
    });
    expect(blocks[2]).toMatchObject({ text: 'No record falls under 1 other duty looked at here.' });
  });

  it('say so where none is not met, or none can be shown, or none has a case', () => {
    const text = (duties: Parameters<typeof dutyBlocks>[0]) => dutyBlocks(duties, 'this term', 'c')[0];
    expect(text([{ ...DUTY, not_met: 0 }])).toMatchObject({ text: 'No record shows a duty as not met.' });
    expect(text([{ ...DUTY, not_met: 'hidden' }])).toMatchObject({
      text: expect.stringContaining('can be shown'),
    });
    expect(text([{ ...DUTY, cases: 0 }])).toMatchObject({
      text: 'No record of this term falls under the one duty looked at here.',
    });
    expect(text([DUTY, { ...DUTY, duty: 'D2', title: 'Parents told' }])).toMatchObject({
      text: 'Most often not met, with 8 each: Logged on the day; Parents told.',
    });
    expect(dutyBlocks([], 'this term', 'c')).toEqual([]);
  });
});

describe('the head’s own copy of the governors’ report', () => {
  it('has the same numbers hidden, and an annex of names at the end', async () => {
    const own = await composeReport('governors', analysis, { edition: 'restricted' });
    const theirs = await composeReport('governors', analysis, {});
    expect(
      tablesOf(own)
        .slice(0, tablesOf(theirs).length)
        .map(({ rows }) => rows),
    ).toEqual(tablesOf(theirs).map(({ rows }) => rows));
    expect(own.sections.at(-1)?.heading).toBe('The names behind the numbers');
    expect(listDocumentText(own).join(' ')).not.toContain('No pupil is named in this report');
  });

  it('says so where there is no name to give', () => {
    const { names } = readGovernorWords();
    const section = namesAnnex({ pupils: [] }, [], names);
    expect(section.blocks).toEqual([
      { type: 'paragraph', text: names.none_many },
      { type: 'paragraph', text: names.none_out },
    ]);
  });
});

describe('counts of the pastoral pack and of the pages', () => {
  it('name no class', async () => {
    for (const kind of ['pastoral', 'class', 'pupil'] as const) {
      const document = await composeReport(kind, analysis, { edition: 'governor' });
      expect(document.title).toBe(readPeopleCountWords().kinds[kind].title);
      expect(listDocumentText(document).join(' ')).not.toMatch(/3 Oak/);
      expect(listProse(document)).toContain(readPeopleCountWords().named);
    }
  });

  it('say in a sentence that no pupil is named, or which years show no number, and print no empty table', async () => {
    const years = async (year_groups: Record<string, number>): Promise<[string[], string]> => {
      const counts = { ...analysis.counts, year_groups };
      const document = await composeReport(
        'class',
        { ...analysis, counts, comparisons: { previous: null, last_year: null } } as never,
        {
          edition: 'governor',
        },
      );
      return [
        tablesOf(document).map(({ caption }) => caption),
        document.sections.flatMap(({ blocks }) => blocks.map((block) => JSON.stringify(block))).join(' '),
      ];
    };
    const [none, told] = await years({});
    expect(none.join(' ')).not.toMatch(/year group/);
    expect(told).toContain('No behaviour incident this term names a pupil');
    const [few, hidden] = await years({ 'Year 3': 2 });
    expect(few.join(' ')).not.toMatch(/year group/);
    expect(hidden).toMatch(/with no number that can be shown: Year 3/);
  });
});

describe('days, reasons and limits of exclusions', () => {
  const one = {
    reference: '7',
    source: 'second_system',
    kind: 'suspension',
    date: '2026-05-05',
    pupils: ['Pupil Number1'],
    days: 2,
    reasons: ['PP'],
    unknown_reasons: ['X49'],
    parents_told: true,
    before: 1,
  } as const;
  const list: ExclusionList = {
    cases: [
      one,
      { ...one, reference: '8', days: null, reasons: [], unknown_reasons: [], before: 0 },
      // The export's record of the same exclusion: shown, and not added up.
      { ...one, reference: '70', source: 'export', days: 2, pupils: ['Pupil Number1', 'Bo'] },
    ],
    again: ['Pupil Number1'],
    unclear: ['line 4'],
    limits: [{ pupil: 'Pupil Number1', limit: 'over_5_term', days: 6 }],
    second_system: true,
    sent_home: ['9'],
  };
  const prose = (nation: string, given = list): string => JSON.stringify(exclusionBlocks(given, nation));

  it('are told where they are known', () => {
    for (const sentence of [
      'Days lost that are known: 2, from 1 of 2 records. The other records do not say how long.',
      'Excluded out of school more than once this school year: Pupil Number1.',
      'PP (physical assault against a pupil) 1.',
      'Reason codes that are not on the national list: X49 (7).',
      'Pupil Number1, more than 5 days in a term (6)',
      'Several pupils have the name in line 4 of the list',
      'The words of these records may say so: 9.',
    ])
      expect(prose('england')).toContain(sentence);
    expect(prose('england', { ...list, cases: [{ ...one, reasons: [] }] })).toContain(
      'No record gives or implies a national reason code',
    );
  });

  it('tell the limits of England in England alone, and call nothing unlawful elsewhere', () => {
    for (const nation of ['wales', 'scotland', 'northern_ireland']) {
      expect(prose(nation)).not.toMatch(/more than 5 days in a term|Governors have duties|unlawful/);
      expect(prose(nation)).toContain('needs care');
    }
    expect(prose('england')).toContain('unlawful in most schools');
    // How many reasons a register takes for one exclusion has no source that was seen.
    expect(JSON.stringify(readExclusionWords('england'))).not.toMatch(/[Uu]p to three/);
  });

  it('speak of fixed-term exclusions in Wales, without England’s codes in sentences', () => {
    expect(prose('wales')).toContain('Fixed-term exclusion');
    expect(prose('wales')).not.toContain('Reasons by national code');
  });

  it('are nothing where there is none', () => {
    expect(
      exclusionBlocks(
        { cases: [], limits: [], again: [], unclear: [], second_system: false, sent_home: [] },
        'england',
      ),
    ).toEqual([]);
  });

  it('are counts for governors', () => {
    const context = makeContext(makeGovernorEdition(analysis), readGovernorWords());
    const sheets = [
      { id: 'length', total: 12, rows: [{ name: 'Up to 5 days', count: 12 }] },
      { id: 'reasons', total: 12, rows: [{ name: 'Theft (TH)', count: 'hidden' as const }] },
    ];
    const [section] = exclusionSections(context, sheets);
    expect(section?.blocks).toHaveLength(2);
    expect(exclusionSections(context, [])).toEqual([]);
  });
});

describe('the counts of classes for governors', () => {
  const run = { unit: 'a class', tooFewIf: null, tooFew: 0, clear: 0, possible: 0, expectedByChance: null };
  const looked = (lookedAt: number) => ({
    ...analysis,
    findings: [],
    detectors: [{ ...run, detector: 'class_trend', question: 'Did a class change?', lookedAt, note: null }],
  });
  const count = async (kind: string, lookedAt: number) => {
    const [table] = tablesOf(await composeReport(kind, looked(lookedAt), { edition: 'governor', sources }));
    const rows = (table?.rows ?? []).map(({ cells }) => cells);
    return { classes: rows.filter(([name]) => /^Classes/.test(name ?? '')), rows, note: table?.note };
  };

  it.each(['class', 'pastoral'])('are no noughts where no record names a class: %s', async (kind) => {
    const none = await count(kind, 0);
    expect(none.classes.map(([, number]) => number)).toEqual(['–', '–', '–']);
    expect(none.note).toContain('no behaviour record of a school day says which class');
    expect(none.rows.filter(([name]) => /^Pu/.test(name ?? '')).every(([, number]) => number === '0')).toBe(
      true,
    );
    const some = await count(kind, 3);
    expect(some.classes.map(([, number]) => number)).toEqual(['0', '0', '0']);
    expect(some.note).not.toContain('no behaviour record of a school day says which class');
  });
});
