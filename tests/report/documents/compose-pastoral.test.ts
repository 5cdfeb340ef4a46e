import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/incident/analysis.ts';
import type { DetectorRun } from '../../../src/incident/finding.ts';
import { measureText } from '../../../src/report/charts/measure-text.ts';
import { composePastoral } from '../../../src/report/documents/compose-pastoral.ts';
import { listFalls, orderPupils } from '../../../src/report/documents/pastoral/order-findings.ts';
import { readPastoralWords } from '../../../src/report/documents/words/read-pastoral-words.ts';
import { makeFinding, sampleAnalysis } from '../../count/sample-analysis.ts';
import { ROOT } from '../../helpers/run-built.ts';
import { listDocumentText, listProse, tablesOf } from './list-document-text.ts';

describe('composePastoral', () => {
  it('is restricted, and says so', async () => {
    const document = composePastoral(await sampleAnalysis());
    expect(document.edition).toBe('restricted');
    expect(document.handling).toMatch(/^Restricted: named pupils\. For the pastoral team only\./);
    expect(document.title + document.subject + document.author).not.toMatch(/Pupil Number/);
  });

  it('lists each pupil once, by need and then by the latest incident', async () => {
    const analysis = await sampleAnalysis();
    const order = orderPupils(analysis).map(({ pupil }) => pupil);
    expect(order[0]).toBe('Pupil Number5');
    expect(new Set(order).size).toBe(order.length);
    expect(order).not.toContain('Pupil Number30');
    expect(order.at(-1)).toBe('Pupil Number8');
    const middle = order
      .slice(1, -1)
      .map((pupil) => analysis.pupils.find((row) => row.pupil === pupil)?.last_incident ?? '');
    expect(middle).toEqual([...middle].sort().reverse());
  });

  it('keeps falls apart from what needs doing', async () => {
    const analysis = await sampleAnalysis();
    expect(listFalls(analysis).map(({ pupil }) => pupil)).toEqual(['Pupil Number9']);
    const document = composePastoral(analysis);
    const rows =
      tablesOf(document).find(({ caption }) => caption.startsWith('Pupils with a pattern'))?.rows ?? [];
    expect(rows.map(({ cells }) => cells[0])).not.toContain('Pupil Number9');
    expect(listProse(document).join(' ')).toContain('Pupil Number9: nine incidents');
  });

  it('shows what is in the analysis: class, now, before, what was found', async () => {
    const analysis = await sampleAnalysis();
    const summary = analysis.pupils.find(({ pupil }) => pupil === 'Pupil Number5');
    const table = tablesOf(composePastoral(analysis)).find(({ caption }) =>
      caption.startsWith('Pupils with a pattern'),
    );
    const cells = table?.rows.find((row) => row.cells[0] === 'Pupil Number5')?.cells;
    expect(cells?.slice(1, 4)).toEqual([
      summary?.class_name,
      String(summary?.incidents),
      String(summary?.previous),
    ]);
    expect(cells?.[6]).toBe('serious repeat, pattern');
    const possible = table?.rows.find((row) => row.cells[0] === 'Pupil Number8')?.cells[6];
    expect(possible).toBe('possible rise');
  });

  it('lists a serious incident recorded once, and calls only the second a repeat', async () => {
    const once = makeFinding({
      subject: 'Pupil Number4',
      kind: 'serious_repeat',
      category: 'weapon',
      observed: 1,
      evidence: ['77'],
    });
    const document = composePastoral(await sampleAnalysis({ findings: [once] }));
    const table = tablesOf(document).find(({ caption }) => caption.startsWith('Recorded on one day'));
    expect(table?.rows[0]?.cells).toEqual(['Weapon', 'Pupil Number4 (77)']);
    expect(listProse(document)).toContain(readPastoralWords().none_serious);
    expect(orderPupils(await sampleAnalysis({ findings: [once] }))).toEqual([]);
  });

  it('has every sentence of its findings, and marks the possible ones', async () => {
    const prose = listProse(composePastoral(await sampleAnalysis())).join('\n');
    expect(prose).toContain('Pupil Number8: nine incidents where two would be usual. Not certain.');
    expect(prose).toContain('Pupil Number1 → Pupil Number2: nine incidents');
    expect(prose).toContain('Corridor | Break | All days: nine incidents');
    expect(prose).toContain('Few rows name two pupils.');
  });

  it('has one bullet a pupil, without catch-all categories beside a finding that says more', async () => {
    const about = (category: string, words: string, tier: 'clear' | 'possible' = 'clear') =>
      makeFinding({ subject: 'Pupil Number4', category, tier, sentence: `Pupil Number4 had ${words}.` });
    const findings = [
      about('Behaviour Incident', '20 incidents of all sorts'),
      about('Bullying', 'nine incidents (between 0.013 and 0.42 times the usual)'),
      about('Fighting', 'six incidents (between 0.2 and 1 times the usual)', 'possible'),
    ];
    const prose = listProse(composePastoral(await sampleAnalysis({ findings })));
    expect(prose.filter((each) => each.includes('Pupil Number4'))).toEqual([
      'Pupil Number4 had nine incidents (at most 0.42 times the usual). Also had six incidents (between 0.2 and 1.0 times the usual). Not certain.',
    ]);
    const alone = listProse(composePastoral(await sampleAnalysis({ findings: findings.slice(0, 1) })));
    expect(alone).toContain('Pupil Number4 had 20 incidents of all sorts.');
  });

  it('says once that patterns say no reason, and names a place once', async () => {
    const { said_once } = readPastoralWords();
    const findings = [4, 5].map((n) =>
      makeFinding({
        subject: `Pupil Number${n}`,
        sentence: `Pupil Number${n}: nine incidents. ${said_once}`,
      }),
    );
    const spot = makeFinding({
      subject: 'Hall | Lunch | Friday',
      kind: 'hotspot',
      sentence: 'Hall, Lunch, Fridays: 9 incidents; 2 would be usual there.',
    });
    const prose = listProse(composePastoral(await sampleAnalysis({ findings: [...findings, spot] })));
    expect(prose.filter((each) => each.includes(said_once)).length).toBe(1);
    expect(prose).toContain('Pupil Number4: nine incidents.');
    expect(prose).toContain('Hall, Lunch, Fridays: 9 incidents; 2 would be usual there.');
  });

  it('tells findings of a pupil in their fewest words, and once what is usual of all', async () => {
    const { usual, said_once } = readPastoralWords();
    const long = {
      subject: 'Pupil Number4',
      sentence: `Pupil Number4 (4 Oak): told at length. ${said_once}`,
    };
    const findings = [
      makeFinding({ ...long, kind: 'pupil_trend', brief: '9 incidents; 2 in the term before.' }),
      makeFinding({ ...long, brief: '‘Fighting’ on 8 days in 7 weeks.', tier: 'possible' }),
    ];
    const document = composePastoral(await sampleAnalysis({ findings }));
    const prose = listProse(document);
    expect(prose).toContain(
      'Pupil Number4: 9 incidents; 2 in the term before. Also ‘Fighting’ on 8 days in 7 weeks. Not certain.',
    );
    expect(prose.filter((each) => each.includes(usual)).length).toBe(1);
    expect(prose.join(' ')).not.toContain('at length');
    const table = tablesOf(document).find(({ caption }) => caption.startsWith('Pupils with a pattern'));
    expect(table?.rows[0]?.cells[6]).toBe('rise; possible pattern');
    const trend = listProse(composePastoral(await sampleAnalysis({ findings: findings.slice(0, 1) })));
    expect(trend.join(' ')).not.toContain(usual);
  });

  it('says once what several findings of a list say alike, in words that the detectors use', async () => {
    const { once, looked_for } = readPastoralWords();
    const spots = ['Hall', 'Yard'].map((place) =>
      makeFinding({
        kind: 'hotspot',
        subject: `${place} | Lunch | Friday`,
        sentence: `${place}, Lunch, Fridays: 9 incidents.${once.find(({ told }) => told.startsWith('Places'))?.said}`,
      }),
    );
    const both = listProse(composePastoral(await sampleAnalysis({ findings: spots })));
    expect(both).toContain('Hall, Lunch, Fridays: 9 incidents.');
    expect(both).toContain('Places: worth a look at who is on duty and who moves through then.');
    const one = listProse(composePastoral(await sampleAnalysis({ findings: spots.slice(0, 1) })));
    expect(one.join('\n')).toMatch(/Hall, Lunch, Fridays: 9 incidents\. Worth a look/);
    const goldens = ['fernhill-primary', 'castlegate-academy'].map((school) =>
      readFileSync(join(ROOT, `tests/goldens/${school}.analysis.json`), 'utf8'),
    );
    const said = goldens.flatMap((golden) =>
      (JSON.parse(golden) as Analysis).findings.map(({ sentence }) => sentence),
    );
    for (const each of once) expect(said.join('\n')).toContain(each.said);
    for (const { detector } of (JSON.parse(goldens[0] ?? '') as Analysis).detectors)
      expect(looked_for, detector).toHaveProperty(detector);
  });

  it('names what was looked for in one line of the table', async () => {
    const { looked_for } = readPastoralWords();
    const table = tablesOf(composePastoral(await sampleAnalysis())).find(
      ({ caption }) => caption === 'What was looked for',
    );
    expect(table?.rows.map(({ cells }) => cells[0])).toContain(looked_for.pair);
    // What the column has beside five numbers of up to six figures, in points.
    for (const name of Object.values(looked_for))
      expect(measureText(name, 10.5, 'regular')).toBeLessThan(235);
  });

  it('leaves out a pupil who is in no incident of the period', async () => {
    const analysis = await sampleAnalysis({ findings: [makeFinding({ subject: 'Pupil Number4' })] });
    expect(orderPupils(analysis).map(({ pupil }) => pupil)).toEqual(['Pupil Number4']);
    const pupils = analysis.pupils.filter(({ pupil }) => pupil !== 'Pupil Number4');
    expect(orderPupils({ ...analysis, pupils })).toEqual([]);
  });

  it('says so when there is nothing, without calling it good', async () => {
    const words = readPastoralWords();
    const analysis = await sampleAnalysis({ findings: [], withRoll: false, withPrevious: false, size: 0 });
    const prose = listProse(composePastoral(analysis));
    for (const none of [words.none_pupils, words.none_pairs, words.none_places, words.none_serious])
      expect(prose).toContain(none);
    expect(prose.join(' ')).toContain('No label of this period waits for a decision.');
    expect(prose.join(' ')).toContain('No roll of this period was given');
  });

  it('lists the records to put right with their numbers', async () => {
    const analysis = await sampleAnalysis();
    const quality = {
      ...analysis.quality,
      late: 4,
      longest_gap: { from: '2026-06-08', to: '2026-06-12', school_days: 5 },
      to_review: 1,
      pupils_not_on_roll: 2,
      unmapped_categories: Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`Category ${i}`, 20 - i]),
      ),
    };
    const problems = { ...analysis.problems, rejected_rows: 1 };
    const prose = listProse(composePastoral({ ...analysis, quality, problems })).join('\n');
    expect(prose).toContain('4 incidents of');
    expect(prose).toMatch(
      /Nothing was recorded on \d+ of \d+ school days, (5 of them in a row, )?8 to 12 June 2026: was/,
    );
    expect(prose).toContain('1 incident of');
    expect(prose).toContain('1 row of 900 could not be used');
    expect(prose).toContain('2 pupils in incidents are not on the roll file');
    expect(prose).toContain('Category 9 (11) and 2 more');
    expect(prose).toContain(`The time is missing in ${quality.incidents - quality.with_time} incidents (`);
    const lacks = { ...quality, with_time: quality.incidents, with_place: quality.incidents - 1 };
    const other = { ...lacks, longest_gap: null, days_without_entries: 3 };
    const told = listProse(composePastoral({ ...analysis, quality: other, problems })).join('\n');
    expect(told).toMatch(/The place is missing in 1 incident \(under 1%\)/);
    expect(told).toMatch(/Nothing was recorded on 3 of \d+ school days\./);
    const part = { ...lacks, days_without_entries: 7 };
    expect(listProse(composePastoral({ ...analysis, quality: part })).join('\n')).toContain(
      'school days, 5 of them in a row, 8 to 12 June 2026: was nobody recording?',
    );
    // Where little happens an empty fortnight is to be expected, and nothing of it is to be put right.
    const seldom = { ...part, incidents: 11, with_time: 11, with_place: 11 };
    expect(listProse(composePastoral({ ...analysis, quality: seldom })).join('\n')).not.toContain(
      'Nothing was recorded on',
    );
    const across = { from: '2025-12-18', to: '2026-01-06', school_days: 5 };
    expect(
      listProse(composePastoral({ ...analysis, quality: { ...part, longest_gap: across } })).join('\n'),
    ).toContain('18 December 2025 to 6 January 2026');
    const all = { ...lacks, days_without_entries: 5 };
    expect(listProse(composePastoral({ ...analysis, quality: all })).join('\n')).toContain(
      'school days, 8 to 12 June 2026: was nobody recording?',
    );
  });

  it('has nothing to put right in complete records', async () => {
    const analysis = await sampleAnalysis({ withRoll: false });
    const all = analysis.quality.incidents;
    const quality = {
      ...analysis.quality,
      with_time: all,
      with_place: all,
      with_category: all,
      with_narrative: all,
      with_action: all,
      late: 0,
      days_without_entries: 0,
      longest_gap: null,
    };
    expect(listProse(composePastoral({ ...analysis, quality })).join(' ')).toContain(
      'Every incident of the period has a time',
    );
  });

  it('counts as many findings on page one as the section of classes and places lists', async () => {
    const findings = [
      makeFinding({ subject: 'Year 3', kind: 'year_trend' }),
      makeFinding({ subject: 'Year 4', kind: 'year_trend', tier: 'possible' }),
      makeFinding({ subject: '3 Oak', kind: 'class_trend' }),
    ];
    const prose = listProse(composePastoral(await sampleAnalysis({ findings })));
    expect(prose.find((each) => each.startsWith('In this pack'))).toBe(
      'In this pack: 2 year group findings · 1 class finding.',
    );
  });

  it('says why the test of the whole school calls no change where page one does, and only then', async () => {
    const analysis = await sampleAnalysis();
    const { school_differs } = readPastoralWords();
    const run = {
      ...(analysis.detectors[0] as DetectorRun),
      detector: 'school_trend',
      possible: 0,
      note: null,
    };
    const read = (verdict: 'up' | 'no_clear_change', clear: number): string => {
      const change = { count: 20, ratio: 2, interval: null, p: null };
      const headline = analysis.headline.map((row, at) =>
        at > 0 ? row : { ...row, previous: { ...change, verdict }, last_year: null },
      );
      const detectors = [{ ...run, clear }];
      return listProse(composePastoral({ ...analysis, headline, detectors })).join(' ');
    };
    expect(read('up', 0)).toContain(school_differs);
    expect(read('up', 1)).not.toContain(school_differs);
    expect(read('no_clear_change', 1)).toContain(school_differs);
    expect(read('no_clear_change', 0)).not.toContain(school_differs);
  });

  it('tells a count of records as a count, with whose number it is, and not as nothing found', async () => {
    const analysis = await sampleAnalysis();
    const note =
      '28 pupils reached 4 records in a term (our number; the policy gives none). `termwise check` lists them.';
    const run = { detector: 'policy_limit', clear: 0, possible: 0, expectedByChance: null, note };
    const detectors = [{ ...(analysis.detectors[0] as DetectorRun), ...run }];
    const document = composePastoral({ ...analysis, detectors });
    const table = tablesOf(document).find(({ caption }) => caption === 'What was looked for');
    expect(table?.rows[0]?.cells.slice(3)).toEqual(['–', '–', '–']);
    expect(listProse(document).join(' ')).toContain(note.replaceAll('`', ''));
  });

  it('leaves no scaffolding in the words', async () => {
    const odd = makeFinding({ subject: 'Year 3', kind: 'year_trend', sentence: 'Something rose.' });
    const text = listDocumentText(composePastoral(await sampleAnalysis({ findings: [odd] })));
    expect(text.join('\n')).toContain('Year 3: Something rose.');
    for (const each of text) expect(each).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
  });
});
