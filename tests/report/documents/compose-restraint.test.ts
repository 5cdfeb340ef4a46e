import { describe, expect, it } from 'vitest';
import { tabulateForce } from '../../../src/count/tabulate-force.ts';
import type { ForceCase } from '../../../src/incident/force-case.ts';
import { hideDuties } from '../../../src/privacy/hide-duties.ts';
import { hideSheet } from '../../../src/privacy/hide-sheet.ts';
import { makeGovernorEdition } from '../../../src/privacy/make-governor-edition.ts';
import { composeReport } from '../../../src/report/compose-report.ts';
import { composeRestraint } from '../../../src/report/documents/compose-restraint.ts';
import { composeRestraintCounts } from '../../../src/report/documents/compose-restraint-counts.ts';
import { readForceWords } from '../../../src/report/documents/restraint/read-force-words.ts';
import { readKindWords } from '../../../src/report/documents/words/read-kind-words.ts';
import { sampleAnalysis } from '../../count/sample-analysis.ts';
import { listDocumentText, listProse, tablesOf } from './list-document-text.ts';

const ITEMS = ['Pupil', 'How long', 'Injuries or none'];
const makeForce = (rest: Partial<ForceCase> = {}, shown = [true, false, false]): ForceCase => ({
  incident_id: '1',
  date: '2026-05-04',
  recorded_date: '2026-05-04',
  place: 'Hall',
  slot: 'Lunch',
  pupils: ['Pupil Number1'],
  narrative: 'Held.',
  action: '',
  minutes: null,
  items: ITEMS.map((title, at) => ({ id: title, title, shown: shown[at] ?? false })),
  parents: 'not_shown',
  parents_on: null,
  parents_words: '',
  injury: false,
  sen: null,
  earlier: [],
  to_review: false,
  ...rest,
});
const DUTY = {
  duty: 'FORCE1',
  title: 'Recorded on the day',
  codes: [],
  cases: 12,
  met: 10,
  not_met: 2,
  not_evidenced: 0,
  per_cent: 83,
};
const analysis = await sampleAnalysis();
const compose = (cases: readonly ForceCase[], duties = [DUTY]) =>
  composeRestraint({ analysis, listForce: () => cases, duties });

describe('composeRestraint', () => {
  it('tells what the records show, each sentence with its numbers', () => {
    const prose = listProse(
      compose([
        makeForce({ parents: 'same_day', sen: true }),
        makeForce({ incident_id: '2', recorded_date: '2026-05-06', parents: 'later', sen: false }, [
          true,
          true,
          true,
        ]),
        makeForce({ incident_id: '3', parents: 'undated', to_review: true, pupils: ['Pupil Number2'] }),
        makeForce({ incident_id: '4' }),
      ]),
    );
    for (const sentence of [
      'Recorded on the day: 3 of 4. Entered later: 2.',
      'Parents or carers told on the day: the record says so in 1 of 4. Told later: 1. Told, without a day: 1. Not evidenced: 1.',
      'Of the 3 things that a record is asked to hold, the fullest record shows 3 and the thinnest 1.',
      'Most often not evidenced: how long (3) and injuries or none (3).',
      'A pupil with SEN by the roll: 1 of 2 records whose pupil is on the roll given.',
      'Named in more than one record: Pupil Number1 (3).',
      'The label waits for a person to decide: 3.',
      'Most often not met: Recorded on the day, in 2 of 12 cases.',
    ])
      expect(prose).toContain(sentence);
    expect(prose.join(' ')).not.toMatch(/offender|breach of/);
  });

  it('says that the day of entry cannot be told where the export has none', () => {
    const undated = makeForce({ recorded_date: null });
    expect(listProse(compose([undated]))).toContain(
      'Whether force was recorded on the day cannot be told: the export gives no day of entry.',
    );
    expect(listProse(compose([undated])).join(' ')).not.toContain('Recorded on the day: 0');
    expect(listProse(compose([undated, makeForce({ incident_id: '2' })]))).toContain(
      'Recorded on the day: 1 of 2. Cannot be told, for want of a day of entry: 1.',
    );
  });

  it('tells the fullest and the thinnest record apart only where they differ', () => {
    const alike = [makeForce({}), makeForce({ incident_id: '2' })];
    expect(listProse(compose(alike)).join(' ')).toContain(
      'that a record is asked to hold, every record shows',
    );
    expect(listProse(compose(alike.slice(1))).join(' ')).toContain('the one record shows');
  });

  it('names all things that tie as most often missing, or says how many do', () => {
    const tie = (count: number): string => {
      const items = Array.from({ length: count }, (_, at) => ({
        id: `i${at}`,
        title: `Thing ${at}`,
        shown: false,
      }));
      return listProse(compose([makeForce({ items })])).join(' ');
    };
    expect(tie(4)).toContain(
      'Most often not evidenced: thing 0 (1), thing 1 (1), thing 2 (1) and thing 3 (1).',
    );
    expect(tie(9)).toContain('Most often not evidenced: 9 things that tie (1 each).');
  });

  it('tells England’s duty of a period that reaches into its time, and of no other', () => {
    const rule = (to: string, nation: 'england' | 'wales' = 'england'): string =>
      readForceWords({ nation, period: { ...analysis.meta.period, to } }).say.rule ?? '';
    expect(rule('2026-04-01')).toContain('Schools in England are to record');
    expect(rule('2026-03-31')).toContain('begins on 1 April 2026, after the records of this report');
    expect(rule('2026-04-01', 'wales')).toContain('does not apply in Wales');
    const before = readForceWords({
      nation: 'england',
      period: { ...analysis.meta.period, to: '2025-12-19' },
    });
    expect(`${before.limits.join(' ')}${before.say.completeness}`).not.toMatch(
      /are to be recorded|is asked to hold/,
    );
  });

  it('prints a row a record on pages turned sideways, and what each shows', () => {
    const document = compose([
      makeForce({
        recorded_date: '2026-05-06',
        minutes: 4,
        earlier: ['0'],
        parents: 'later',
        parents_on: '2026-05-06',
        parents_words: 'Mum told',
      }),
      makeForce({ incident_id: '2', pupils: [], place: null }, [true, true, true]),
    ]);
    expect(document).toMatchObject({ edition: 'restricted', kind: 'restraint' });
    expect(document.handling).toMatch(/^Restricted/);
    expect(document.sections.at(-1)).toMatchObject({ landscape: true });
    const rows = tablesOf(document)
      .at(-1)
      ?.rows.map(({ cells }) => cells);
    expect(rows?.[0]).toEqual([
      '1 (before: 0)',
      '4 May (entered 6 May)',
      'Lunch, Hall',
      'Pupil Number1',
      'Held.',
      '4',
      '1 of 3',
      'How long; injuries or none',
      '6 May: Mum told',
    ]);
    expect(rows?.[1]?.slice(2)).toEqual(['Lunch', '–', 'Held.', '–', '3 of 3', 'none', '–']);
  });

  it('draws what is most often missing where there are records enough, with a title that is true', () => {
    const figures = (cases: readonly ForceCase[]) =>
      compose(cases).sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'figure'));
    const five = [0, 1, 2, 3, 4].map((at) => makeForce({ incident_id: String(at) }, [true, at > 2, at > 3]));
    expect(figures(five)).toMatchObject([
      { title: 'Injuries or none is not evidenced in 4 of 5 records, the most of any' },
    ]);
    expect(figures(five.slice(0, 4))).toEqual([]);
    expect(
      figures(five.map((each) => makeForce({ incident_id: each.incident_id }, [true, true, true]))),
    ).toEqual([]);
    const tied = five.map(({ incident_id }) => makeForce({ incident_id }));
    expect(figures(tied)).toMatchObject([
      { title: 'How long and injuries or none are not evidenced in 5 of 5 records, the most of any' },
    ]);
  });

  it('says what none recorded may mean', () => {
    const prose = listProse(compose([]));
    expect(prose).toContain(readKindWords('restraint', 'england').none);
    expect(tablesOf(compose([]))).toEqual([]);
  });

  it('cites the duty of England in England alone', () => {
    for (const nation of ['wales', 'scotland', 'northern_ireland']) {
      const { say } = readKindWords('restraint', nation);
      expect(say.rule).toContain('does not apply');
    }
    expect(readKindWords('restraint', 'wales').say.needs).toContain('ALN');
  });
});

