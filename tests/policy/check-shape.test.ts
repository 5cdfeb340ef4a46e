import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkShape } from '../../src/policy/check-shape.ts';

const SHAPE = z.looseObject({
  meta: z.looseObject({ name: z.string() }),
  counts: z.array(z.number()),
  sure: z.boolean(),
  notes: z.record(z.string(), z.string()),
  phase: z.string({ error: 'a kind of school' }),
});

describe('checkShape', () => {
  it('says what is expected in words of ours, where a schema has none', () => {
    expect(checkShape(SHAPE, { counts: [1, 'two'], notes: 3 }, 'a.json', [])).toEqual([
      'a.json: meta: expected a group of keys, got nothing',
      "a.json: counts[2]: expected a number, got 'two'",
      'a.json: sure: expected true or false, got nothing',
      'a.json: notes: expected a group of keys, got 3',
      'a.json: phase: expected a kind of school, got nothing',
    ]);
    expect(checkShape(SHAPE, null, 'a.json', [])).toEqual(['a.json: expected a group of keys, got null']);
    const fits = { meta: { name: 'x' }, counts: [], sure: true, notes: {}, phase: 'y' };
    expect(checkShape(SHAPE, { ...fits, meta: { name: 4 } }, 'a.json', [])).toEqual([
      'a.json: meta.name: expected text, got 4',
    ]);
    expect(checkShape(SHAPE, fits, 'a.json', [])).toEqual([]);
  });
});
