import { TermwiseError } from '../errors.ts';
import type { Analysis } from '../incident/analysis.ts';
import type { HidingRules } from '../privacy/hiding-rules.ts';
import { DEFAULT_HIDING_RULES } from '../privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../privacy/make-governor-edition.ts';
import { type Edition, REPORT_KINDS } from './registry.ts';
import type { ReportDocument } from './report-document.ts';
import type { RestrictedInput } from './restricted-input.ts';

/** How a report is composed beside its kind and its analysis. */
export interface ComposeChoices {
  readonly rules?: HidingRules;
  /** Taken out of places and categories in a governor edition. */
  readonly names?: readonly string[];
  /** Else the kind's own. */
  readonly edition?: Edition | undefined;
  readonly listCases?: RestrictedInput['listCases'];
  readonly only?: string | null;
}

/**
 * Composes a report of a kind from an analysis: a governor edition is written from data without a name and nothing
 * else. Throws on a kind that is not in the registry, and (`usage`) on an edition that a kind does not have.
 */
export async function composeReport(
  kind: string,
  analysis: Analysis,
  {
    rules = DEFAULT_HIDING_RULES,
    names = [],
    edition,
    listCases = () => [],
    only = null,
  }: ComposeChoices = {},
): Promise<ReportDocument> {
  const found = REPORT_KINDS[kind];
  if (found === undefined) throw new Error(`no report is called '${kind}'`);
  const { governor, restricted } = found;
  const chosen = edition ?? found.edition;
  if (chosen === 'governor' && governor !== undefined)
    return (await governor())(makeGovernorEdition(analysis, rules, names));
  if (chosen === 'restricted' && restricted !== undefined)
    return (await restricted())({ analysis, listCases, only });
  throw new TermwiseError(
    'usage',
    chosen === 'governor'
      ? `report ${kind}: it names pupils, and there is no edition for governors`
      : `report ${kind}: there is no edition with names`,
    chosen === 'governor'
      ? 'For governors: `termwise report governors`.'
      : 'With names: `termwise report pastoral`.',
  );
}
