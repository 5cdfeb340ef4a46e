import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import companyData from '../../src/classify/data/company.yaml';
import { kindOf } from '../../src/classify/label-kind.ts';
import type { LabelSigns } from '../../src/classify/weigh-belief.ts';
import {
  type CompanyWeights,
  createCompanyWeigher,
  gatherCompany,
  placeCodes,
} from '../../src/classify/weigh-company.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';

const NOTHING: LabelSigns = {
  kind: kindOf('weapon'),
  seems: 0,
  none: 0.5,
  strength: 0,
  isByCategory: false,
  isByText: false,
  evidence: 0,
  hasCue: false,
  hasPhrase: false,
  isStopped: false,
  isNamed: false,
};

function hear(code: string, seems: number, strength: LabelSigns['strength'] = 0): LabelSigns {
  return { ...NOTHING, kind: kindOf(code), seems, strength };
}

const WEIGHTS: CompanyWeights = {
  codes: ['bullying', 'theft', 'weapon'],
  labels: {
    theft: { start: -0.5, seems: [1, 100, -1], given: [0.25, 100, 0] },
    weapon: { start: 0, seems: [0, 0, 0], given: [0, 2, 0] },
  },
  empty: { start: 1, none: 0.5, seems: [-1, 0, 0], given: [0, -2, 0] },
};

describe('gatherCompany', () => {
  it('lists what seems likely, half its log odds above those of what is not there, and what is given', () => {
    const heard = [hear('bullying', 0.5), hear('weapon', 0.04, 2), hear('theft', 0.01)];
    const { places, values } = gatherCompany(heard, placeCodes(WEIGHTS.codes));
    expect(places).toEqual([0, 5]);
    expect(values[0]).toBeCloseTo(Math.log(0.96 / 0.04) / 2, 12);
    expect(values[1]).toBe(1);
  });

  it('knows no label that was not learned', () => {
    expect(gatherCompany([hear('fighting', 0.9, 1)], placeCodes(WEIGHTS.codes))).toEqual({
      places: [],
      values: [],
    });
  });
});

describe('createCompanyWeigher', () => {
  const weigh = createCompanyWeigher(WEIGHTS);

  it('adds up what the others say, and not what a label says of itself', () => {
    const { of } = weigh([hear('bullying', 0.5, 1), hear('theft', 0.9, 3)]);
    expect(of(kindOf('theft'))).toBeCloseTo(-0.5 + Math.log(24) / 2 + 0.25, 12);
    expect(of(kindOf('weapon'))).toBe(2);
  });

  it('says nothing of a label that was not learned', () => {
    expect(weigh([hear('bullying', 0.5, 1)]).of(kindOf('fighting'))).toBe(0);
  });

  it('says how likely the record deserves no label, by all that was heard and by the second reader', () => {
    const heard = [hear('bullying', 0.5), hear('theft', 0.01, 3)].map((signs) => ({ ...signs, none: 0.9 }));
    const odds = 1 - Math.log(24) / 2 - 2 + 0.5 * (Math.log(9) / 2);
    expect(weigh(heard).empty).toBeCloseTo(1 / (1 + Math.exp(-odds)), 12);
    expect(weigh([]).empty).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  });

  const codes = readTaxonomy().labels.map(({ code }) => code);
  const heardOf = fc.array(
    fc.tuple(
      fc.constantFrom(...codes),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 1, 2, 3),
    ),
    { maxLength: 12 },
  );

  it('is finite and does not depend on the order in which labels were heard', () => {
    const learned = createCompanyWeigher();
    fc.assert(
      fc.property(heardOf, fc.constantFrom(...codes), (drawn, code) => {
        const heard = drawn.map(([kind, seems, strength]) => hear(kind, seems, strength as 0));
        const one = learned(heard);
        const other = learned([...heard].reverse());
        expect(Number.isFinite(one.of(kindOf(code)))).toBe(true);
        expect(other.of(kindOf(code))).toBeCloseTo(one.of(kindOf(code)), 9);
        expect(one.empty).toBeGreaterThanOrEqual(0);
        expect(one.empty).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has learned a row as long as its codes for each label', () => {
    const { codes: own, labels, empty } = companyData as CompanyWeights;
    expect(empty.seems).toHaveLength(own.length);
    expect(empty.given).toHaveLength(own.length);
    expect(Object.keys(labels)).toEqual(own);
    for (const code of own) {
      expect(codes).toContain(code);
      expect(labels[code]?.seems).toHaveLength(own.length);
      expect(labels[code]?.given).toHaveLength(own.length);
    }
  });
});
