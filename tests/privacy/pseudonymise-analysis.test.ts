import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/incident/analysis.ts';
import type { Pupil } from '../../src/incident/incident.ts';
import { makePseudonym, pseudonymiseAnalysis } from '../../src/privacy/pseudonymise-analysis.ts';

const pupil = (key: string, name: string, label = name): [string, Pupil] => [
  key,
  { key, name, label, upn: null, dateOfBirth: null },
];
const PUPILS = new Map([
  pupil('name:ada okafor', 'Ada Okafor'),
  pupil('name:ann li', 'Ann Li'),
  pupil('upn:1', 'Sam Hall', 'Sam Hall (3 Oak)'),
  pupil('upn:2', 'Sam Hall', 'Sam Hall (5 Ash)'),
]);

const NAMED = (name: string) => ({ name, from: '2025-09-01', to: '2025-12-19', schoolDays: 70 });
const META = {
  school: 'Ada Okafor Academy',
  nation: 'england',
  period: NAMED('2025-26 Ada Okafor Autumn'),
  previous: NAMED('Okafor, Ada'),
  last_year: null,
  assumptions: ['Reported on the latest term with data: 2025-26 Ada Okafor Autumn.'],
  files: ['Okafor export.csv'],
};

/** Only the parts that hold free words matter here. */
const analysisOf = (parts: object) => ({ meta: META, ...parts }) as unknown as Analysis;

describe('pseudonymiseAnalysis', () => {
  it('replaces names in subjects, sentences, keys and lists, whatever their case', () => {
    const analysis = analysisOf({
      findings: [
        {
          subject: 'Ada Okafor -> Ann Li',
          sentence: 'In 6 of ADA OKAFOR’s 9 incidents the other was Ann Li.',
          evidence: ['12'],
        },
      ],
      counts: {
        places: { 'Mr Hughes’s room': 3, 'Mrs Lee’s room': 4, Hall: 2 },
        categories: { "Ann Li's plan": 1 },
      },
    });
    const text = JSON.stringify({ ...pseudonymiseAnalysis(analysis, PUPILS), meta: null });
    expect(text).not.toMatch(/ada|okafor|ann li|hughes/i);
    expect(text).toContain(`${makePseudonym('name:ada okafor')} -> ${makePseudonym('name:ann li')}`);
    expect(text).toContain('"Hall":2');
  });

  it('adds the counts of places that become one', () => {
    const places = { 'Mr Hughes': 3, 'Mrs Lee': 4 };
    const { counts } = pseudonymiseAnalysis(analysisOf({ counts: { places } }), PUPILS);
    expect(counts.places).toEqual({ '[name]': 7 });
  });

  it('tells two pupils of one name apart, and does not cut into longer words', () => {
    const analysis = analysisOf({
      findings: [{ subject: 'Sam Hall (5 Ash)', sentence: 'Annie Lima and Joann Lio.' }],
    });
    const [finding] = pseudonymiseAnalysis(analysis, PUPILS).findings;
    expect(finding?.subject).toBe(makePseudonym('upn:2'));
    expect(finding?.sentence).toBe('Annie Lima and Joann Lio.');
  });

  it('masks names in another order or in part and pupil numbers, and leaves ids and our own keys', () => {
    const found = pseudonymiseAnalysis(
      analysisOf({
        counts: {
          okafor: 1,
          places: { 'Okafor, Ada': 1, 'okafor den': 1, Z999888777666: 1 },
          weekday_period: { Monday: { 'okafor time': 1 } },
        },
        pupils: [{ class_name: 'Okafor club', evidence: ['AO-12', '~ab12cd34', 'Okafor 3'] }],
      }),
      PUPILS,
    ) as unknown as Record<string, object>;
    expect(found.counts).toEqual({
      okafor: 1,
      places: { '[name]': 2, '[name] den': 1 },
      weekday_period: { Monday: { '[name] time': 1 } },
    });
    expect(found.pupils).toEqual([
      { class_name: '[name] club', evidence: ['AO-12', '~ab12cd34', '[name] 3'] },
    ]);
  });

  it('leaves our own words alone, whoever is named like one of them', () => {
    const people = new Map([pupil('name:mark down', 'Mark Down'), pupil('name:ann lee', 'Ann Lee')]);
    const analysis = analysisOf({
      headline: [{ code: 'all', title: 'All', previous: { verdict: 'down' } }],
      findings: [
        {
          kind: 'class_trend',
          direction: 'down',
          category: 'child_on_child.physical',
          sentence: 'Mark Down: down from 9 to 3. Mostly in: Down den.',
          evidence: ['Ann Lee 13', 'AL-13'],
        },
      ],
      detectors: [{ detector: 'down', question: 'Did a class step up or down?' }],
    });
    const made = pseudonymiseAnalysis(analysis, people) as unknown as Record<string, unknown[]>;
    const code = makePseudonym('name:mark down');
    expect(made.headline).toEqual([{ code: 'all', title: 'All', previous: { verdict: 'down' } }]);
    expect(made.detectors).toEqual([{ detector: 'down', question: 'Did a class step up or down?' }]);
    expect(made.findings).toEqual([
      {
        kind: 'class_trend',
        direction: 'down',
        category: 'child_on_child.physical',
        sentence: `${code}: down from 9 to 3. Mostly in: [name] den.`,
        evidence: [`${makePseudonym('name:ann lee')} 13`, 'AL-13'],
      },
    ]);
  });

  it('gives a pupil the same code in every run, and leaves what is about the school', () => {
    expect(makePseudonym('upn:1')).toBe(makePseudonym('upn:1'));
    expect(makePseudonym('upn:1')).toMatch(/^Pupil-[0-9a-f]{8}$/);
    const { meta } = pseudonymiseAnalysis(analysisOf({}), PUPILS);
    const code = makePseudonym('name:ada okafor');
    expect(meta).toEqual({
      school: 'Ada Okafor Academy',
      nation: 'england',
      period: NAMED(`2025-26 ${code} Autumn`),
      previous: NAMED('[name]'),
      last_year: null,
      assumptions: [`Reported on the latest term with data: 2025-26 ${code} Autumn.`],
      files: ['[name] export.csv'],
      pseudonyms: true,
    });
  });
});
