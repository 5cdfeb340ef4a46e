import { TermwiseError } from '../errors.ts';
import type { Analysis } from '../incident/analysis.ts';
import type { ReportSources } from '../incident/report-sources.ts';
import { hideDuties } from '../privacy/hide-duties.ts';
import { hideSheets } from '../privacy/hide-sheet.ts';
import type { HidingRules } from '../privacy/hiding-rules.ts';
import { DEFAULT_HIDING_RULES } from '../privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../privacy/make-governor-edition.ts';
import { openNoRecord } from './open-no-record.ts';
import { type Edition, REPORT_KINDS } from './registry.ts';
import type { ReportDocument } from './report-document.ts';

/** Sources of an analysis that stands alone: nothing beside it. */
const NO_SOURCES: ReportSources = {
  listCases: () => [],
  standDuties: () => [],
  listForce: () => [],
  rankPositives: () => {
    const school = { group: 'All pupils', entries: 0, pupils: 0, ranked: [] };
    const spread = { one: 0, two_to_four: 0, five_or_more: 0 };
    const none = { years: [], classes: [], without: null, categories: {}, records: 0, spread };
    return { places: 5, whose: 'termwise', school, ...none };
  },
  listAtRisk: () => [],
  listExclusions: () => ({
    cases: [],
    limits: [],
    again: [],
    unclear: [],
    second_system: false,
    sent_home: [],
  }),
  countSheets: () => [],
};

/** How a report is composed beside its kind and its analysis. */
export interface ComposeChoices {
  readonly rules?: HidingRules;
  /** Taken out of places and categories in a governor edition. */
  readonly names?: readonly string[];
  /** Else the kind's own. */
  readonly edition?: Edition | undefined;
  readonly sources?: Partial<ReportSources>;
  readonly only?: string | null;
  /** Whether the school chose its policy: some reports tell duties only then. */
  readonly policyChosen?: boolean;
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
    sources: given = {},
    only = null,
    policyChosen = true,
  }: ComposeChoices = {},
): Promise<ReportDocument> {
  const found = REPORT_KINDS[kind];
  if (found === undefined) throw new Error(`no report is called '${kind}'`);
  const { governor, restricted } = found;
  const chosen = edition ?? found.edition;
  const sources: ReportSources = { ...NO_SOURCES, ...given };
  const isTold = found.duties !== undefined && (policyChosen || found.onlyChosenPolicy !== true);
  const duties = !isTold || found.duties === undefined ? [] : sources.standDuties(await found.duties());
  const makeEdition = () => makeGovernorEdition(analysis, rules, names);
  if (chosen === 'governor' && governor !== undefined) {
    const hidden = makeEdition();
    const sheets = hideSheets(sources.countSheets(kind), hidden);
    const { keyHiddenCells } = await import('./documents/governors/key-hidden-cells.ts');
    const document = (await governor())(hidden, {
      sheets,
      duties: hideDuties(duties, hidden),
      hasSecondList: () => sources.listExclusions().second_system,
    });
    return keyHiddenCells(openNoRecord(document, hidden), rules.symbol);
  }
  if (chosen === 'restricted' && restricted !== undefined)
    return openNoRecord((await restricted())({ ...sources, analysis, only, duties, makeEdition }), analysis);
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
