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
      'ours.yaml: suppression.threshold: expected a whole number from 3 to 20, got 2.5',
    ],
    [
      { name: 'a', suppression: { threshold: 50 } },
      'ours.yaml: suppression.threshold: expected a whole number from 3 to 20, got 50',
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
    [
      {
        name: 'a',
        ladders: [
          {
            name: 'l',
            words: ['stage'],
            steps: [1, 2, 1].map((step) => ({ step, title: 't', shown_by: [], needs: [] })),
          },
        ],
      },
      'ours.yaml: ladders[1].steps[3].step: expected a number of its own, got 1 again',
    ],
    [
      {
        name: 'a',
        ladders: ['l', 'l'].map((name) => ({
          name,
          words: [],
          steps: [{ step: 1, title: 't', shown_by: [], needs: [] }],
        })),
      },
      "ours.yaml: ladders[2].name: expected a name of its own, got 'l' again",
    ],
    [
      { name: 'a', ladders: [{ name: 'l', words: ['stage'], steps: [] }] },
      'ours.yaml: ladders[1].steps: expected one step at least, got a list',
    ],
    [
      {
        name: 'a',
        duties: [{ id: 'X', title: 't', check: 'heads', when: [], tags: ['bullying'], begins: '2026-02-31' }],
      },
      "ours.yaml: duties[1].begins: expected a day of the calendar, as 2026-04-01, got '2026-02-31'",
    ],
    [
      { name: 'a', duties: [{ id: 'X', title: 't', check: 'follow_ups', when: [], needs: [] }] },
      "ours.yaml: duties[1].needs: expected one at least, since 'follow_ups' needs one, got an empty list",
    ],
    [
      { name: 'a', duties: [{ id: 'X', title: 't', check: 'follow_ups', when: [], needs: [{ any: [] }] }] },
      'ours.yaml: duties[1].needs[1].any: expected one code at least, got a list',
    ],
    [
      { name: 'a', duties: [{ id: 'X', title: 't', check: 'day_limit', when: [], ask_above: 5, limit: 2 }] },
      'ours.yaml: duties[1].limit: expected 5 (ask_above) or more, got 2',
    ],
    [
      {
        name: 'a',
        not_in_exports: { X: 'minutes' },
        duties: [{ id: 'X', title: 't', check: 'plan_log', when: [] }],
      },
      "ours.yaml: not_in_exports.X: expected a duty that is not checked, got one of this file's duties",
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

describe('duties of a profile', () => {
  it.each([
    [
      { check: 'follow_ups', when: [] },
      "ours.yaml: duties[1].needs: expected a value, since 'follow_ups' needs one, got nothing",
    ],
    [
      { check: 'ladder', when: [], ladder: 'stairs' },
      "ours.yaml: duties[1].ladder: expected one of this file's ladders, got 'stairs'",
    ],
    [
      { check: 'barred', when: ['dsl_told'] },
      "ours.yaml: duties[1].barred: expected a value, since 'barred' needs one, got nothing",
    ],
  ])('%j lacks something', (rest, fault) => {
    const duties = [{ id: 'O1', title: 'Ours', ...rest }];
    expect(checkProfile({ name: 'ours', ladders: [], duties }, 'ours.yaml')).toEqual([fault]);
  });

  it('have codes that are known, and ids of their own', () => {
    const duty = {
      id: 'O1',
      title: 'Ours',
      check: 'follow_ups',
      when: ['slt_tld'],
      needs: [{ any: ['has.location'] }],
    };
    const [fault] = checkProfile({ name: 'ours', duties: [duty] }, 'ours.yaml');
    expect(fault).toContain("duties[1].when[1]: expected a label code, or a fact such as 'dsl_told'");
    const fine = { ...duty, when: ['slt_told'] };
    expect(checkProfile({ name: 'ours', duties: [fine, fine] }, 'ours.yaml')).toEqual([
      "ours.yaml: duties[2].id: expected an id of its own, got 'O1' again",
    ]);
  });
});
