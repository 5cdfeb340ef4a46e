import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCases } from '../../../src/count/list-cases.ts';
import type { Analysis } from '../../../src/incident/analysis.ts';
import type { LabelledIncident } from '../../../src/incident/labelled-incident.ts';
import { composeClass } from '../../../src/report/documents/compose-class.ts';
import { composePupil } from '../../../src/report/documents/compose-pupil.ts';
import { readPastoralWords } from '../../../src/report/documents/words/read-pastoral-words.ts';
import { readPeopleWords } from '../../../src/report/documents/words/read-people-words.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import type { PeopleInput } from '../../../src/report/restricted-input.ts';
import { makeFinding, sampleAnalysis } from '../../count/sample-analysis.ts';
import { DAY_PERIODS, PERIODS, PUPILS, sampleRecord } from '../../count/sample-record.ts';
import { figuresOf, listDocumentText, listProse, tablesOf } from './list-document-text.ts';

const { period } = PERIODS;

/** What a report is given: the analysis of a made-up record and the cases of the same record. */
async function makeInput(
  size: number,
  seed: number,
  rest: Partial<PeopleInput> & { readonly findings?: Analysis['findings'] } = {},
): Promise<PeopleInput> {
  const { findings, ...others } = rest;
  const record: readonly LabelledIncident[] = sampleRecord(size, seed);
  const analysis = await sampleAnalysis({ record, ...(findings === undefined ? {} : { findings }) });
  return {
    analysis,
    only: null,
    listCases: (codes, from = period.from) =>
      listCases({
        labelled: record,
        pupils: PUPILS,
        period: { from, to: period.to },
        codes,
        dayPeriods: DAY_PERIODS,
        mask: (text) => text,
      }),
    ...others,
  };
}

/** Each claim of a title against the marks that are drawn under it. */
function checkTitles(document: ReportDocument): void {
  for (const { title, chart, alt } of figuresOf(document)) {
    expect(alt.length, alt).toBeGreaterThanOrEqual(60);
    expect(alt.length, alt).toBeLessThanOrEqual(400);
    const top = Number(/(?:, |with )(\d+) (?:of|incident)/.exec(title)?.[1]);
    if (chart.kind === 'heat_map')
      expect(top, title).toBe(Math.max(...chart.cells.flat().map(({ value }) => value ?? 0)));
    if (chart.kind === 'dot_plot')
      expect(top, title).toBe(Math.max(...chart.rows.map(({ now }) => now ?? 0)));
    if (chart.kind === 'bars')
      expect(top, title).toBe(Math.max(...chart.rows.map(({ value }) => value ?? 0)));
    if (chart.kind === 'strip') {
      expect(top, title).toBe(Math.max(...chart.rows.map(({ dates }) => dates.length)));
      for (const date of chart.rows.flatMap(({ dates }) => dates))
        expect(date >= chart.from && date <= chart.to).toBe(true);
    }
  }
  for (const each of listDocumentText(document)) expect(each).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
}

describe('a class whose pupils were all harmed or witnesses', () => {
  it('has no empty list, and none is spoken of', async () => {
    const document = composeClass(await makeInput(300, 1, { listCases: () => [] }));
    expect(document.sections.length).toBeGreaterThan(1);
    expect(tablesOf(document).filter(({ rows }) => rows.length === 0)).toEqual([]);
    expect(listProse(document).join(' ')).not.toContain('only the list');
  });
});

