import { describe, expect, it } from 'vitest';
import { describeInterval, describeRatio } from '../../src/detect/describe-numbers.ts';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import type { DetectInput } from '../../src/detect/detect-input.ts';
import type { Finding } from '../../src/incident/finding.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { simulateSchool } from './helpers/simulate-school.ts';

const { input } = simulateSchool({
  seed: 4711,
  yearGroups: 4,
  classesPerYear: 2,
  withPlanted: true,
  rate: 0.03,
});
const found = detectFindings(input);

const shuffle = <Item>(items: readonly Item[], seed: string): Item[] => {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
};

/** The same school with every pupil called something else. */
function rename(rename: (name: string) => string): DetectInput {
  const renameIncident = (one: LabelledIncident): LabelledIncident => ({
    ...one,
    incident: {
      ...one.incident,
      involvements: one.incident.involvements.map((each) => ({ ...each, pupil: rename(each.pupil) })),
    },
  });
  return {
    ...input,
    labelled: input.labelled.map(renameIncident),
    pupils: new Map(
      [...input.pupils.values()].map((pupil) => {
        const name = rename(pupil.name);
        return [name, { ...pupil, key: name, name, label: name }];
      }),
    ),
    roll: input.roll.map((entry) => ({ ...entry, name: rename(entry.name) })),
  };
}

/** A finding without the names in it, so that two schools can be held side by side. */
const bare = (findings: readonly Finding[], nameOf: (name: string) => string): readonly string[] =>
  findings
    .map(({ kind, subject, category, direction, from, to, tier, observed, expected, p, q }) =>
      JSON.stringify({
        kind,
        subject: subject.split(' -> ').map(nameOf).join(' -> '),
        figures: [category, direction, from, to, tier, observed, expected, p, q],
      }),
    )
    .sort();

describe('findings do not hang on how the file is written', () => {
  it('has something to find', () => {
    expect(new Set(found.findings.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(['one', 'two', 'three'])('in whatever order its rows come (%s)', (seed) => {
    expect(detectFindings({ ...input, labelled: shuffle(input.labelled, seed) })).toEqual(found);
  });

  it('when it is split in two, in any order, or the roll is in another order', () => {
    const half = Math.floor(input.labelled.length / 3);
    const labelled = [...input.labelled.slice(half), ...input.labelled.slice(0, half)];
    expect(detectFindings({ ...input, labelled })).toEqual(found);
    const roll = shuffle(input.roll, 'roll');
    expect(bare(detectFindings({ ...input, roll }).findings, String)).toEqual(bare(found.findings, String));
  });

  it.each([
    ['in the same order', (name: string): string => `Child ${name.slice(6)}`],
    ['in another order', (name: string): string => `Child ${[...name.slice(6)].reverse().join('')}`],
  ])('when pupils have other names, %s', (_, nameOf) => {
    const names = new Map([...input.pupils.keys()].map((name) => [nameOf(name), name]));
    expect(names.size).toBe(input.pupils.size);
    const again = detectFindings(rename(nameOf)).findings;
    expect(bare(again, (name) => names.get(name) ?? name)).toEqual(bare(found.findings, String));
  });
});

describe('sentences', () => {
  it('hold no percentage at all, so none on counts under ten', () => {
    for (const seed of [1, 2, 3]) {
      const { findings } = detectFindings(
        simulateSchool({ seed, yearGroups: 5, withPlanted: true, rate: 0.03 }).input,
      );
      for (const { sentence, kind, interval, ratio } of findings) {
        expect(sentence).not.toMatch(/%|per ?cent|NaN|undefined|Infinity/i);
        // A record of two years: what is told may be of the year before.
        expect(sentence).not.toMatch(/this (school )?year|in that time/);
        if (!kind.endsWith('_trend') || ratio === null) continue;
        expect(sentence).toContain(describeInterval(interval));
        if (ratio > 0)
          expect(sentence.toLowerCase()).toContain(describeRatio(ratio).replace(/ (of|than)$/, ''));
      }
    }
  });
});
