import * as z from 'zod';
import { TermwiseError } from '../errors.ts';
import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { checkShape } from '../policy/check-shape.ts';
import { signTrust } from './sign-trust.ts';

const list = z.array(z.looseObject({}), { error: 'a list' });
const group = z.looseObject({}, { error: 'a group of keys' });

/** What a trust's file must at least be: `collate` wrote it, nobody types it. */
const TRUST_SHAPE = z.looseObject({
  meta: z.looseObject({
    schema: z.literal('termwise.trust/1', { error: "'termwise.trust/1'" }),
    schools: z.number({ error: 'a number' }),
    returns: z.number({ error: 'a number' }),
    terms: z.array(z.string(), { error: 'a list of terms' }),
    fingerprint: z.string({ error: 'text' }),
  }),
  totals: group,
  schools: z
    .array(
      z.looseObject({
        school: z.string({ error: 'the name of a school' }),
        phase: z.string({ error: 'a kind of school' }),
        nation: z.string({ error: 'a nation' }),
        returns: list,
        counts: z.looseObject({ incidents: z.number({ error: 'a number' }), records: group }),
        rates: z.array(z.looseObject({ code: z.string(), count: z.number({ error: 'a number' }) }), {
          error: 'a list',
        }),
        half_terms: list,
        exclusions: z.looseObject({ cells: list }),
        force: group,
        duties: list,
      }),
      { error: 'a list of schools' },
    )
    .min(1, 'a list of schools'),
  comparability: list,
  funnels: z.array(z.looseObject({ units: list }), { error: 'a list' }),
  outliers: list,
  trends: z.array(z.looseObject({ schools: list }), { error: 'a list' }),
  groups: list,
  common: z.looseObject({ changes: list, places: list, times: list, weekdays: list }),
  exclusions: z.looseObject({ cells: list }),
  force: group,
  duties: list,
  warnings: list,
  signature: z.string({ error: 'the signature of the file' }),
});

/**
 * Reads a trust's analysis from the text of its file. Refused, with a TermwiseError that names the file: anything else,
 * and a file that is not as it was written, since whatever prints it trusts every number in it.
 */
export function readTrust(text: string, file: string): TrustAnalysis {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new TermwiseError(
      'file/return',
      `${file}: this is no analysis of a trust: it is not JSON, or is cut short`,
      'Make it with `termwise collate RETURN… --out trust.json`.',
    );
  }
  const [fault] = checkShape(TRUST_SHAPE, value, file, []);
  if (fault !== undefined) {
    throw new TermwiseError(
      'file/return',
      fault,
      'Make it with `termwise collate RETURN… --out trust.json`.',
    );
  }
  const { signature, ...analysis } = value as TrustAnalysis & { readonly signature: string };
  if (signTrust(analysis) !== signature) {
    throw new TermwiseError(
      'file/return',
      `${file}: it is not as \`termwise collate\` wrote it: it does not match its signature`,
      'Collate the returns again: `termwise collate RETURN… --out trust.json`.',
    );
  }
  return analysis;
}
