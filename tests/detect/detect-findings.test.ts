import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import type { DetectInput } from '../../src/detect/detect-input.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { makeInput } from './helpers/make-input.ts';
import { simulateSchool } from './helpers/simulate-school.ts';

const school = simulateSchool({ seed: 3, yearGroups: 4, withPlanted: true }).input;
const found = detectFindings(school);

/** Everything but names, so that two runs can be compared after renaming. */
const plain = (text: string, back: (name: string) => string): string =>
  text.replaceAll(/Pupil \d+-\d+-\d+/g, (name) => back(name)).replaceAll(/Zed \d+/g, (name) => back(name));
const byText = (findings: readonly unknown[], back = (name: string) => name): readonly string[] =>
  findings.map((finding) => plain(JSON.stringify(finding), back)).sort();

describe('detectFindings', () => {
  it('finds something of every kind asked for and says what each detector looked at', () => {
    expect(new Set(found.findings.map(({ kind }) => kind)).has('pupil_pattern')).toBe(true);
    expect(found.detectors.map(({ detector }) => detector)).toEqual([
      'pupil_pattern',
      'pupil_trend',
      'class_trend',
      'pair',
      'mutual_pair',
      'hotspot',
      'class_pattern',
      'year_trend',
      'school_trend',
      'serious_repeat',
      'policy_limit',
      'recorder',
    ]);
    for (const run of found.detectors) {
      const ofKind = found.findings.length;
      expect(run.clear + run.possible).toBeLessThanOrEqual(ofKind);
      expect(run.question).toMatch(/\?$/);
    }
  });

  it('gives the same findings for the same record, and for its rows in any order', () => {
    expect(detectFindings(school)).toEqual(found);
    const random = createRandom('shuffle');
    const shuffled = school.labelled
      .map((one) => ({ one, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
    expect(detectFindings({ ...school, labelled: shuffled, roll: [...school.roll].reverse() })).toEqual(
      found,
    );
  });

  it('gives the same findings when pupils have other names', () => {
    const names = [...school.pupils.keys()];
    const renamed = new Map(names.map((name, at) => [name, `Zed ${(at * 7919) % 100_003}`]));
    const original = new Map([...renamed].map(([name, other]) => [other, name]));
    const to = (name: string): string => renamed.get(name) ?? name;
    const other: DetectInput = {
      ...school,
      pupils: new Map(
        [...school.pupils.values()].map((one) => [
          to(one.key),
          { ...one, key: to(one.key), name: to(one.name), label: to(one.label) },
        ]),
      ),
      roll: school.roll.map((entry) => ({ ...entry, name: to(entry.name) })),
      labelled: school.labelled.map((one) => ({
        ...one,
        incident: {
          ...one.incident,
          involvements: one.incident.involvements.map((part) => ({ ...part, pupil: to(part.pupil) })),
        },
      })),
    };
    const again = detectFindings(other);
    expect(byText(again.findings, (name) => original.get(name) ?? name)).toEqual(byText(found.findings));
    expect(again.detectors).toEqual(found.detectors);
  });

  it('says briefly of pupils and classes what their sentences say, and no number more', () => {
    const brief = found.findings.filter((one) => one.brief !== undefined);
    expect(new Set(brief.map(({ kind }) => kind))).toEqual(
      new Set(['pupil_pattern', 'pupil_trend', 'class_trend']),
    );
    for (const { brief: told = '', sentence, subject, category } of brief) {
      expect(told.length).toBeLessThan(sentence.length - subject.length);
      expect(told).not.toContain(subject);
      if (category !== null) expect(told).toContain(`‘${category}’`);
      for (const [number] of told.matchAll(/\d[\d.,]*\d|\d/g)) expect(sentence).toContain(number);
    }
  });

  it('has sentences without percentages, causes or gaps', () => {
    for (const { sentence, evidence, observed, kind } of found.findings) {
      expect(sentence).not.toMatch(
        /%|because|due to|caused|undefined|NaN|null|Infinity|naughty|offender|victim|perpetrator/i,
      );
      expect(sentence).toMatch(/^\S.*[.)]$/);
      // A fall to nothing has no record to show.
      expect(evidence.length > 0, kind).toBe(observed > 0);
    }
  });

  it('says that there is nothing to look at when no incident lies on a school day', () => {
    const holiday = makeInput([{ date: '2026-08-12', who: '1A-01' }]);
    const { findings, detectors } = detectFindings(holiday);
    expect(findings).toEqual([]);
    expect(detectors).toHaveLength(12);
    expect(detectors[0]?.note).toBe(
      'None of 1 behaviour incident lies within 3 days of a school day, so there is nothing to look at.',
    );
    expect(detectFindings({ ...holiday, labelled: [] }).findings).toEqual([]);
  });

  it('works without a roll and without places', () => {
    const bare: DetectInput = {
      ...school,
      roll: [],
      dayPeriods: [],
      labelled: school.labelled.map((one) => ({
        ...one,
        incident: { ...one.incident, location: null, time: null },
      })),
    };
    const { findings, detectors } = detectFindings(bare);
    expect(findings.some(({ kind }) => kind === 'hotspot')).toBe(false);
    expect(detectors.find(({ detector }) => detector === 'pupil_pattern')?.note).toMatch(/No roll/);
  });
});
