import { describe, expect, it } from 'vitest';
import { expandGrids } from '../../src/classify/expand-grids.ts';
import { readKnowledge } from '../../src/classify/knowledge.ts';
import type { WrittenRule } from '../../src/classify/rule-data.ts';

const grids = {
  in_spite:
    'nobody ~3 {deed} ~4 except @CHILD\nnot tire of {habit or deed.ing}\n{deed.past|done} ~4 for_real\n',
};

function writeRule(any: WrittenRule['any'], id = 'turned.theft'): WrittenRule {
  return { id, label: 'theft', any, yes: ['a', 'b'], no: ['c', 'd'] };
}

function expand(any: WrittenRule['any'], own: Readonly<Record<string, string>> = grids): string | undefined {
  return expandGrids({ grids: own, rules: [writeRule(any)] })[0]?.any;
}

describe('expandGrids', () => {
  it('puts words into the holes, and verbs into the forms that are asked', () => {
    expect(expand([{ grid: 'in_spite', deed: '<STEAL>' }])).toBe(
      'nobody ~3 <STEAL> ~4 except @CHILD\nnot tire of <STEAL.ing>\n<STEAL.past>|<STEAL.done> ~4 for_real\n',
    );
  });
  it('leaves behind the verb what it needs after it', () => {
    expect(expand([{ grid: 'in_spite', deed: '<HIT> ~1 @STAFF' }])).toBe(
      'nobody ~3 <HIT> ~1 @STAFF ~4 except @CHILD\nnot tire of <HIT.ing> ~1 @STAFF\n<HIT.past>|<HIT.done> ~1 @STAFF ~4 for_real\n',
    );
  });
  it('makes a pattern of each of several words, where they are told apart', () => {
    expect(expand([{ grid: 'in_spite', deed: '<TALK>', habit: ['<NOISE>', '<TALK> ~6 in class'] }])).toBe(
      'nobody ~3 <TALK> ~4 except @CHILD\nnot tire of <NOISE.ing>\nnot tire of <TALK.ing> ~6 in class\n<TALK.past>|<TALK.done> ~4 for_real\n',
    );
  });
  it('keeps patterns and grids in the order in which the rule names them', () => {
    const own = { was_on_him: 'had no {thing}' };
    const any = ['first\nsecond\n', { grid: 'was_on_him', thing: ['phone', 'vape|weed'] }, 'last'];
    expect(expand(any, own)).toBe('first\nsecond\nhad no phone\nhad no vape|weed\nlast\n');
  });
  it('leaves everything else of a rule as it is, and rules without a grid whole', () => {
    const plain = writeRule('took ~2 pen\n', 'plain.theft');
    const used = writeRule([{ grid: 'in_spite', deed: '<STEAL>' }]);
    const [first, second] = expandGrids({ grids, rules: [plain, used] });
    expect(first).toEqual(plain);
    expect({ ...second, any: used.any }).toEqual(used);
    expect(expandGrids({ rules: [plain] })).toEqual([plain]);
  });

  it.each([
    [
      'a grid that is not there',
      [{ grid: 'in_spit', deed: '<STEAL>' }],
      'turned.theft: expected a grid of its file (in_spite), got "in_spit"',
    ],
    [
      'a hole that is not there',
      [{ grid: 'in_spite', deed: '<STEAL>', deeds: '<TAKE>' }],
      'turned.theft: grid in_spite: expected words for its holes (deed, habit), got "deeds"',
    ],
    [
      'a hole without words',
      [{ grid: 'in_spite', habit: '<STEAL>' }],
      'turned.theft: grid in_spite: expected words for its hole {deed}, got none',
    ],
    [
      'a hole with an empty list',
      [{ grid: 'in_spite', deed: '<STEAL>', habit: [] }],
      'expected words for its hole {habit or deed}, got none',
    ],
    [
      'forms of what is no verb',
      [{ grid: 'in_spite', deed: 'stole' }],
      'turned.theft: grid in_spite: expected a <CLASS> of verbs in front, of which to take forms, got "stole"',
    ],
    [
      'a hole in the words for one',
      [{ grid: 'in_spite', deed: '<STEAL> {what}' }],
      'turned.theft: grid in_spite: expected holes in grids only, got "<STEAL> {what}"',
    ],
    [
      'a hole in patterns of a rule',
      [{ grid: 'in_spite', deed: '<STEAL>' }, 'took {what}'],
      'turned.theft: expected holes in grids only, got "took {what}"',
    ],
  ])('refuses %s', (_, any, message) => {
    expect(() => expand(any)).toThrow(message);
  });
  it.each(['nobody stole', 'nobody {deed', '{deed} and {habit}', '{deed.}', '{}'])(
    'refuses a grid with the pattern %s',
    (pattern) => {
      expect(() => expand([{ grid: 'g', deed: '<STEAL>' }], { g: `no {deed}\n${pattern}\n` })).toThrow(
        `grid g: expected one hole like {deed} or {deed.ing} in each pattern, got "${pattern}"`,
      );
    },
  );
  it('refuses a grid that no rule uses, an id that is given twice, and a hole in a rule without a grid', () => {
    expect(() => expand('took ~2 pen')).toThrow(
      'grid in_spite: expected a rule of its file that uses it, got none',
    );
    expect(() => expandGrids({ rules: [writeRule('a'), writeRule('b')] })).toThrow(
      'turned.theft: expected an id of its own for each rule, got it twice',
    );
    expect(() => expand('took {deed}', {})).toThrow('turned.theft: expected holes in grids only');
  });
});

describe('the grids of ours', () => {
  it.each([
    ['turned.theft', 'no sooner ~8 than ~3 <DO_THEFT>'],
    ['turned.damage', 'not content|satisfied|happy with ~1 <DAMAGE.ing> ~3 <PROPERTY>'],
    ['turned.staff', '<SPIT.past>|<SPIT.done> ~2 @STAFF ~4 for_real|in_earnest|in_real_life'],
    ['turned.disruption', 'not content|satisfied|happy with ~1 <DO_NOISE.ing>'],
    ['turned.now.staff', 'has|have|had now|again|just|today|also <HIT.past>|<HIT.done> ~1 @STAFF'],
  ])('give %s the pattern %s', (id, pattern) => {
    const rule = readKnowledge().book.rules.find((one) => one.id === id);
    expect(rule?.any.split('\n')).toContain(pattern);
  });
});
