import type { RecordedCase } from '../../../incident/recorded-case.ts';
import type { ReportBlock } from '../../report-document.ts';
import { nameCategories, sayNotListed } from './tally-cases.ts';

/** Letters on a line of text, of small print, and of the cells of the list of incidents. */
const ACROSS = { text: 88, small: 110, when: 22, what: 32, who: 22 };
/** Heights in lines of text: a line of a cell, what is around a row, a line of small print, a row of a timeline. */
const [CELL_LINE, ROW_PAD, SMALL_LINE, TIMELINE_ROW] = [0.82, 0.2, 0.8, 1.36];
/** Lines of text, timeline and list that a page holds beside its heading, axis and the table to be filled in. */
const ROOM = 23.5;

/**
 * How many of the latest cases a pupil's page has room for beside its other blocks, so that one with much to tell is
 * still one page in the usual print: at least one, at most `most`. Counted by letters, with some to spare: the same
 * list must stand in every format, and only one of them is measured in points.
 */
export function countListed(
  cases: readonly RecordedCase[],
  most: number,
  texts: readonly string[],
  pattern: readonly ReportBlock[],
  who: (each: RecordedCase) => string,
): number {
  let left = ROOM - texts.reduce((sum, text) => sum + countLines(text), 0);
  for (const block of pattern) left -= heightOf(block);
  const latest = cases.slice(-most).reverse();
  if (sayNotListed(latest) !== '') left -= SMALL_LINE;
  const over = latest.findIndex((each) => {
    const lines = Math.max(
      countLines(`${each.slot}, ${each.place ?? ''}`, ACROSS.when),
      countLines(nameCategories(each), ACROSS.what),
      countLines(who(each), ACROSS.who),
    );
    left -= lines * CELL_LINE + ROW_PAD;
    return left < 0;
  });
  return over < 0 ? latest.length : Math.max(1, over);
}

function heightOf(block: ReportBlock): number {
  if (block.type === 'paragraph' && typeof block.text === 'string') return countLines(block.text);
  if (block.type !== 'figure') return 0;
  const rows = block.chart.kind === 'strip' ? block.chart.rows.length : 0;
  return (
    countLines(`Figure 10: ${block.title}`) +
    countLines(block.subtitle, ACROSS.small) * SMALL_LINE +
    rows * TIMELINE_ROW
  );
}

function countLines(text: string, across = ACROSS.text): number {
  return Math.max(1, Math.ceil(text.length / across));
}
