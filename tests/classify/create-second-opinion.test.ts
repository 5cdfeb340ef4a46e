import { describe, expect, it } from 'vitest';
import { createSecondOpinion } from '../../src/classify/create-second-opinion.ts';
import { NO_SIGNS } from '../../src/classify/list-signs.ts';
import { loadReaderModel } from '../../src/classify/load-reader-model.ts';
import { createSecondReader, type ReaderExample } from '../../src/classify/second-reader.ts';
import { makeIncident } from './read-labelled.ts';

const model = loadReaderModel();
const place = model.heads.indexOf('weapon');
const record = makeIncident(
  'W',
  'Weapon',
  'A lock knife was found in the lining of his bag at the gate and he said that it was for the park.',
  'Police told. Mum came in.',
);

describe('the second opinion', () => {
  it('quotes the labelled record that was taken for most nearly the same', () => {
    const own = Uint8Array.from(createSecondReader(model)(record, NO_SIGNS), (likely) =>
      Math.round(100 * likely),
    );
    const far: ReaderExample = { text: 'Far', heads: [place], likely: new Uint8Array(own.length).fill(50) };
    const near: ReaderExample = { text: 'Near', heads: [place], likely: own };
    const other: ReaderExample = { text: 'Other label', heads: [], likely: own };
    const { ask } = createSecondOpinion({
      ...model,
      examples: [other, far, near, { ...near, text: 'Later' }],
    });
    expect(ask(record, NO_SIGNS).findLike(place)).toBe('Near');
    expect(
      createSecondOpinion({ ...model, examples: [far] })
        .ask(record, NO_SIGNS)
        .findLike(place),
    ).toBe('Far');
    expect(
      createSecondOpinion({ ...model, examples: [] })
        .ask(record, NO_SIGNS)
        .findLike(place),
    ).toBeNull();
  });

  it('says of no label alone what it says of it among the others', () => {
    const { ask, askNone } = createSecondOpinion(model);
    const quiet = makeIncident('Q', '', 'Sam was helpful at lunch and tidied the hall.', 'Thanked.');
    for (const one of [record, quiet]) {
      const alone = askNone(one, NO_SIGNS);
      expect(alone).toBe(ask(one, NO_SIGNS).none);
    }
  });

  it('quotes only records that have the label', () => {
    const texts = new Set(
      model.examples.filter(({ heads }) => heads.includes(place)).map(({ text }) => text),
    );
    expect(texts).toContain(createSecondOpinion(model).ask(record, NO_SIGNS).findLike(place));
  });
});
