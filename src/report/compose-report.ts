import type { Analysis } from '../incident/analysis.ts';
import type { HidingRules } from '../privacy/hiding-rules.ts';
import { DEFAULT_HIDING_RULES } from '../privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../privacy/make-governor-edition.ts';
import { REPORT_KINDS } from './registry.ts';
import type { ReportDocument } from './report-document.ts';

/**
 * Composes a report of a kind from an analysis: nameless kinds get the governor edition and nothing else. `names`
 * are taken out of places and categories in that edition. Throws on a kind that is not in the registry.
 */
export async function composeReport(
  kind: string,
  analysis: Analysis,
  rules: HidingRules = DEFAULT_HIDING_RULES,
  names: readonly string[] = [],
): Promise<ReportDocument> {
  const found = REPORT_KINDS[kind];
  if (found === undefined) throw new Error(`no report is called '${kind}'`);
  if (found.edition === 'restricted') return (await found.load())(analysis);
  return (await found.load())(makeGovernorEdition(analysis, rules, names));
}
