import { describe, expect, it } from 'vitest';
import { describeReturn } from '../../src/trust/describe-return.ts';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { sampleReturn } from './helpers/sample-return.ts';

/** The words that tell a person of each part of the file. */
const TOLD: Readonly<Record<Exclude<keyof SchoolReturn, 'schema'>, RegExp>> = {
  termwise: /Termwise 0\.1\.0/,
  school: /the school's name/,
  phase: /kind \(primary\)/,
  nation: /nation \(england\)/,
  profile: /its policy \(national\)/,
  taxonomy_version: /the taxonomy 2026\.1/,
  as_at: /as at 2025-12-20/,
  period: /2025-26 Autumn \(2025-09-01 to 2025-12-19, 72 school days\)/,
  data_range: /records from 2024-09-03 to 2025-12-19/,
  calendar: /3 terms a year/,
  roll: /number on roll \(200\)/,
  pupil_days: /pupil-days \(14400\)/,
  counts: /100 behaviour incidents with 120 involvements of 60 pupils/,
  place_kinds: /common kind of place/,
  time_kinds: /part of the day/,
  clustering: /how unevenly the incidents fall on pupils/,
  dispersion: /and weeks, one number a measure/,
  half_terms: /by half-term \(0\)/,
  weeks: /by week \(1\)/,
  groups: /by group of the roll \(0 rows/,
  exclusions: /0 suspensions, 0 permanent, 0 internal \(from the records\)/,
  force: /uses of force: 0/,
  duties: /each of 1 duties/,
  quality: /the quality of the records/,
  fingerprint: /a fingerprint of the files read \(0123456789ab\)/,
  signature: /a signature by which a change made later is seen/,
};

describe('describeReturn', () => {
  const told = describeReturn(sampleReturn(), { places: 2, categories: 0, slots: 1 });

  it('has words for every part of the file', () => {
    const parts = Object.keys(sampleReturn()).filter((key) => key !== 'schema');
    expect(Object.keys(TOLD).sort()).toEqual(parts.sort());
    for (const [part, words] of Object.entries(TOLD)) expect(told, part).toMatch(words);
  });

  it('says one of a thing as one', () => {
    const { counts } = sampleReturn();
    const one = sampleReturn({ counts: { ...counts, incidents: 1, involvements: 2, pupils: 1 } });
    expect(describeReturn(one)).toContain('1 behaviour incident with 2 involvements of 1 pupil;');
  });

  it('says what stays, that numbers are exact, and which words were kept back', () => {
    expect(told).toContain('no name, initials, UPN, date of birth, class');
    expect(told).toContain('Numbers are exact, small ones too');
    expect(told).toContain('2 places, 0 categories and 1 parts of the day');
    expect(describeReturn(sampleReturn())).not.toContain('Typed words');
  });

  it('says that a school without a roll has no rates', () => {
    expect(describeReturn(sampleReturn({ roll: null, pupil_days: null }))).toContain('cannot form rates');
  });
});
