import { describe, expect, it } from 'vitest';
import { readTrust } from '../../src/trust/read-trust.ts';
import { sampleTrust } from './helpers/sample-trust.ts';

const trust = sampleTrust('read');

describe('readTrust', () => {
  it('reads what collate wrote', () => {
    expect(readTrust(JSON.stringify(trust), 'trust.json')).toEqual(JSON.parse(JSON.stringify(trust)));
  });

  it.each([
    ['{"cut', 'not JSON'],
    ['[]', 'trust.json'],
    ['{"schema":"termwise.return/1"}', 'trust.json'],
    [JSON.stringify({ ...trust, schools: [] }), 'schools'],
    [JSON.stringify({ ...trust, funnels: 3 }), 'funnels'],
    [JSON.stringify({ ...trust, meta: { ...trust.meta, schema: 'termwise.trust/9' } }), 'meta.schema'],
  ])('refuses %.30s', (text, told) => {
    expect(() => readTrust(text, 'trust.json')).toThrow(told);
  });
});
