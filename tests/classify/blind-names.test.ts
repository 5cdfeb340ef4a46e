import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameBlind } from '../../src/classify/blind-names.ts';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const blindNames = createNameBlind();
const { classify } = buildClassifier({ categoryMap: buildCategoryMap() });

function name(narrative: string, names: readonly string[], action = '') {
  const record = {
    ...makeIncident('1', '', narrative, action),
    involvements: names.map((_, place) => ({ pupil: `p${place}` })),
  };
  return { record, pupils: new Map(names.map((given, place) => [`p${place}`, { name: given }])) };
}

function blind(narrative: string, names: readonly string[], action = '') {
  const { record, pupils } = name(narrative, names, action);
  return blindNames(record, pupils);
}

describe('createNameBlind', () => {
  it.each([
    ['a forename', 'Adam hit Zoe. Adam ran.', ['Adam Mills', 'Zoe Hart'], 'Alfie hit Corey. Alfie ran.'],
    ['a surname behind it', 'Adam Mills hit him.', ['Adam Mills'], 'Alfie Zielinski hit him.'],
    ['a possessive', 'She took Adam’s bag.', ['Adam Mills'], 'She took Alfie’s bag.'],
    ['one forename of two', 'Adam hit him.', ['Adam Mills', 'Adam Hart'], 'Alfie hit him.'],
    [
      'a surname behind more space',
      'Adam  Mills hit Adam\nMills.',
      ['Adam Mills'],
      'Alfie  Zielinski hit Alfie\nZielinski.',
    ],
    ['the same surname', 'Adam Hart', ['Zoe Hart', 'Adam Hart'], 'Alfie Zielinski'],
    ['pupils listed in another order', 'Adam hit Zoe.', ['Zoe Hart', 'Adam Mills'], 'Alfie hit Corey.'],
    ['nobody', 'He hit him.', ['Adam Mills'], 'He hit him.'],
    ['a stand-in who is there', 'Adam hit Alfie.', ['Adam Mills'], 'Corey hit Alfie.'],
    ['a surname by itself', 'a Brown bag of Adam', ['Adam Brown'], 'a Brown bag of Alfie'],
    ['pupils who bear stand-ins', 'Corey hit Alfie.', ['Alfie Hart', 'Corey Hart'], 'Alfie hit Corey.'],
    ['a name of three parts', 'Adam hit him.', ['Adam James Mills'], 'Alfie hit him.'],
    ['part of a longer word', 'Adams hit Zoe.', ['Zoe Mills'], 'Adams hit Alfie.'],
    ['no name', 'Adam hit him.', [''], 'Adam hit him.'],
  ])('puts others in place of %s', (_, narrative, names, expected) => {
    expect(blind(narrative, names).record.narrative).toBe(expected);
  });

  it.each([
    ['in capitals', 'ADAM hit Zoe', ['Adam Mills', 'Zoe Hart']],
    ['in small letters', 'adam hit Zoe', ['Adam Mills', 'Zoe Hart']],
    ['a word of the language', 'Will said he will', ['Will Mills']],
    ['by initials', 'AM hit Zoe', ['Adam Mills', 'Zoe Hart']],
    ['by initials of a name with a mark', 'AO hit Zoe', ["Adam O'Neil", 'Zoe Hart']],
    ['beside one who is called so in part', 'Lily-Mae hit Lily', ['Lily Mills', 'Lily-Mae Hart']],
    ['with an initial', 'Adam M hit Zoe', ['Adam Mills', 'Zoe Hart']],
    ['as part of a mark', 'Adam2 hit Zoe', ['Adam Mills', 'Zoe Hart']],
    ['in a word of its own', "Adam'll hit Zoe", ['Adam Mills', 'Zoe Hart']],
    ['and surname in capitals', 'Adam MILLS hit Zoe', ['Adam Mills', 'Zoe Hart']],
    ['beside the initials of a stand-in', 'AZ hit Adam', ['Adam Mills']],
    ['more often than any school does', 'Adam ran. '.repeat(501), ['Adam Mills']],
    ['in what was done', 'Zoe ran', ['Zoe Hart'], 'told zoe'],
  ])('leaves a record as it is where one is written %s', (_, narrative, names, action = '') => {
    const { record, pupils } = blind(narrative, names, action);
    expect([record.narrative, record.action]).toEqual([narrative, action]);
    expect([...pupils.values()].map((pupil) => pupil.name)).toEqual(names);
  });

  it('leaves a record as it is that names more pupils than there are stand-ins', () => {
    const names = Array.from({ length: 13 }, (_, at) => `Na${String.fromCharCode(97 + at)} Hart`);
    expect(blind('Naa ran', names).record.narrative).toBe('Naa ran');
  });

  it('leaves names as they are that are not of plain letters', () => {
    const { record, pupils } = blind("Zoë and Anne-Marie hit Adam O'Neil", [
      'Zoë Hart',
      'Anne-Marie Mills',
      "Adam O'Neil",
    ]);
    expect(record.narrative).toBe("Zoë and Anne-Marie hit Alfie O'Neil");
    expect([...pupils.values()].map((pupil) => pupil.name)).toEqual([
      'Zoë Hart',
      'Anne-Marie Mills',
      "Alfie O'Neil",
    ]);
  });

  it.each([
    ['a forename of one letter', 'J Smith'],
    ['initials that are not plain', 'Ivy Łuka'],
    ['a name with a mark', "D'Andre Hart"],
  ])('leaves a name whole that is not looked for: %s', (_, kept) => {
    const { record, pupils } = blind(`${kept} hit Adam Mills`, ['Adam Mills', kept]);
    expect(record.narrative).toBe(`${kept} hit Alfie Zielinski`);
    expect([...pupils.values()].map((pupil) => pupil.name)).toEqual(['Alfie Zielinski', kept]);
  });

  it('gives nobody the name that another goes by', () => {
    expect(blind('Adam ran', ['Adam Mills', 'Alfie-Jay Smith']).record.narrative).toBe('Corey ran');
  });

  const given = fc.constantFrom('Adam', 'Zoe', 'Alfie', 'Corey', 'Will', 'Bo', 'Zoë', '');
  const family = fc.constantFrom('Mills', 'Hart', 'Zielinski', 'Brown', 'Adam', '');
  const word = fc.oneof(given, family, fc.constantFrom('hit', "'s", 'AM', 'the', '.', ' ', 'will', 'ZOE'));
  const records = fc.record({
    names: fc.array(
      fc.tuple(given, family).map((parts) => parts.join(' ').trim()),
      { maxLength: 4 },
    ),
    narrative: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  });

  it('changes nothing in a record that it made', () => {
    fc.assert(
      fc.property(records, ({ names, narrative }) => {
        const once = blind(narrative, names);
        const twice = blindNames(once.record, once.pupils);
        expect(twice.record).toEqual(once.record);
        expect(twice.pupils).toEqual(once.pupils);
      }),
    );
  });

  it('finds its way back to every word', () => {
    fc.assert(
      fc.property(records, ({ names, narrative }) => {
        const { record, restore } = blind(narrative, names);
        const words = [...record.narrative.matchAll(/\S+/g)];
        const evidence = words.map(({ 0: text, index }) => ({
          field: 'narrative' as const,
          start: index,
          end: index + text.length,
          text,
          rule: 'a',
        }));
        const label = { code: 'a', status: 'observed' as const, strength: 1 as const, evidence };
        const back = restore({ labels: [label], suppressed: [], review: [], roles: new Map() });
        expect(back.labels[0]?.evidence.map(({ text }) => text)).toEqual(narrative.match(/\S+/g) ?? []);
        for (const { start, end, text } of back.labels[0]?.evidence ?? [])
          expect(narrative.slice(start, end)).toBe(text);
      }),
    );
  });
});