describe('composePupil', () => {
  it('has a page for each pupil with a finding, in order of their names, and every title is true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.integer({ min: 100, max: 900 }), async (seed, size) => {
        const document = composePupil(await makeInput(size, seed));
        expect(document).toMatchObject({ kind: 'pupil', edition: 'restricted' });
        const [list, ...own] = document.sections;
        const headings = own.map(({ heading }) => heading);
        expect(headings).toEqual([...headings].sort());
        // No pupil's page may stand on the sheet of another, nor on that of all their names.
        for (const { newPage } of own) expect(newPage).toBe('always');
        const listed = list?.blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])) ?? [];
        expect(
          listed.map(({ cells }) =>
            cells
              .slice(0, 2)
              .filter((cell) => cell !== '–')
              .join(', '),
          ),
        ).toEqual(own.length === 0 ? [] : headings);
        expect(document.title + document.subject).not.toContain('Pupil Number');
        checkTitles(document);
      }),
      { numRuns: 12 },
    );
  });

  it('draws nothing for a pupil with fewer than eight incidents, and says why', async () => {
    const input = await makeInput(900, 3, { only: 'pupil number3' });
    const few = listProse(composePupil({ ...input, listCases: () => [] }));
    expect(few.join(' ')).toContain('Fewer than 8 incidents: too few to draw');
    const document = composePupil(input);
    expect(document.sections.length).toBe(1);
    expect(document.sections[0]?.heading).toMatch(/^Pupil Number3/);
    const strips = figuresOf(document).length;
    const drawn = input
      .listCases(null, '2025-07-22')
      .filter(({ harming, named }) => [...harming, ...named].includes('Pupil Number3')).length;
    expect(strips).toBe(drawn < 8 ? 0 : 1);
    expect(tablesOf(document).map(({ caption }) => caption)).toContain(
      'For the conversation, to be filled in',
    );
  });

  it('tells what was found of the pupil, pairs too, and of nobody else', async () => {
    const findings = [
      makeFinding({ subject: 'Pupil Number3', tier: 'possible' }),
      makeFinding({ subject: 'Pupil Number4 -> Pupil Number3', kind: 'pair' }),
      makeFinding({
        subject: 'Pupil Number3',
        category: 'Swearing',
        sentence: 'Pupil Number3 (3 Oak): fewer (between 0.01 and 0.4 times it).',
      }),
      makeFinding({ subject: 'Pupil Number5', sentence: 'Somebody else.' }),
    ];
    const prose = listProse(composePupil(await makeInput(900, 3, { only: 'Pupil Number3', findings })));
    expect(prose.join(' ')).toContain('where two would be usual. Possible, not certain.');
    expect(prose).toContain('Nine incidents where two would be usual.');
    expect(prose).toContain('Fewer (at most 0.4 times it).');
    expect(prose.join(' ')).not.toContain('Somebody else.');
  });

  it('tells in fewest words what was found, as much as a page holds, and where the rest is', async () => {
    const found = (count: number, brief = 'on 8 days in 7 weeks.') =>
      Array.from({ length: count }, (_, at) =>
        makeFinding({ subject: 'Pupil Number3', category: `Kind ${at}`, brief: `‘Kind ${at}’ ${brief}` }),
      );
    const read = async (findings: Analysis['findings']): Promise<string> => {
      const document = composePupil(await makeInput(900, 3, { only: 'Pupil Number3', findings }));
      return listDocumentText(document).join('\n');
    };
    const three = await read(found(3));
    expect(three).toContain('‘Kind 2’ on 8 days in 7 weeks.');
    expect(three).not.toContain('pastoral pack');
    expect(three).toContain(readPastoralWords().usual);
    expect(three).not.toContain('How many are compared');
    const five = await read(found(5, 'on 8 days (6 compared).'));
    expect(five).not.toContain('‘Kind 3’');
    expect(five).toContain('2 more findings are told in the pastoral pack.');
    expect(five).toContain('How many are compared: ');
    expect(await read(found(4))).toContain('1 more finding is told in the pastoral pack.');
  });

  it('keeps a pattern on a name that only sorts records beside a single serious record', async () => {
    const pattern = makeFinding({
      subject: 'Pupil Number3',
      category: 'Behaviour Incident',
      brief: '‘Behaviour Incident’ on 10 days in 10 weeks.',
    });
    const read = async (...others: Analysis['findings']): Promise<string> => {
      const input = await makeInput(900, 3, { only: 'Pupil Number3', findings: [pattern, ...others] });
      return listProse(composePupil(input)).join(' ');
    };
    const serious = { kind: 'serious_repeat', category: 'weapon', observed: 1 } as const;
    expect(await read(makeFinding({ subject: 'Pupil Number3', ...serious }))).toContain(
      '10 days in 10 weeks',
    );
    const other = makeFinding({ subject: 'Pupil Number3', category: 'Swearing' });
    expect(await read(other)).not.toContain('10 days in 10 weeks');
  });

  it('never says that there are too few for a pattern beside one', async () => {
    const findings = [makeFinding({ subject: 'Pupil Number3' })];
    const input = await makeInput(900, 3, { only: 'Pupil Number3', findings, listCases: () => [] });
    const prose = listProse(composePupil(input)).join(' ');
    expect(prose).toContain('Nine incidents where two would be usual.');
    expect(prose).toContain('Fewer than 8 incidents');
    expect(prose).not.toContain('too few for a pattern');
  });

  it('refuses a name that is not there, with those that begin alike', async () => {
    const input = await makeInput(300, 3, { only: 'Pupil Nobody' });
    expect(() => composePupil(input)).toThrow(/^--pupil Pupil Nobody: no pupil of that name/);
    const none = await makeInput(300, 3, { findings: [] });
    expect(listProse(composePupil(none))).toContain(readPeopleWords().pupil.nobody);
  });
});

