import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { NO_SIGNS } from '../../src/classify/list-signs.ts';
import { loadReaderModel } from '../../src/classify/load-reader-model.ts';
import { createSecondReader, type ReaderModel } from '../../src/classify/second-reader.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const { heads, step, examples } = loadReaderModel();

/** A model that has learned nothing of any word. */
const startWith = (bias: Float32Array): ReaderModel => ({
  heads,
  features: new Uint32Array(),
  rarity: new Uint8Array(),
  weights: new Int8Array(),
  step,
  bias,
  phrases: {
    words: new Uint32Array(),
    size: 1,
    vectors: new Int8Array(1),
    steps: new Float32Array(1),
    spans: [],
    kernels: new Float32Array(),
    starts: new Float32Array(),
    weights: new Float32Array(),
    bias,
    units: 0,
    unitWeights: new Float32Array(),
  },
  examples,
});

const toLogOdds = (share: number) => Math.log(share / (1 - share));
const NOTHING = { categoryText: '', narrative: '', action: '' };

/** Log odds of each head, where every head starts with one and the same number. */
const startAll = (start: number) =>
  [...createSecondReader(startWith(new Float32Array(heads.length).fill(start)))(NOTHING, NO_SIGNS)].map(
    toLogOdds,
  );
const [AT_NOUGHT, AT_ONE] = [startAll(0), startAll(1)] as const;

/** A model that says the same of every record: how likely each head named is. */
function always(likely: Readonly<Record<string, number>>): ReaderModel {
  return startWith(
    Float32Array.from(heads, (head, at) => {
      const [nought, one] = [AT_NOUGHT[at] ?? 0, AT_ONE[at] ?? 1];
      return (toLogOdds(likely[head] ?? 0.005) - nought) / (one - nought);
    }),
  );
}

const MANY =
  ' It was a wet dinner time and the hall was as full as it ever is in the last week before the long summer holiday, with music on.';

function classify(narrative: string, likely: Readonly<Record<string, number>>, isShort = false) {
  const { classify } = buildClassifier({
    categoryMap: buildCategoryMap(),
    secondReader: always(likely),
  });
  return classify(makeIncident('1', '', isShort ? narrative : narrative + MANY, 'Spoken to.'), new Map());
}

const given = ({ labels }: ReturnType<typeof classify>) => labels.map(({ code }) => code);