describe('classify', () => {
  it.each([
    ['J Smith kicked Ben Jones.', ['J Smith', 'Ben Jones'], [['p1', 'harmed']]],
    [
      'ZH kicked Ben.',
      ['Zoë Hart', 'Ben Jones'],
      [
        ['p0', 'harming'],
        ['p1', 'harmed'],
      ],
    ],
    [
      'IO kicked Ben.',
      ["Ivy O'Neil", 'Ben Jones'],
      [
        ['p0', 'harming'],
        ['p1', 'harmed'],
      ],
    ],
    [
      'Zoë Hart kicked Ben.',
      ['Zoë Hart', 'Zoë Wood', 'Ben Jones'],
      [
        ['p0', 'harming'],
        ['p2', 'harmed'],
      ],
    ],
    ['Lily-Mae kicked Zoe.', ['Lily Brown', 'Lily-Mae Jones', 'Zoe Hart'], [['p2', 'harmed']]],
    ['Anne-Marie kicked Ben.', ['Anne-Marie Hart', 'Anne Wood', 'Ben Jones'], [['p2', 'harmed']]],
    [
      'Adam  Mills kicked Ben.',
      ['Adam Mills', 'Adam Hart', 'Ben Wood'],
      [
        ['p0', 'harming'],
        ['p2', 'harmed'],
      ],
    ],
    [
      'Adam kicked Ben.',
      ['Adam Mills', 'Alfie-Jay Smith', 'Ben Hart'],
      [
        ['p0', 'harming'],
        ['p2', 'harmed'],
      ],
    ],
  ])('gives the part to nobody else: %s', (narrative, names, expected) => {
    const { record, pupils } = name(narrative, names);
    expect([...classify(record, pupils).roles]).toEqual(expected);
  });

  const told =
    'X said Y was a paki and kicked her in the stomach at lunch. Y Z cried. X was held by two staff and X spat at Mr Lee.';
  const tell = (first: string, second: string, family: string) => {
    const put = (text: string) => text.replaceAll('X', first).replaceAll('Y', second).replaceAll('Z', family);
    const { record, pupils } = name(put(told), [`${first} Wood`, `${second} ${family}`], put('Spoke to X.'));
    return { record, found: classify(record, pupils) };
  };

  it('comes to the same whatever its pupils are called, with their own names in what it shows', () => {
    const forename = fc.constantFrom(
      'Adam',
      'Mohammed',
      'Grace',
      'Alfie',
      'Precious',
      'Tyrone',
      'Summer',
      'Bo',
    );
    const surname = fc.constantFrom('Green', 'Khan', 'Okonkwo', 'Smith', 'Wong', 'King');
    const first = tell('Josh', 'Ella', 'Reed').found;
    fc.assert(
      fc.property(
        fc.tuple(forename, forename, surname).filter(([a, b]) => a !== b),
        ([one, other, family]) => {
          const { record, found } = tell(one, other, family);
          expect(found.labels.map(({ code, status, strength }) => [code, status, strength])).toEqual(
            first.labels.map(({ code, status, strength }) => [code, status, strength]),
          );
          expect(found.roles).toEqual(first.roles);
          for (const { evidence } of found.labels)
            for (const { field, start, end, text } of evidence) {
              const written = field === 'category' ? record.categoryText : record[field];
              expect(written.slice(start, end).replace(/paki/i, 'p***')).toBe(text.replace('P', 'p'));
            }
        },
      ),
    );
    expect(first.labels.length).toBeGreaterThan(2);
  });
});