describe('composeClass', () => {
  it('has every class with an incident, its pupils by name, and every title is true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.integer({ min: 100, max: 900 }), async (seed, size) => {
        const input = await makeInput(size, seed);
        const document = composeClass(input);
        const classes = new Set(input.analysis.pupils.map(({ class_name }) => class_name));
        classes.delete(null);
        expect(document.sections.map(({ heading }) => heading)).toEqual([...classes].sort());
        for (const { rows } of tablesOf(document).filter(({ caption }) => caption.startsWith('Pupils of'))) {
          const names = rows.map(({ cells }) => cells[0]);
          expect(names).toEqual([...names].sort());
        }
        checkTitles(document);
      }),
      { numRuns: 12 },
    );
  });

  it('says that the terms differ in length only where they do', async () => {
    const input = await makeInput(900, 2);
    const sources = (days: number): string[] => {
      const { analysis } = input;
      const { previous } = analysis.comparisons;
      const comparisons = {
        ...analysis.comparisons,
        previous: previous && { ...previous, school_days: days },
      };
      return figuresOf(composeClass({ ...input, analysis: { ...analysis, comparisons } }))
        .filter(({ chart }) => chart.kind === 'dot_plot')
        .map(({ source }) => source);
    };
    const { school_days: now } = input.analysis.counts;
    expect(sources(now).length).toBeGreaterThan(0);
    for (const source of sources(now)) expect(source).not.toContain('school days');
    for (const source of sources(2 * now))
      expect(source).toContain(`${2 * now} school days then, ${now} now`);
  });

  it('says of a class without a finding that it is the class which has none: its pupils may have', async () => {
    const none = await makeInput(300, 3, { findings: [] });
    const { no_class_findings: said } = readPeopleWords();
    expect(said).toContain('the class as a whole');
    for (const { blocks } of composeClass(none).sections) {
      const items = blocks.flatMap((block) => (block.type === 'bullets' ? block.items : []));
      expect(items).toContain(said);
    }
  });

  it('prints one class when it is asked for, and bars when there is no term before', async () => {
    const input = await makeInput(900, 3);
    const first = composeClass(input).sections[0]?.heading ?? '';
    expect(composeClass({ ...input, only: first.toUpperCase() }).sections.length).toBe(1);
    const alone = { ...input.analysis, meta: { ...input.analysis.meta, previous: null } };
    const document = composeClass({ ...input, analysis: alone, only: first });
    expect(figuresOf(document).map(({ chart }) => chart.kind)).toContain('bars');
    checkTitles(document);
    expect(() => composeClass({ ...input, only: 'Nowhere' })).toThrow(
      '--class Nowhere: no class of that name',
    );
  });

  it('says so when no class is named', async () => {
    const input = await makeInput(0, 3);
    expect(listProse(composeClass(input))).toContain('No incident of this period names a class.');
  });
});
