import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCases } from '../../../src/count/list-cases.ts';
import type { RecordedCase } from '../../../src/incident/recorded-case.ts';
import { readTaxonomy } from '../../../src/policy/taxonomy.ts';
import { makeGovernorEdition } from '../../../src/privacy/make-governor-edition.ts';
import { composeCaseLog } from '../../../src/report/documents/compose-case-log.ts';
import { composeLogCounts } from '../../../src/report/documents/compose-log-counts.ts';
import { caseTable } from '../../../src/report/documents/logs/case-table.ts';
import { readLog, readLogWords } from '../../../src/report/documents/words/read-log-words.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { PERIODS, PUPILS, sampleRecord } from '../../count/sample-record.ts';
import { listDocumentText, listProse, tablesOf } from './list-document-text.ts';

const KINDS = Object.keys(readLogWords().logs);

const makeCase = (rest: Partial<RecordedCase>): RecordedCase => ({
  incident_id: '1',
  date: '2026-05-04',
  recorded_date: '2026-05-04',
  place: 'Corridor',
  slot: 'Lunch',
  categories: ['Bullying'],
  responses: [],
  codes: ['bullying.verbal', 'damage'],
  narrative: 'Words were said.',
  action: 'Spoken to.',
  status: null,
  closed_on: null,
  harmed: [],
  harming: [],
  witnesses: [],
  named: ['Pupil Number1'],
  parents_told: true,
  earlier: [],
  to_review: false,
  ...rest,
});

describe('words of the logs', () => {
  it.each(KINDS)('%s names labels that there are', (kind) => {
    const codes = readTaxonomy().labels.map(({ code }) => code);
    const { rows, heads, measures, codes: own } = readLog(kind);
    for (const code of [...rows, ...heads, ...measures, ...own]) expect(codes).toContain(code);
    for (const head of heads) expect(rows).toContain(head);
  });

  it('are refused for a log that is none', () => {
    expect(() => readLog('gossip')).toThrow("no log is called 'gossip'");
  });
});

describe('caseTable', () => {
  it('says when a case was closed and how long it was open, else its state in the export', () => {
    const log = readLog('bullying-log');
    const rows = caseTable(
      [
        makeCase({ closed_on: '2026-05-08', status: 'Closed' }),
        makeCase({ status: 'Open', action: '' }),
        makeCase({ action: '' }),
      ],
      log,
    ).rows.map(({ cells }) => cells[6]);
    expect(rows).toEqual(['Closed 8 May (4 days open). Spoken to.', 'Open. –', '–']);
  });
});

describe('composeCaseLog', () => {
  it('names a pupil who is in two cases in different parts, each with its number', async () => {
    const cases = [
      makeCase({ incident_id: '1', harming: ['Pupil Number3'], named: ['Pupil Number5'] }),
      makeCase({ incident_id: '2', harmed: ['Pupil Number5'], named: ['Pupil Number3'] }),
    ];
    const document = composeCaseLog('bullying-log', await sampleAnalysis(), cases);
    expect(listProse(document)).toContain(
      'In more than one case of this log, witnesses left out: Pupil Number3 (harming in 1 and named in 1) and Pupil Number5 (harmed in 1 and named in 1).',
    );
    const { again } = readLogWords();
    expect(again).toContain('again harming or named');
    expect(tablesOf(document).find(({ note }) => note?.includes(again))).toBeDefined();
  });

  it('prints a row a case, by name, on pages turned sideways, and says that it is restricted', async () => {
    const cases = [
      makeCase({
        incident_id: '7',
        recorded_date: '2026-05-06',
        harmed: ['Pupil Number2'],
        harming: ['Pupil Number3'],
        witnesses: ['Pupil Number4'],
        status: 'Closed',
        earlier: ['3', '5'],
        narrative: `${'One word after another. '.repeat(20)}End.`,
      }),
      makeCase({ incident_id: '8', place: null, narrative: ' ', codes: ['damage'] }),
    ];
    const document = composeCaseLog('bullying-log', await sampleAnalysis(), cases);
    expect(document).toMatchObject({ edition: 'restricted', kind: 'bullying-log' });
    expect(document.handling).toMatch(/^Restricted/);
    expect(document.title + document.subject).not.toContain('Pupil Number');
    expect(document.sections.at(-1)).toMatchObject({ landscape: true });
    const [first, second] = tablesOf(document)[0]?.rows ?? [];
    expect(first?.cells.slice(0, 4)).toEqual([
      '7',
      '4 May (entered 6 May)',
      'Verbal bullying (also: damage to property)',
      'Corridor',
    ]);
    expect(first?.cells[4]).toMatch(/^One word after another\. .*\w …$/);
    expect(first?.cells[4]?.length).toBeLessThan(185);
    expect(first?.cells[5]).toBe(
      'Harmed: Pupil Number2. Harming: Pupil Number3. Witness: Pupil Number4. Named: Pupil Number1.',
    );
    expect(first?.cells.slice(6)).toEqual(['Closed. Spoken to.', 'yes', '3, 5']);
    expect(second?.cells.slice(1, 5)).toEqual([
      '4 May',
      'Bullying (all) (also: damage to property)',
      '–',
      '–',
    ]);
  });

  it('lists what the records lack, and who is named again', async () => {
    const cases = [
      makeCase({ incident_id: '1', action: ' ', parents_told: false }),
      makeCase({ incident_id: '2', to_review: true, harmed: ['Pupil Number2'] }),
      makeCase({ incident_id: '3', recorded_date: '2026-05-08', harmed: ['Pupil Number2'], named: [] }),
    ];
    const prose = listProse(composeCaseLog('bullying-log', await sampleAnalysis(), cases));
    for (const sentence of [
      'No action is recorded: 1.',
      'No record that parents or carers were told: 1.',
      'The label waits for a person to decide: 2.',
      'Entered more than three days after it happened: 3.',
      'In more than one case of this log, witnesses left out: Pupil Number1 (named in 2) and Pupil Number2 (harmed in 2).',
      'Parents or carers told: the record says so in 2 of 3. A silent record does not mean that nobody was told.',
    ])
      expect(prose).toContain(sentence);
    const complete = listProse(composeCaseLog('bullying-log', await sampleAnalysis(), [makeCase({})]));
    expect(complete).toContain(readLogWords().none_to_fix);
  });

  it.each(KINDS)('of %s has as many rows as cases in any record, and is not proud of none', async (kind) => {
    const { codes, none } = readLog(kind);
    const analysis = await sampleAnalysis();
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(80), (seed, size) => {
        const input = {
          labelled: sampleRecord(size, seed),
          pupils: PUPILS,
          period: PERIODS.period,
          dayPeriods: [],
        };
        const cases = listCases({ ...input, codes, mask: (text) => text });
        const document = composeCaseLog(kind, analysis, cases);
        expect(tablesOf(document).flatMap(({ rows }) => rows).length).toBe(cases.length);
        expect(listProse(document).includes(none)).toBe(cases.length === 0);
        for (const each of listDocumentText(document)) expect(each).not.toMatch(/undefined|NaN|\{\w+\}/);
      }),
      { numRuns: 20 },
    );
  });
});

