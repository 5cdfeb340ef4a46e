import type { ReportSection } from '../../report-document.ts';
import { fillWords } from '../words/fill-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { areAlike } from './tell-lengths.ts';

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
          ...tellLastYear(context),
          ...(has.weeks === true ? [tellWeeks(context)] : []),
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

/** Which weeks the limits of the weekly chart are set on: those of this period too while few came before it. */
function tellWeeks({ edition: { chart }, words }: GovernorContext): string {
  const isAll =
    chart !== null && chart.start < chart.points.length && chart.baseline_weeks === chart.points.length;
  return fillWords(words.method_weeks, { weeks: isAll ? words.weeks_all : words.weeks_before });
}

/** Why the same term last year comes first, where anything is compared; that it is as long only where it is. */
function tellLastYear({ edition, words }: GovernorContext): string[] {
  const { last_year, previous } = edition.comparisons;
  if (last_year === null && previous === null) return [];
  const now = edition.counts.school_days;
  const then = edition.comparisons.last_year?.school_days ?? null;
  const length =
    then === null
      ? ''
      : areAlike(now, then)
        ? words.length_alike
        : fillWords(words.length_differs, { before: String(then), now: String(now) });
  return [fillWords(words.method_last_year, { length })];
}
