import { MIN_WEEKS } from '../../../privacy/control-chart.ts';
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

const SCHOOL_WEEK = 5;

/** Why there is no weekly chart. */
function tellNoChart({ edition, words }: GovernorContext): string {
  const days = edition.terms.reduce((sum, term) => sum + term.school_days, 0);
  if (days < SCHOOL_WEEK * MIN_WEEKS) return words.no_chart_short;
  return isShown(edition.counts.incidents) ? words.no_chart : words.no_chart_hidden;
}

function tellPositives(context: GovernorContext): ReportBlock[] {
  const row = context.edition.headline.find(({ code }) => code === 'positive');
  const told = row === undefined ? null : tellRow(row, context);
  return told === null ? [] : [{ type: 'paragraph', text: told }];
}
