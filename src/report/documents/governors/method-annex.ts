import type { ReportSection } from '../../report-document.ts';
import { fillWords } from '../words/fill-words.ts';
import type { GovernorContext } from './governor-context.ts';

/** Counting rules, hidden cells and method: of the weekly chart and of groups only where the report `has` them. */
export function methodAnnex(
  context: GovernorContext,
  has: { readonly weeks?: boolean; readonly groups?: boolean } = {},
): ReportSection {
  const { edition, words } = context;
  const { threshold, symbol, groupMinimum } = edition.rules;
  const hiding = words.hiding_rule.map((rule) =>
    fillWords(rule, { top: String(threshold - 1), symbol, minimum: String(groupMinimum) }),
  );
  return {
    heading: words.headings.annex_method,
    annex: true,
    blocks: [
      { type: 'subheading', text: 'Counting rules' },
      { type: 'bullets', items: words.counting_rules },
      { type: 'subheading', text: 'Hidden numbers' },
      { type: 'bullets', items: hiding },
      { type: 'subheading', text: 'Comparing' },
      {
        type: 'bullets',
        items: [
          ...words.method,
          ...(has.weeks === true ? [words.method_weeks] : []),
          ...(has.groups === true ? [words.method_groups] : []),
        ],
      },
      {
        type: 'paragraph',
        text: `Made by Termwise ${edition.meta.termwise}, taxonomy ${edition.meta.taxonomy_version}, policy ${edition.meta.profile}. Input fingerprint ${edition.meta.fingerprint}.`,
        muted: true,
      },
    ],
  };
}
