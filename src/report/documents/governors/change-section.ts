import { isShown } from '../../../privacy/count-cell.ts';
import type { ReportBlock, ReportSection } from '../../report-document.ts';
import { drawKinds } from './draw-kinds.ts';
import type { GovernorContext } from './governor-context.ts';
import { tellRow } from './tell-findings.ts';
import { termTable } from './term-table.ts';

/** 2: is it changing: every term where there is no weekly chart, the kinds of incident now and then, and good news. */
export function changeSection(context: GovernorContext): ReportSection {
  const { words, edition } = context;
  const blocks: ReportBlock[] = [
    ...(edition.chart === null
      ? [{ type: 'paragraph' as const, text: tellNoChart(context) }, termTable(context)]
      : []),
    drawKinds(context) ?? { type: 'paragraph', text: words.no_kinds },
    ...tellPositives(context),
  ];
  return { heading: words.headings.change, blocks };
}

/** Why there is no weekly chart. */
function tellNoChart({ edition, words }: GovernorContext): string {
  const { school_days, incidents } = edition.counts;
  if (school_days < 10) return words.no_chart_short;
  return isShown(incidents) ? words.no_chart : words.no_chart_hidden;
}

function tellPositives(context: GovernorContext): ReportBlock[] {
  const row = context.edition.headline.find(({ code }) => code === 'positive');
  const told = row === undefined ? null : tellRow(row, context);
  return told === null ? [] : [{ type: 'paragraph', text: told }];
}
