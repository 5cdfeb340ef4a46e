import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { NO_SIGNS } from '../../src/classify/list-signs.ts';
import { loadReaderModel } from '../../src/classify/load-reader-model.ts';
import { packReaderModel, unpackReaderModel } from '../../src/classify/pack-reader-model.ts';
import { createSecondReader } from '../../src/classify/second-reader.ts';
import { type FeatureWords, featuresOfPieces, visitWords } from '../../src/classify/text-features.ts';
import { MAX_TOKENS_PER_FIELD } from '../../src/classify/token-buffer.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';
import { makeIncident } from './read-labelled.ts';

const record = (narrative: string, action = '', categoryText = '') =>
  [{ narrative, action, categoryText }, NO_SIGNS] as const;

function listWords(text: string): string[] {
  const words: FeatureWords = new Map();
  const found: string[] = [];
  visitWords(text, words, ({ characters }) =>
    found.push(Array.from(characters, (code) => String.fromCharCode(code)).join('')),
  );
  return found;
}

const COLLIDING = ['costarring', 'liquid'] as const;

describe('visitWords', () => {
  it('takes letters, digits as one sign, apostrophes and stars', () => {
    expect(listWords("Y9's said: “f*** off”, didn’t they?")).toEqual([
      "y#'s",
      'said',
      'f***',
      'off',
      "didn't",
      'they',
    ]);
    expect(listWords('')).toEqual([]);
  });

  it('takes an apostrophe at the edge of a word for a quotation mark', () => {
    expect(listWords("said ‘you're a 'snitch'’, the girls’ '''")).toEqual([
      'said',
      "you're",
      'a',
      'snitch',
      'the',
      'girls',
    ]);
  });

  it('reads no more words than the rules do', () => {
    expect(listWords('word '.repeat(MAX_TOKENS_PER_FIELD + 50))).toHaveLength(MAX_TOKENS_PER_FIELD);
  });

  it('gives one and the same word for the same letters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(listWords(text)).toEqual(listWords(`${text} `));
      }),
    );
  });
});

describe('names', () => {
  const NAME = '**name**';

  it('are one and the same word, whoever it is', () => {
    expect(listWords('Alfie told Mrs Okafor that zoë had it')).toEqual([
      NAME,
      'told',
      'mrs',
      NAME,
      'that',
      NAME,
      'had',
      'it',
    ]);
    expect(listWords("ALFIE’S coat, Jayden's bag, O'Brien")).toEqual([
      `${NAME}'s`,
      'coat',
      `${NAME}'s`,
      'bag',
      "o'brien",
    ]);
  });

  it('are no words of any length that a text may hold', () => {
    const long = 'ab'.repeat(300_000);
    expect(listWords(`${long} Alfie`)).toEqual([long, NAME]);
  });

  it('are told by their capital where they are ordinary words too', () => {
    expect(listWords('Daisy picked a daisy; the grant was given to Grant')).toEqual(
      `${NAME} picked a daisy the grant was given to ${NAME}`.split(' '),
    );
  });

  it('are one word again after others were met, and no word of a text is taken for it', () => {
    const words: FeatureWords = new Map();
    const met: unknown[] = [];
    visitWords('Alfie hit Kofi; alfie ran. name', words, (word) => met.push(word));
    expect(met[0]).toBe(met[2]);
    expect(met[0]).toBe(met[3]);
    expect(met[5]).not.toBe(met[0]);
  });
});

describe('two words with one hash', () => {
  it('stay two, so that what is read first makes no difference', () => {
    // Found by trying: FNV-1a gives both the same 32 bits.
    const [one, other] = COLLIDING;
    const words: FeatureWords = new Map();
    const met: unknown[] = [];
    visitWords(`${one} ${other} ${one}`, words, (word) => met.push(word));
    expect(words.size).toBe(1);
    expect(met[0]).not.toBe(met[1]);
    expect(met[2]).toBe(met[0]);
  });
});

describe('featuresOfPieces', () => {
  it('shares most pieces between a word and its misspelling', () => {
    const words: FeatureWords = new Map();
    const pieces: Set<number>[] = [];
    visitWords('deliberately delibrately sandwich', words, (word) =>
      pieces.push(new Set(featuresOfPieces(word, 1))),
    );
    const [right, wrong, other] = pieces as [Set<number>, Set<number>, Set<number>];
    const shared = (one: Set<number>, two: Set<number>) => [...one].filter((piece) => two.has(piece)).length;
    expect(shared(right, wrong)).toBeGreaterThan(0.5 * wrong.size);
    expect(shared(right, other)).toBeLessThan(3);
  });
});

