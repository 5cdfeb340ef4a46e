import type { AnalysisMeta } from '../../../incident/analysis.ts';
import { type KindWords, readKindWords } from '../words/read-kind-words.ts';

/** The words of the reports on force: England's duty is told only of a period that reaches into its time. */
export function readForceWords({ nation, period }: Pick<AnalysisMeta, 'nation' | 'period'>): KindWords {
  const words = readKindWords('restraint', nation);
  const isBefore = nation === 'england' && words.begins !== undefined && period.to < words.begins;
  return isBefore ? readKindWords('restraint', 'england_before') : words;
}
