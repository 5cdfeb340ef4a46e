import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorHeadlineRow } from '../../../privacy/governor-edition.ts';
import type { RichText } from '../../report-document.ts';
import { formatCount } from '../sentences/format-number.ts';
import { readLogWords } from '../words/read-log-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { tellRow } from './tell-findings.ts';

/**
 * One measure of the headline table in a sentence. Where it cannot be
 * compared: that its number is hidden, that the other one is, or that there is nothing to compare with.
 */
export function tellMeasure(code: string, context: GovernorContext): RichText {
  const row = context.edition.headline.find((each) => each.code === code);
  if (row === undefined) return context.words.none_recorded;
  return tellRow(row, context) ?? tellAlone(row, context);
}

function tellAlone(
  { title, now, last_year, previous }: GovernorHeadlineRow,
  context: GovernorContext,
): RichText {
  const words = readLogWords();
  if (!isShown(now)) return [{ text: `${title}:`, bold: true }, { text: ` ${words.not_told}` }];
  const isHidden = [last_year, previous].some(
    (change) => change !== null && (change.verdict === 'hidden' || !isShown(change.count)),
  );
  const rest = isHidden ? words.not_compared : words.nothing_to_compare;
  return now === 0
    ? [{ text: `${title}: none recorded.`, bold: true }, { text: ` ${context.words.none_recorded} ${rest}` }]
    : [{ text: `${title}: ${formatCount(now)}.`, bold: true }, { text: ` ${rest}` }];
}
