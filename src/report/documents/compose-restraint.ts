import type { ForceCase } from '../../incident/force-case.ts';
import type { ReportDocument, RichText } from '../report-document.ts';
import type { RestrictedInput } from '../restricted-input.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { frameReport } from './frame-report.ts';
import { drawMissing } from './restraint/draw-missing.ts';
import { forceTable } from './restraint/force-table.ts';
import { itemTable } from './restraint/item-table.ts';
import { readForceWords } from './restraint/read-force-words.ts';
import { tellForce } from './restraint/tell-force.ts';
import { capitalise, formatCount } from './sentences/format-number.ts';
import { callPeriods } from './sentences/name-period.ts';
import { tellChanges } from './sentences/tell-changes.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { headingOf, type KindWords, sayWords } from './words/read-kind-words.ts';

/**
 * The records of force of a period by name: what each holds of the things asked, who was told and when, and the records
 * on pages turned sideways. Restricted, and says so on every page.
 */
export function composeRestraint({
  analysis,
  listForce,
  duties,
}: Pick<RestrictedInput, 'analysis' | 'listForce' | 'duties'>): ReportDocument {
  const { meta } = analysis;
  const words = readForceWords(meta);
  const calls = callPeriods(meta.period);
  const cases = listForce();
  const change = tellTotal(analysis);
  if (cases.length === 0) {
    return frameReport('restraint', words, meta, [
      {
        heading: headingOf(words, 'shows'),
        blocks: [
          { type: 'paragraph', text: words.none },
          ...(change === null ? [] : [{ type: 'bullets' as const, items: [change] }]),
        ],
      },
      { heading: headingOf(words, 'limits'), blocks: [{ type: 'bullets', items: words.limits }] },
    ]);
  }
  const told = dutyBlocks(duties, calls.now, '');
  return frameReport('restraint', words, meta, [
    {
      heading: headingOf(words, 'shows'),
      blocks: [
        { type: 'bullets', items: [...(change === null ? [] : [change]), ...tellForce(words, cases)] },
        { type: 'paragraph', text: sayWords(words, 'rule'), muted: true },
      ],
    },
    {
      heading: headingOf(words, 'holds'),
      blocks: [
        ...drawMissing(words, cases, calls.now, meta.data_range[1]),
        itemTable(cases, sayWords(words, 'items_caption', { name: calls.now }), sayWords(words, 'silence')),
      ],
    },
    ...(told.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: told }]),
    { heading: headingOf(words, 'limits'), blocks: [{ type: 'bullets', items: words.limits }] },
    {
      heading: headingOf(words, 'cases'),
      landscape: true,
      newPage: true,
      blocks: [forceTable(cases, sayWords(words, 'cases_caption'), tellReading(words, cases))],
    },
  ]);
}

/** How the cases are to be read; of earlier records only where a row names one. */
function tellReading(words: KindWords, cases: readonly ForceCase[]): string {
  const before = cases.some(({ earlier }) => earlier.length > 0);
  return [sayWords(words, 'cases_note'), ...(before ? [sayWords(words, 'before_note')] : [])].join(' ');
}

/** How many there were and whether that is a change; null where the analysis has no such row. */
function tellTotal({ headline, meta }: RestrictedInput['analysis']): RichText | null {
  const row = headline.find(({ code }) => code === 'positive_handling');
  if (row === undefined) return null;
  const calls = callPeriods(meta.period);
  const told = tellChanges(row.now, [
    ...(row.last_year === null ? [] : [{ change: row.last_year, other: calls.last_year }]),
    ...(row.previous === null ? [] : [{ change: row.previous, other: calls.previous }]),
  ]);
  return [
    { text: `${row.title}: ${formatCount(row.now)} ${calls.now}.`, bold: true },
    { text: told === null ? '' : ` ${capitalise(told)}.` },
  ];
}
