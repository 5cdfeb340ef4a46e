import { describe, expect, it } from 'vitest';
import { writeTrustJson } from '../../src/cli/output/trust-json.ts';
import type { TrustAnalysis } from '../../src/incident/trust-analysis.ts';
import { readTrust } from '../../src/trust/read-trust.ts';
import { sampleTrust } from './helpers/sample-trust.ts';

const trust = sampleTrust('read');

const write = (analysis: TrustAnalysis): string => [...writeTrustJson(analysis)].join('');

describe('readTrust', () => {
  it('reads what collate wrote', () => {
    expect(readTrust(write(trust), 'trust.json')).toEqual(JSON.parse(JSON.stringify(trust)));
  });

  it.each([
    ['{"cut', 'not JSON'],
    ['[]', 'trust.json'],
    ['{"schema":"termwise.return/1"}', 'trust.json'],
    [JSON.stringify({ ...trust, schools: [] }), 'schools'],
    [JSON.stringify({ ...trust, funnels: 3 }), 'funnels'],
    [write(trust).replace('"ratio":', '"ratio":null,"was":'), 'does not match its signature'],
    [JSON.stringify(trust), 'signature'],
    [JSON.stringify({ ...trust, meta: { ...trust.meta, schema: 'termwise.trust/9' } }), 'meta.schema'],
  ])('refuses %.30s', (text, told) => {
    expect(() => readTrust(text, 'trust.json')).toThrow(told);
  });
});