describe('composeRestraintCounts', () => {
  const edition = makeGovernorEdition(analysis);
  const shown = {
    ...edition,
    counts: { ...edition.counts, labels: { ...edition.counts.labels, positive_handling: 12 } },
  };
  const cases = Array.from({ length: 12 }, (_, at) =>
    makeForce({
      incident_id: String(at),
      pupils: [`Pupil Number${at % 7}`],
      parents: at < 6 ? 'same_day' : 'not_shown',
    }),
  );
  const sheets = tabulateForce(cases).map((sheet) => hideSheet(sheet, shown));

  it('prints counts without a case or a name, and one table of who was told', () => {
    const withDuties = composeRestraintCounts(shown, { sheets, duties: hideDuties([DUTY], shown) });
    const without = composeRestraintCounts(shown, { sheets, duties: [] });
    expect(listDocumentText(withDuties).join(' ')).not.toContain('Pupil Number');
    expect(withDuties).toMatchObject({ edition: 'governor', handling: null });
    const captions = (document: typeof without) => tablesOf(document).map(({ caption }) => caption);
    expect(captions(withDuties).some((caption) => caption.startsWith('When parents'))).toBe(false);
    expect(captions(without).some((caption) => caption.startsWith('When parents'))).toBe(true);
    const pupils = tablesOf(without).find(({ caption }) => caption.startsWith('How many records'));
    expect(pupils?.rows.map(({ cells }) => cells[1])).toEqual(['c', 'c', '7']);
  });

  it('says what none recorded may mean', () => {
    const none = {
      ...edition,
      counts: { ...edition.counts, labels: { ...edition.counts.labels, positive_handling: 0 } },
    };
    const document = composeRestraintCounts(none, { sheets, duties: [] });
    expect(listProse(document)).toContain(readKindWords('restraint', 'england').none);
  });

  it('is what `report restraint --edition governors` prints', async () => {
    const document = await composeReport('restraint', analysis, {
      edition: 'governor',
      sources: { standDuties: () => [DUTY], countSheets: () => tabulateForce(cases) },
    });
    expect(document.title).toBe('Use of force: counts for governors');
    const named = await composeReport('restraint', analysis, { sources: { listForce: () => cases } });
    expect(named.edition).toBe('restricted');
  });
});