describe('composeLogCounts', () => {
  it('tells Wales of its fixed-term exclusions, many and not one', async () => {
    const analysis = await sampleAnalysis();
    const edition = makeGovernorEdition({ ...analysis, meta: { ...analysis.meta, nation: 'wales' } });
    const prose = listProse(composeLogCounts('exclusions', edition)).join(' ');
    expect(prose).toMatch(/Fixed-term exclusions: /);
    expect(prose).not.toMatch(/Fixed-term exclusion: /);
  });

  it.each(KINDS)('of %s names nobody and shows no count from 1 to 4 in any made-up school', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.nat(900), fc.boolean(), async (seed, size, withLastYear) => {
        const edition = makeGovernorEdition(await sampleAnalysis({ seed, size, withLastYear }));
        const document = composeLogCounts(kind, edition);
        expect(document).toMatchObject({ edition: 'governor', handling: null });
        for (const each of listDocumentText(document)) {
          expect(each).not.toMatch(/undefined|NaN|\{\w+\}/);
          expect(each).not.toMatch(/Pupil Number|Mrs Hill/);
        }
        for (const { rows, note } of tablesOf(document).filter(({ caption }) =>
          caption.startsWith('Incidents by kind'),
        )) {
          for (const cell of rows.flatMap(({ cells }) => cells.slice(1, -1)))
            expect(cell).not.toMatch(/^[1-4]$/);
          // A note explains what the table has, and nothing else.
          expect(note?.includes('c: hidden')).toBe(rows.some(({ cells }) => cells.includes('c')));
          expect(note?.includes('lines do not add up')).toBe(rows.length > 1);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('says that none is recorded without calling it good, and that a hidden number is not told', async () => {
    const none = listProse(
      composeLogCounts('racist-log', makeGovernorEdition(await sampleAnalysis({ size: 0 }))),
    );
    expect(none).toContain(readLog('racist-log').none);
    const analysis = await sampleAnalysis();
    const few = analysis.headline.map((row) => (row.code === 'bullying' ? { ...row, now: 2 } : row));
    const counts = { ...analysis.counts, labels: { ...analysis.counts.labels, bullying: 2 } };
    const hidden = composeLogCounts(
      'bullying-log',
      makeGovernorEdition({ ...analysis, headline: few, counts }),
    );
    expect(listProse(hidden)).toContain(`Bullying: ${readLogWords().not_told}`);
  });

  it('of exclusions has every term', async () => {
    const document = composeLogCounts('exclusions', makeGovernorEdition(await sampleAnalysis()));
    expect(tablesOf(document).map(({ caption }) => caption)).toContain(
      'Behaviour incidents in every term of the record',
    );
  });
});
