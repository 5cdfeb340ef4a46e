import { isShown } from '../../../privacy/count-cell.ts';
import type { ReportFigure } from '../../report-document.ts';
import { formatCount, formatShare, joinWords } from '../sentences/format-number.ts';
import { nameTop } from '../sentences/name-top.ts';
import { pickDrawn } from '../sentences/pick-drawn.ts';
import { fillWords } from '../words/fill-words.ts';
import { type GovernorContext, MAX_ROWS, rankCells } from './governor-context.ts';

/** The busiest places. Null when fewer than two may be shown. */
export function drawPlaces(context: GovernorContext): ReportFigure | null {
  const { counts } = context.edition;
  const ranked = rankCells(counts.places).filter(({ name }) => name !== 'Not recorded');
  const [top] = ranked;
  if (ranked.length < 2 || top === undefined || !isShown(counts.incidents)) return null;
  const share = counts.incidents >= 10 ? ` (${formatShare(top.count / counts.incidents)})` : '';
  const tied = ranked.filter(({ count }) => count === top.count).map(({ name }) => name);
  const where = tied.length > 3 ? `${formatCount(tied.length)} places had as many` : joinWords(tied);
  const { drawn: rows, told } = pickDrawn(ranked, MAX_ROWS);
  return {
    type: 'figure',
    title: `Most incidents by place: ${where}, ${formatCount(top.count)} of ${formatCount(counts.incidents)}${share}${tied.length > 1 ? ' each' : ''}`,
    subtitle: `Behaviour incidents by recorded place, ${context.calls.now}${told === '' ? '' : `; ${told}`}`,
    source: `${fillWords(context.words.bars_source, { date: context.asAt })} ${context.words.places_hidden} ${context.words.places_caution}`,
    alt: `Bar chart of ${rows.length} places, from ${formatCount(top.count)} down to ${formatCount(rows.at(-1)?.count ?? 0)} incidents. Highest: ${nameTop(rows)}. The numbers stand beside the bars.`,
    chart: {
      kind: 'bars',
      xLabel: 'incidents',
      rows: rows.map(({ name, count }) => ({ label: name, value: count, text: formatCount(count) })),
    },
  };
}
