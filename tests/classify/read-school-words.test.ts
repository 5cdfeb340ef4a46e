import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { createSlurMask } from '../../src/classify/create-slur-mask.ts';
import { readSchoolWords } from '../../src/classify/read-school-words.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const categoryMap = buildCategoryMap();

function read(text: string): ReturnType<typeof readSchoolWords> {
  return readSchoolWords(text, 'words.yaml');
}

const OWN = `
words:
  SANCTION: zigzag room
  SLUR_RACE: zarb, zarb face
  HIT: zonk
misspellings:
  zigzagg: zigzag
rules:
  - id: lighthouse
    label: exclusion.internal
    in: action
    any: |
      sent|went to the? lighthouse
    yes: [Sent to the lighthouse for two days., He went to lighthouse all morning.]
    no: [The class drew a lighthouse., Taken home early.]
ordinary:
  - id: house
    for: [weapon]
    any: blade house
    no: [Blade House won the cup., He sits with Blade House.]
`;

function labelsOf(words: ReturnType<typeof read> | undefined, narrative: string, action = ''): string[] {
  const { classify } = buildClassifier({ categoryMap, secondReader: null, extraRules: words });
  return classify(makeIncident('E', '', narrative, action), new Map()).labels.map(({ code }) => code);
}

describe('readSchoolWords', () => {
  it.each([
    ['a word on a list of ours', 'Sam shouted out.', 'Zigzag room at lunch.', 'response.sanction'],
    ['a misspelling of it', 'Sam shouted out.', 'Zigzagg room at lunch.', 'response.sanction'],
    ['a verb, in another form', 'Tom zonked Sam.', '', 'child_on_child.physical'],
    ['a rule', 'Sam shouted out.', 'Sent to the lighthouse.', 'exclusion.internal'],
  ])('adds %s', (_, narrative, action, label) => {
    expect(labelsOf(undefined, narrative, action)).not.toContain(label);
    expect(labelsOf(read(OWN), narrative, action)).toContain(label);
  });
  it('takes an everyday phrase for what it is, and nothing else', () => {
    expect(labelsOf(read(OWN), 'Ben came from blade house.')).not.toContain('weapon');
    expect(labelsOf(read(OWN), 'Ben had a blade in his bag.')).toContain('weapon');
  });
  it('names the rule in the evidence, and gives another version', () => {
    const ours = buildClassifier({ categoryMap, secondReader: null });
    const own = buildClassifier({ categoryMap, secondReader: null, extraRules: read(OWN) });
    const record = makeIncident('E', '', 'Sam shouted out.', 'Sent to the lighthouse.');
    const found = own.classify(record, new Map()).labels.find(({ code }) => code === 'exclusion.internal');
    expect(found?.evidence[0]).toMatchObject({ text: 'Sent to the lighthouse', rule: 'school.lighthouse' });
    expect(own.version).not.toBe(ours.version);
  });
  it('masks slurs of the school, in all their words', () => {
    expect(createSlurMask(read(OWN))('called her zarb face')).toBe('called her z*** f***');
    const { classify } = buildClassifier({ categoryMap, secondReader: null, extraRules: read(OWN) });
    const found = classify(makeIncident('E', '', 'Tom called Sam a zarb face.', ''), new Map());
    expect(found.labels.map(({ code }) => code)).toContain('prejudice.racist');
    expect(JSON.stringify(found)).not.toMatch(/zarb|face/);
  });
  it('adds nothing with an empty file', () => {
    expect(labelsOf(read(''), 'Tom hit Sam.')).toEqual(labelsOf(undefined, 'Tom hit Sam.'));
  });
  const rule = (change: string): string =>
    `rules: [{ id: a, label: device, any: zog, yes: [a zog, zog it], no: [b, c]${change} }]`;
  it.each([
    ['wrods: {}', "words.yaml: unknown key 'wrods' (did you mean 'words'?)"],
    [
      'words: { SANCTIONS: zog }',
      "words.yaml: words: expected the name of a list of ours, got 'SANCTIONS' (did you mean 'SANCTION'?)",
    ],
    ['words: { ZEBRA_CROSSING_X: zog }', "got 'ZEBRA_CROSSING_X'"],
    [rule(', id: B'), 'this key stands here for the second time'],
    [
      'rules: [{ id: B, label: device, any: zog, yes: [a, b], no: [c, d] }]',
      "words.yaml: rules[1].id: expected a short name in small letters, got 'B'",
    ],
    [
      'rules: [{ id: a, label: devise, any: zog, yes: [a, b], no: [c, d] }]',
      "words.yaml: rules[1].label: expected a label of the taxonomy, got 'devise'",
    ],
    [
      'rules: [{ id: a, label: device, any: zog, yes: [zog], no: [c, d] }]',
      'words.yaml: rules[1].yes: expected at least two examples, got a list',
    ],
    [
      'rules: [{ id: a, label: device, any: zog, yes: [zog, "not here"], no: [c, d] }]',
      "words.yaml: rules[1].yes[2]: expected a sentence in which the rule finds its label, got 'not here'",
    ],
    [
      'rules: [{ id: a, label: device, any: zog, yes: [a zog, zog it], no: [c, zog] }]',
      "words.yaml: rules[1].no[2]: expected a sentence in which the rule finds nothing, got 'zog'",
    ],
    [
      'rules: [{ id: a, label: device, any: "<ZOG> it", yes: [a, b], no: [c, d] }]',
      'words.yaml: school.a: there is no class <ZOG>',
    ],
    [
      'ordinary: [{ id: a, for: [weapon], any: zog, no: [He had a knife., b] }]',
      "words.yaml: ordinary[1].no[1]: expected a sentence without weapon, got 'He had a knife.'",
    ],
    [
      `${rule('')}\nordinary: [{ id: a, for: [weapon], any: zog, no: [a, b] }]`,
      "words.yaml: the name 'a' is given twice",
    ],
  ])('refuses %s', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
