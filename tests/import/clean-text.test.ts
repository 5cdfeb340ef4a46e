import { describe, expect, test } from 'vitest';
import { cleanText, decodeEntities } from '../../src/import/clean-text.ts';
import { parseCategories } from '../../src/import/parse-categories.ts';
import { parsePupilName, splitPupils } from '../../src/import/pupil-name.ts';
import { readRole } from '../../src/import/read-role.ts';

describe('text', () => {
  test.each([
    ['<p>One</p><p>two&nbsp;three</p>', 'One two\u00a0three'],
    ['a<br/>b<BR>c', 'a b c'],
    ['<script>alert(1)</script>ok', 'ok'],
    ['<img src=x onerror="alert(1)">ok', 'ok'],
    ['<style>p{}</style><!-- note -->ok', 'ok'],
    ['cut <a href="http://x', 'cut'],
    ['<5 and >3, I <3 maths', '<5 and >3, I <3 maths'],
    ['AT&T & co', 'AT&T & co'],
    ['<name> of the form', '<name> of the form'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&#39;&#x27;&eacute;&Eacute;&bogus;&#0;&#55296;', "''éÉ&bogus;&#0;&#55296;"],
    ['bell\u0007 and\u0000 zero\u200b', 'bell and zero'],
    ['  trimmed \r\n', 'trimmed'],
    ['two\r\nlines', 'two\r\nlines'],
  ])('%j', (cell, text) => {
    expect(cleanText(cell).replaceAll(/ +/g, ' ')).toBe(text);
  });
  test('entities are decoded once', () => {
    expect(decodeEntities('&amp;amp; &pound;5')).toBe('&amp; £5');
    expect(decodeEntities('plain')).toBe('plain');
  });
});

describe('categories', () => {
  test.each([
    ['Behaviour Incident; Bullying;', '', ['Behaviour Incident', 'Bullying']],
    ['Behaviour: Bullying', '', ['Behaviour > Bullying']],
    ['Behaviour > Bullying > Verbal, Fighting', '', ['Behaviour > Bullying > Verbal', 'Fighting']],
    ['Drugs &amp; Alcohol', '', ['Drugs & Alcohol']],
    ['Damage / Vandalism, Prejudice - Racist', '', ['Damage / Vandalism', 'Prejudice - Racist']],
    ['Bullying, bullying, BULLYING', '', ['Bullying']],
    ['Behaviour\u00a0Incident', '', ['Behaviour Incident']],
    ['A\r\nB', '', ['A', 'B']],
    [' , ; ', '', []],
    ['N/A', '', []],
    ['Behaviour', 'Bullying', ['Behaviour > Bullying']],
    ['Behaviour', 'behaviour', ['Behaviour']],
    ['Behaviour', 'Behaviour > Bullying', ['Behaviour > Bullying']],
    ['Behaviour', 'Bullying; Fighting', ['Behaviour > Bullying', 'Behaviour > Fighting']],
    ['A; B', 'C; D', ['A > C', 'B > D']],
    ['A; B', 'C', ['A', 'B > C']],
    ['', 'Bullying', ['Bullying']],
  ])('%j with %j', (category, subCategory, paths) => {
    const parsed = parseCategories(category, subCategory);
    expect(parsed.paths).toEqual(paths);
    expect(parseCategories(parsed.text, '').paths).toEqual(paths);
  });
});

describe('names', () => {
  test.each([
    ['SMITHAM, John', 'John Smitham'],
    ['Smitham,John', 'John Smitham'],
    [' John\u00a0 Smitham ', 'John Smitham'],
    ['O’DOWDELL, Kit', "Kit O'Dowdell"],
    ['O`Dowdell, Kit', "Kit O'Dowdell"],
    ['Ella Marr‑Jonesby', 'Ella Marr-Jonesby'],
    ['Ella Marr - Jonesby', 'Ella Marr - Jonesby'],
    ['van der Holm, Pia', 'Pia van der Holm'],
    ['Sia\u0302n Llewelfa', 'Siân Llewelfa'],
    ['Lee, Ann (Leaver)', 'Ann Lee'],
    ['ANN LEE', 'Ann Lee'],
    ['JJ Smith', 'JJ Smith'],
    ['Watsonby, Mary Jane', 'Mary Jane Watsonby'],
  ])('%s is %s', (cell, name) => {
    expect(parsePupilName(cell)).toEqual({ name, key: name.toLowerCase() });
  });
  test.each([
    ['Larchfield, Ivy; Yarwell, Arlo', ['Larchfield, Ivy', 'Yarwell, Arlo']],
    ['Eliza Jackson', ['Eliza Jackson']],
    ['Eliza Jackson, Ryan Pearce', ['Eliza Jackson', 'Ryan Pearce']],
    ['Jackson, Eliza', ['Jackson, Eliza']],
    ['Jackson, Eliza, Pearce, Ryan', ['Jackson, Eliza', 'Pearce, Ryan']],
    ['Ann Lee, Bo Ray, Cy Fox', ['Ann Lee', 'Bo Ray', 'Cy Fox']],
    ['Lee, Ann, Jr', ['Lee, Ann, Jr']],
    ['Ann Lee & Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Ann Lee\nBo Ray\n', ['Ann Lee', 'Bo Ray']],
    ['N/A; Unknown; Not known; -', []],
    ['', []],
  ])('%j names %j', (cell, names) => {
    expect(splitPupils(cell)).toEqual(names);
  });
  test('a known name settles what a comma parts', () => {
    expect(splitPupils('Van Dyke, Mary Jane', { isKnown: (key) => key === 'mary jane van dyke' })).toEqual([
      'Van Dyke, Mary Jane',
    ]);
    expect(splitPupils('Van Dyke, Mary Jane')).toEqual(['Van Dyke', 'Mary Jane']);
  });
});

test.each([
  ['Target', 'harmed'],
  ['Alleged victim', 'harmed'],
  ['Aggressor', 'harming'],
  ['Perpetrator', 'harming'],
  ['(Perp)', 'harming'],
  ['Perplexed', 'unknown'],
  ['Bystander', 'witness'],
  ['Involved', 'unknown'],
  ['', 'unknown'],
])('role %j is %s', (cell, role) => {
  expect(readRole(cell)).toBe(role);
});

test.each([
  ['one\u000btwo\u000cthree\u2028four', 'one\ntwo\nthree\nfour'],
  ['isn\u0092t \u0093so\u0094 \u0096 \u0085', 'isn’t “so” – …'],
  ['bell\u0007 esc\u001b[0m \u0081', 'bell esc[0m'],
  ['\u202eabc\u2066 d\u200be', 'abc de'],
])('control characters become what they stood for or go: %j', (cell, text) => {
  expect(cleanText(cell)).toBe(text);
});
