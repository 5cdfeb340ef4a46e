import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/policy/check-profile.ts';

const faultsOf = (data: unknown) => checkProfile(data, 'ours.yaml');

describe('checkProfile', () => {
  it('takes a profile that says only its name', () => {
    expect(faultsOf({ name: 'ours' })).toEqual([]);
  });

  it.each([
    [{}, 'ours.yaml: name: expected a short name, got nothing'],
    [
      { name: 'Our School' },
      "ours.yaml: name: expected a name of small letters, figures and hyphens, got 'Our School'",
    ],
    [
      { name: 'a', nation: 'france' },
      "ours.yaml: nation: expected one of england, wales, scotland, northern_ireland, got 'france'",
    ],
    [{ name: 'a', year: { terms: 4 } }, 'ours.yaml: year.terms: expected 3 or 6, got 4'],
    [{ name: 'a', words: 'child' }, "ours.yaml: words: expected keys and values, got 'child'"],
    [{ name: 'a', recording: 'CPOMS' }, "ours.yaml: recording: expected a list, got 'CPOMS'"],
    [
      { name: 'a', suppression: { threshold: 2.5 } },
      'ours.yaml: suppression.threshold: expected a whole number from 0 to 20, got 2.5',
    ],
    [
      { name: 'a', suppression: { threshold: 50 } },
      'ours.yaml: suppression.threshold: expected a whole number from 0 to 20, got 50',
    ],
    [
      { name: 'a', thresholds: { persistent_records: 5 } },
      'ours.yaml: thresholds.persistent_records: expected keys and values, got 5',
    ],
    [{ name: 'a', wrods: {} }, "ours.yaml: unknown key 'wrods' (did you mean 'words'?)"],
    [{ name: 'a', zebra: {} }, "ours.yaml: unknown key 'zebra'"],
    [['a'], 'ours.yaml: expected keys and values, got a list'],
    [
      { name: 'a', bullying: { definition: {} } },
      'ours.yaml: bullying.definition: expected a sentence, got a group of keys',
    ],
  ])('names place and expectation: %j', (data, message) => {
    expect(faultsOf(data)).toEqual([message]);
  });

  it('counts list places from 1 and shortens long values', () => {
    const types = [
      { code: 'bullying.verbal', name: 'Verbal' },
      { code: `bullying.${'x'.repeat(80)}`, name: 'Other' },
    ];
    expect(faultsOf({ name: 'a', bullying: { types } })).toEqual([
      expect.stringMatching(
        /^ours\.yaml: bullying\.types\[2\]\.code: expected a label code of the taxonomy, such as 'bullying\.verbal', got 'bullying\.x+\.\.\.$/,
      ),
    ]);
  });

  it('lists every fault, not only the first', () => {
    expect(faultsOf({ name: 3, phase: 'big' })).toHaveLength(2);
  });
});
