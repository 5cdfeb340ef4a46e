import { TermwiseError } from '../errors.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { DEFAULT_HIDING_RULES, type HidingRules } from '../privacy/hiding-rules.ts';
import type { ReportDocument } from './report-document.ts';

/** Who a trust's report is for: its working group, its committee, or those who moderate with exact numbers. */
export type TrustAudience = 'working_group' | 'committee' | 'moderators';

/**
 * Composes a report of a trust: each audience's is written from an edition of its own. Throws a TermwiseError (`usage`)
 * on a school that the trust does not have, and when the committee's is asked for one school.
 */
export async function composeTrustReport(
  trust: TrustAnalysis,
  audience: TrustAudience,
  {
    rules = DEFAULT_HIDING_RULES,
    only = null,
  }: { readonly rules?: HidingRules; readonly only?: string | null } = {},
): Promise<ReportDocument> {
  const { composeTrust, composeTrustSummary } = await import('./documents/compose-trust.ts');
  if (audience === 'committee') {
    if (only !== null) {
      throw new TermwiseError(
        'usage',
        '--school and --edition governors: the committee is shown no single school',
      );
    }
    const { makeCommitteeEdition } = await import('../privacy/make-committee-edition.ts');
    return composeTrustSummary(makeCommitteeEdition(trust, rules));
  }
  const { makeTrustEdition } = await import('../privacy/make-trust-edition.ts');
  const edition = makeTrustEdition(trust, rules, audience === 'moderators');
  const asked = only === null ? null : keyOfSchool(only);
  const school = edition.schools.find((each) => keyOfSchool(each.school) === asked) ?? null;
  if (only !== null && school === null) {
    throw new TermwiseError(
      'usage',
      `--school ${only}: the trust has no school of that name`,
      'Give the name as `termwise collate` prints it.',
    );
  }
  return composeTrust(edition, { only: school });
}
