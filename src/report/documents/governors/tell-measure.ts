import type { RichText } from '../../report-document.ts';
import { readLogWords } from '../words/read-log-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { tellRow } from './tell-findings.ts';

/** One measure of the headline table in a sentence, or that it is not told because a number is hidden. */
export function tellMeasure(code: string, context: GovernorContext): RichText {
  const row = context.edition.headline.find((each) => each.code === code);
  if (row === undefined) return context.words.none_recorded;
  return (
    tellRow(row, context) ?? [{ text: `${row.title}:`, bold: true }, { text: ` ${readLogWords().not_told}` }]
  );
}
