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
  const each = `${formatCount(top.count)} of ${formatCount(counts.incidents)}${share}`;
  const { drawn: rows, told } = pickDrawn(ranked, MAX_ROWS);
  const least = rows.at(-1)?.count ?? 0;
  return {
    type: 'figure',
    title:
      tied.length > 3
        ? `No one place had most incidents: ${each} in each of ${formatCount(tied.length)} places`
        : `Most incidents by place: ${joinWords(tied)}, ${each}${tied.length > 1 ? ' each' : ''}`,
    subtitle: `Behaviour incidents by recorded place, ${context.calls.now}${told === '' ? '' : `; ${told}`}`,
    source: `${fillWords(context.words.bars_source, { date: context.asAt })} ${context.words.places_hidden} ${context.words.places_caution}`,
    alt: `Bar chart of ${rows.length} places, ${least === top.count ? `each with ${formatCount(least)} incidents` : `from ${formatCount(top.count)} down to ${formatCount(least)} incidents`}. ${least === top.count ? 'They are' : 'Highest'}: ${nameTop(rows)}. The numbers stand beside the bars.`,
    chart: {
      kind: 'bars',
      xLabel: 'incidents',
      rows: rows.map(({ name, count }) => ({ label: name, value: count, text: formatCount(count) })),
    },
  };
}
