import type { ReportSection } from '../../report-document.ts';
import { drawWeeks } from './draw-weeks.ts';
import type { GovernorContext } from './governor-context.ts';
import { headlineTable } from './tables.ts';
import { tellFindings } from './tell-findings.ts';

/** 1: what to know on one page: findings, the headline table and the weekly chart. */
export function knowSection(context: GovernorContext): ReportSection {
  const { words, edition } = context;
  return {
    heading: words.headings.know,
    blocks: [
      { type: 'bullets', items: tellFindings(context) },
      headlineTable(context),
      ...(edition.chart === null ? [] : [drawWeeks(edition.chart, context)]),
    ],
  };
}
