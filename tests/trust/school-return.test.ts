import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RETURN_SHAPE } from '../../src/trust/school-return.ts';
import { ROOT } from '../helpers/run-built.ts';
import { sampleReturn } from './helpers/sample-return.ts';

const FILE = join(ROOT, 'src/trust/return.schema.json');

describe('the shape of a return', () => {
  it('is the same in the published JSON Schema as in the reader', () => {
    const schema = {
      $id: 'termwise.return/1',
      title: "A school's return to its trust, made by `termwise return`",
      ...z.toJSONSchema(RETURN_SHAPE),
    };
    if (process.env.TERMWISE_REWRITE_GOLDENS === 'yes') {
      writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(schema);
  });

  it('takes the sample, and nothing with a key more or less', () => {
    const sample = sampleReturn();
    expect(RETURN_SHAPE.safeParse(sample).success).toBe(true);
    for (const key of Object.keys(sample)) {
      const { [key as keyof typeof sample]: _left, ...rest } = sample;
      expect(RETURN_SHAPE.safeParse(rest).success, key).toBe(false);
    }
    expect(RETURN_SHAPE.safeParse({ ...sample, names: [] }).success).toBe(false);
    expect(RETURN_SHAPE.safeParse({ ...sample, force: { ...sample.force, staff: 1 } }).success).toBe(false);
  });
});
