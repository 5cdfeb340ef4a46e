import { describe, expect, it } from 'vitest';
import { readReturn } from '../../src/trust/read-return.ts';
import { sampleReturn } from './helpers/sample-return.ts';

const read = (value: unknown): ReturnType<typeof readReturn> => readReturn(JSON.stringify(value), 'ash.json');

describe('readReturn', () => {
  it('reads a return as it was made, whatever the order of its keys and the space between them', () => {
    const made = sampleReturn();
    const turned = Object.fromEntries(Object.entries(made).reverse());
    expect(readReturn(`\uFEFF${JSON.stringify(turned, null, 4)}\n`, 'ash.json')).toEqual(made);
  });

  it.each([
    [
      'a total',
      (made: ReturnType<typeof sampleReturn>) => ({ ...made, counts: { ...made.counts, incidents: 12 } }),
    ],
    ['the school', (made: ReturnType<typeof sampleReturn>) => ({ ...made, school: 'Another School' })],
    [
      'a label',
      (made: ReturnType<typeof sampleReturn>) => ({
        ...made,
        counts: { ...made.counts, labels: { ...made.counts.labels, bullying: 0 } },
      }),
    ],
  ])('refuses a return in which %s was changed', (_what, change) => {
    expect(() => read(change(sampleReturn()))).toThrow(/ash\.json: .* was changed after it was made/);
  });

  it('refuses what is no return, saying so', () => {
    expect(() => readReturn('Incident ID,Student', 'export.csv')).toThrow(/export\.csv: this is no return/);
    expect(() => readReturn('{"schema":"termwise.return/9"}', 'new.json')).toThrow(/another version/);
    expect(() => read({ ...sampleReturn(), pupils: ['Ann Lee'] })).toThrow(/unknown key 'pupils'/);
    expect(() => read({ ...sampleReturn(), roll: 'many' })).toThrow(/roll: expected a number/);
  });

  it.each([
    ['termwise.trust/1', /^ash\.json: this is no return but what `termwise collate` wrote$/],
    ['termwise.analysis/1', /^ash\.json: this is no return but a school's analysis, with names$/],
  ])('says what another file of ours is: %s', (schema, said) => {
    expect(() => read({ meta: { schema } })).toThrow(said);
  });

  it('refuses words that a return may not hold, though it is signed', () => {
    const { counts } = sampleReturn();
    const named = sampleReturn({ counts: { ...counts, places: { "Jayden Reid's corner": 100 } } });
    expect(() => read(named)).toThrow(/holds words that a return may not hold/);
    const kept = sampleReturn({ counts: { ...counts, places: { 'Other place': 100 } } });
    expect(read(kept).counts.places).toEqual({ 'Other place': 100 });
  });
});