describe('hearSecondReader', () => {
  it('confirms words that may mean it, weakly, with the word shown and the record that it reads like', () => {
    const said = classify('He had a sore jaw.', { 'child_on_child.physical': 0.9 });
    expect(given(said)).toEqual(['child_on_child', 'child_on_child.physical']);
    const [evidence] = said.labels[1]?.evidence ?? [];
    expect(evidence).toMatchObject({ rule: 'second_reader', text: 'jaw' });
    expect(said.labels[1]).toMatchObject({ strength: 1, status: 'alleged' });
    const asked = said.review.find(({ reason }) => reason === 'second_reader_confirms');
    expect(asked?.like).toMatch(/\w/);
  });

  it('leaves what follows from a label that stands to that label, and asks nobody of it', () => {
    const said = classify('Zac punched Omari.', { child_on_child: 0.99, 'child_on_child.physical': 0.9 });
    expect(said.labels.find(({ code }) => code === 'child_on_child')?.status).toBe('observed');
    expect(said.review.map(({ reason }) => reason)).not.toContain('second_reader_confirms');
  });

  it('takes a pupil who is named for a word that may mean harm to a child', () => {
    const likely = { child_on_child: 0.99 };
    const read = (who: string) =>
      given(classify(`Grit in a sandwich; ${who} by it all through lunch.`, likely, true));
    expect(read('Zac had sat')).toEqual(['child_on_child']);
    expect(read('a jug had stood')).toEqual([]);
  });

  it('tells with the first of what is asked how much is likely missing', () => {
    const { review } = classify('It was over by two.', { weapon: 0.25, 'prejudice.racist': 0.36 });
    expect(review.map(({ missing = 0 }) => missing > 100)).toEqual([true, false]);
  });

  it('gives no label where no word may mean it, but asks about a serious one', () => {
    const said = classify('It was quiet.', { weapon: 0.99 });
    expect(given(said)).toEqual([]);
    expect(said.review[0]).toMatchObject({ code: 'weapon', reason: 'second_reader', priority: 5 });
  });

  it('lets what a negation stopped stay stopped, unless it is very sure of the rest of the record', () => {
    const stopped = 'Sam did not hit Ella at any time. Her arm was red.';
    const [sure, surer] = [0.88, 0.97].map((likely) =>
      given(classify(stopped, { 'child_on_child.physical': likely })),
    );
    expect(sure).not.toContain('child_on_child.physical');
    expect(surer).toContain('child_on_child.physical');
    // As sure as that, the one without a negation stands.
    expect(given(classify('Her arm was red.', { 'child_on_child.physical': 0.88 }))).toContain(
      'child_on_child.physical',
    );
  });

  it('hears of a short record as soon as any category stands beside it, known or not', () => {
    const { classify } = buildClassifier({
      categoryMap: buildCategoryMap(),
      secondReader: always({ 'child_on_child.physical': 0.9 }),
    });
    const narrative = 'Came in from break with a sore jaw and would not say how it had come about.';
    const label = (category: string) =>
      given(classify(makeIncident('1', category, narrative, ''), new Map()));
    expect(label('')).not.toContain('child_on_child.physical');
    expect(label('Top table')).toContain('child_on_child.physical');
  });

  it('gives nothing in a record of fewer than ten words', () => {
    const { classify } = buildClassifier({
      categoryMap: buildCategoryMap(),
      secondReader: always({ 'child_on_child.physical': 0.99 }),
    });
    const label = (narrative: string) =>
      given(classify(makeIncident('1', 'Top table', narrative, ''), new Map()));
    expect(label('Came in from break with a sore jaw again')).toEqual([]);
    expect(label('Came in from break with a sore jaw and ear')).toContain('child_on_child.physical');
  });

  it('is surer before it gives a label that says of no kind what happened', () => {
    const label = (code: string, seems: number) => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always({ [code]: seems }),
      });
      const record = makeIncident(
        '1',
        'Top table',
        `Came in from break with a sore head and eyes.${MANY}`,
        '',
      );
      return given(classify(record, new Map())).includes(code);
    };
    const surest = (code: string) => [0.5, 0.8, 0.95, 0.99, 0.999].find((seems) => label(code, seems)) ?? 2;
    expect(surest('child_on_child')).toBeGreaterThan(surest('child_on_child.physical'));
    expect(surest('child_on_child')).toBeLessThan(1);
  });

  it('is surer before it gives something serious of which there is but one word', () => {
    const least = (narrative: string) =>
      [0.5, 0.6, 0.7, 0.8, 0.9].find((seems) =>
        given(classify(narrative, { 'staff.physical': seems })).includes('staff.physical'),
      ) ?? 2;
    const [word, phrase] = [
      least('The gate was shut every week.'),
      least('They laughed at her by the gate.'),
    ];
    expect(word).toBeLessThan(1);
    expect(word).toBeGreaterThan(phrase);
  });

  it('leaves what category and text both say, however short the record and whatever it looks like', () => {
    const { classify } = buildClassifier({
      categoryMap: buildCategoryMap(),
      secondReader: always({ none: 0.9, bullying: 0.0001 }),
    });
    const label = (narrative: string) =>
      given(classify(makeIncident('1', 'Bullying', narrative, ''), new Map()));
    expect(label('Worried about bullying of Sam by Ella.')).toContain('bullying');
  });

  it('leaves what the school recorded as serious, where the text says little, unless it is sure', () => {
    const label = (likely: Readonly<Record<string, number>>, narrative: string, category: string) => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always(likely),
      });
      return given(classify(makeIncident('1', category, narrative, 'Spoken to.'), new Map()));
    };
    const comments = 'Comments were made on the way to lunch by the back gate.';
    const racist = (none: number, seems: number) =>
      label({ none, 'prejudice.racist': seems }, comments, 'Racist incident');
    expect(racist(0.3, 0.3)).toContain('prejudice.racist');
    expect(racist(0.95, 0.001)).not.toContain('prejudice.racist');
    // What is no serious thing, or stands in the text alone, falls sooner.
    expect(label({ none: 0.3, damage: 0.3 }, comments, 'Damage')).not.toContain('damage');
  });

  it('takes no exclusion in sure words from a short record, however little it reads like one', () => {
    const empty = { none: 0.9 };
    expect(given(classify('Joe was permanently excluded after an assault.', empty, true))).toContain(
      'exclusion.permanent',
    );
    // In sure words too, but neither serious nor counted.
    const ruler = (none: number) => given(classify('Joe snapped a class ruler in maths.', { none }, true));
    expect(ruler(0.9)).toContain('damage');
    expect(ruler(0.99)).not.toContain('damage');
  });

  it('lets sure words stand that it doubts only a little, also without a word of what was done', () => {
    const { classify } = buildClassifier({
      categoryMap: buildCategoryMap(),
      secondReader: always({ none: 0.1, 'child_on_child.physical': 0.4 }),
    });
    const labels = (narrative: string) =>
      given(classify(makeIncident('1', 'Behaviour', narrative, ''), new Map()));
    expect(labels('Sam punched Ella in the arm.')).toContain('child_on_child.physical');
    expect(labels(`Sam punched Ella in the arm.${MANY}`)).toContain('child_on_child.physical');
  });

  it('doubts a label of the rules and sends it to a person', () => {
    const said = classify('Sam punched Ella in the arm.', {
      'child_on_child.physical': 0.001,
      child_on_child: 0.001,
    });
    expect(given(said)).not.toContain('child_on_child.physical');
    expect(said.review.map(({ reason, code }) => `${reason} ${code}`)).toContain(
      'second_reader_doubts child_on_child.physical',
    );
  });

  it('doubts all of a record that reads like one without a label', () => {
    const said = classify('Sam punched Ella in the arm. Mum rung.', { none: 0.9 });
    expect(given(said)).toEqual([]);
    expect(said.review[0]).toMatchObject({ reason: 'second_reader_doubts' });
  });

  it('says of every label that it takes back why it is not given', () => {
    const said = classify('Sam punched Ella in the arm. Mum was told.', {
      none: 0.9,
      'child_on_child.physical': 0.001,
      'response.parent_contact': 0.0001,
      'response.sanction': 0.0001,
    });
    const taken = said.suppressed.filter(({ reason }) => reason === 'second_reader_doubts');
    expect(taken.map(({ code }) => code)).toContain('child_on_child.physical');
    expect(taken.map(({ code }) => code)).toContain('response.parent_contact');
    for (const { code, evidence } of taken) {
      expect(given(said)).not.toContain(code);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });

  it('confirms that something was done about it where words may mean so', () => {
    const said = classify('Sam punched Ella. He lost his playtime for it.', { 'response.sanction': 0.99 });
    expect(given(said)).toContain('response.sanction');
  });

  it('confirms no contact or exclusion: duties and returns rest on them', () => {
    const said = classify('His mum was mentioned, and the days that he was back.', {
      'response.parent_contact': 0.99,
      'response.referral': 0.99,
      'exclusion.suspension': 0.99,
      'exclusion.permanent': 0.99,
    });
    expect(given(said)).toEqual([]);
  });

  it('leaves an exclusion that the school recorded as one', () => {
    const { classify } = buildClassifier({
      categoryMap: buildCategoryMap(),
      secondReader: always({ none: 0.99, 'exclusion.suspension': 0.0001 }),
    });
    const record = makeIncident('1', 'Suspension', `Letter sent.${MANY}`, 'Suspended for two days.');
    const codes = classify(record, new Map()).labels.map(({ code }) => code);
    expect(codes).toContain('exclusion.suspension');
  });

  it('takes back a serious label in sure words only on strong doubt', () => {
    const heard = (seems: number) =>
      given(classify('Sam brought a knife in to scare Ella with it.', { weapon: seems })).includes('weapon');
    expect(heard(0.4)).toBe(true);
    expect(heard(0.0001)).toBe(false);
  });

  it('leaves a label that a rule of the school itself gives', () => {
    const heard = (any: string) => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always({ none: 0.99, weapon: 0.0001 }),
        extraRules: {
          book: {
            rules: [{ id: 'school.own', label: 'weapon', any, yes: [], no: [] }],
            events: [],
            cues: [],
            ordinary: [],
          },
        },
      });
      return given(classify(makeIncident('1', '', `Sam brought a zonkle.${MANY}`, 'Spoken to.'), new Map()));
    };
    expect(heard('zonkle')).toContain('weapon');
    expect(heard('zinkle')).not.toContain('weapon');
  });

  it('lets what category and text both say stand on less than what one of them says', () => {
    const heard = (category: string, seems: number) => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always({ none: 0.005, damage: seems }),
      });
      const record = makeIncident(
        '1',
        category,
        `Sam smashed the window of the office.${MANY}`,
        'Spoken to.',
      );
      return given(classify(record, new Map())).includes('damage');
    };
    expect(heard('Damage to property', 0.02)).toBe(true);
    expect(heard('Other', 0.02)).toBe(false);
    expect(heard('Damage to property', 0.0001)).toBe(false);
  });

  it('lets nothing stand in a record that deserves no label as far as can be seen', () => {
    const heard = (none: number) => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always({ none, damage: 0.2, disruption: 0.1 }),
      });
      const text = `Sam smashed the window of the office and threw a chair.${MANY}`;
      return classify(makeIncident('1', 'Damage to property', text, 'Spoken to.'), new Map());
    };
    expect(given(heard(0.05))).toContain('damage');
    const emptied = heard(0.9999);
    expect(given(emptied)).not.toContain('damage');
    expect(emptied.suppressed.map(({ code }) => code)).toContain('damage');
  });

  it('is not heard of a few words', () => {
    expect(given(classify('Sam punched Ella.', { none: 0.9 }, true))).toContain('child_on_child.physical');
  });

  describe('where it is sure that a few words deserve no label', () => {
    const heard = (narrative: string, category = '', action = '', none = 0.99) => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always({ none }),
      });
      return classify(makeIncident('1', category, narrative, action), new Map());
    };

    it('lets none stand, and asks a person', () => {
      const said = heard('Phone was out in form.', 'Tutor notes');
      expect(given(said)).toEqual([]);
      expect(said.suppressed).toMatchObject([{ code: 'device', reason: 'second_reader_doubts' }]);
      expect(said.review).toMatchObject([{ code: 'device', reason: 'second_reader_doubts' }]);
      expect(given(heard('Phone was out in form.', 'Tutor notes', '', 0.75))).toEqual(['device']);
    });

    it('takes back what is serious in less than sure words, and notes how much is likely missing', () => {
      const { classify } = buildClassifier({
        categoryMap: buildCategoryMap(),
        secondReader: always({ none: 0.99, bullying: 0.3 }),
      });
      const record = makeIncident('1', 'Hearing', 'Blanked me three times. Batteries flat.', '');
      const said = classify(record, new Map());
      expect(given(said)).toEqual([]);
      expect(said.review).toContainEqual(
        expect.objectContaining({ missing: Math.round(100 * Math.sqrt(0.3)) }),
      );
    });

    it('is surer before it takes back what is serious, or a child’s own trouble', () => {
      const blanked = 'Blanked me three times. Batteries flat.';
      const told = 'June disclosed that dad hit him.';
      expect(given(heard(blanked, 'Hearing', '', 0.9))).toContain('bullying');
      expect(given(heard(told, 'Disruption', '', 0.9))).toEqual(['safeguarding_other']);
      expect(given(heard(told, 'Disruption', '', 0.99))).toEqual([]);
    });

    it('leaves what category and text both say, and what is serious in sure words', () => {
      expect(given(heard('Phone was out in form.', 'Mobile phone'))).toEqual(['device']);
      expect(given(heard('He had brought a knife in.', 'Tutor notes'))).toEqual(['weapon']);
      expect(given(heard('There is a form on file.', 'Racist incident'))).toContain('prejudice.racist');
      expect(given(heard('Phone was out in form.', '', 'Detention given.'))).toEqual(['response.sanction']);
    });

    it('is not heard where nothing stands beside the words, or they say too little', () => {
      expect(given(heard('See form.', 'Mobile phone'))).toEqual(['device']);
      expect(given(heard('Phone was out in form.'))).toEqual(['device']);
      expect(given(heard('Phone was out in form.', '', 'Nothing more.'))).toEqual([]);
    });
  });
});