describe('the model', () => {
  const model = loadReaderModel();

  it('knows labels of the taxonomy, and none', () => {
    const codes = new Set(readTaxonomy().labels.map(({ code }) => code));
    expect(model.heads.at(-1)).toBe('none');
    for (const head of model.heads.slice(0, -1)) expect(codes).toContain(head);
    const learned = model.rarity.filter((rare) => rare > 0);
    expect(model.weights).toHaveLength(learned.length * model.heads.length);
  });

  it('comes back from its file as it was, within ten megabytes', () => {
    const bytes = packReaderModel(model);
    expect(bytes.length).toBeLessThan(10_000_000);
    const { weights, rarity, phrases, ...rest } = unpackReaderModel(bytes);
    const { weights: knownWeights, rarity: knownRarity, phrases: knownPhrases, ...known } = model;
    expect(rest).toEqual(known);
    // Millions of numbers: compared as bytes.
    expect(Buffer.compare(Buffer.from(weights), Buffer.from(knownWeights))).toBe(0);
    expect(Buffer.compare(rarity, knownRarity)).toBe(0);
    const { vectors, kernels, words, ...few } = phrases;
    const { vectors: knownVectors, kernels: knownKernels, words: knownWords, ...knownFew } = knownPhrases;
    expect(few).toEqual(knownFew);
    expect(Buffer.compare(Buffer.from(vectors), Buffer.from(knownVectors))).toBe(0);
    expect(kernels.every((value, at) => value === knownKernels[at])).toBe(true);
    expect(words.every((value, at) => value === knownWords[at])).toBe(true);
  });

  it('tells a record of harm from a lesson about it', () => {
    const read = createSecondReader(model);
    let signs = NO_SIGNS;
    const { classify } = buildClassifier({
      categoryMap: buildCategoryMap(),
      secondReader: null,
      listenSigns: (heard) => {
        signs = heard;
      },
    });
    const readWhole = (narrative: string, action = ''): ((head: string) => number) => {
      const incident = makeIncident('1', '', narrative, action);
      classify(incident, new Map());
      const likely = [...read(incident, signs)];
      return (head) => likely[model.heads.indexOf(head)] ?? 0;
    };
    const harm = readWhole(
      'Third time this week that the same four girls have shut Ola out of the game, whispered when she walks past and told everyone not to sit with her. She was in tears and does not want to come to school.',
      'Parents of all five met in separate meetings.',
    );
    const lesson = readWhole(
      'Assembly for Year 5 on what to do if you see somebody being left out. The children acted short plays and made posters, and asked good questions about being kind.',
    );
    expect(harm('bullying')).toBeGreaterThan(0.5);
    expect(harm('none')).toBeLessThan(0.2);
    expect(lesson('none')).toBeGreaterThan(harm('none'));
  });

  it('says the same whatever anybody is called', () => {
    const read = createSecondReader(model);
    const tell = (one: string, other: string, teacher: string) =>
      [
        ...read(
          ...record(
            `${one} shoved ${other} into the lockers and told ${teacher} where to go. ${other}'s lip was cut.`,
            `${teacher} rang ${one}’s mum.`,
          ),
        ),
      ] as const;
    const known = tell('Alfie', 'Kofi', 'Mrs Khan');
    for (const [one, other, teacher] of [
      ['Zuzanna', 'Daisy', 'Mr Okafor'],
      ['Yusuf', 'Chloë', 'Miss Webb'],
    ] as const)
      expect(tell(one, other, teacher.replace(/\S+ /, 'Mrs '))).toEqual(known);
  });

  it('says the same of a record when it has forgotten all words and met them again', () => {
    const used = createSecondReader(model);
    const told = record('He was pushed over by the bins and his tooth came out.', 'Mum rung.', 'Injury');
    const fresh = [...createSecondReader(model)(...told)];
    expect([...used(...told)]).toEqual(fresh);
    const letters = (at: number) =>
      [...at.toString(26)].map((sign) => String.fromCharCode(97 + Number.parseInt(sign, 26)));
    for (let from = 0; from < 24_000; from += 3000) {
      const words = Array.from({ length: 3000 }, (_, at) => `zq${letters(from + at).join('')}`);
      used(...record(words.join(' ')));
    }
    expect([...used(...told)]).toEqual(fresh);
  });

  it('keeps its sums in range, however many long words a text has and whatever they weigh', () => {
    const extreme = createSecondReader({
      ...model,
      rarity: new Uint8Array(model.rarity.length).fill(255),
      weights: new Int8Array(model.rarity.length * model.heads.length).fill(127),
      step: new Float32Array(model.heads.length).fill(0.0001),
      // What words say in their order is no sum over them.
      phrases: {
        ...model.phrases,
        weights: new Float32Array(model.phrases.weights.length),
        unitWeights: new Float32Array(model.phrases.unitWeights.length),
      },
    });
    const long = (count: number) =>
      record(
        Array.from(
          { length: count },
          (_, at) => `${at % 7}`.repeat(20) + 'ab'.repeat(at % 20) + 'c'.repeat(1 + at),
        ).join(' '),
      );
    // All weights are alike: the more words, the higher. A sum out of range would be below.
    let before = 0;
    for (const count of [1, 10, 100, 700]) {
      const [likely = 0] = extreme(...long(count));
      expect(likely).toBeGreaterThanOrEqual(before);
      before = likely;
    }
  });

  it('says the same of a record whatever it read before, as a share of one', () => {
    const fresh = createSecondReader(model);
    const used = createSecondReader(model);
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (narrative, action, categoryText) => {
        used(...record(`${action} before`, narrative));
        const said = [...used(...record(narrative, action, categoryText))];
        expect(said).toEqual([...fresh(...record(narrative, action, categoryText))]);
        for (const likely of said) expect(likely >= 0 && likely <= 1).toBe(true);
      }),
    );
  });
});
