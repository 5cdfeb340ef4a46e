import { isShown } from '../../../privacy/count-cell.ts';
import type { ReportSection } from '../../report-document.ts';
import { countNoun, formatAbout } from '../sentences/format-number.ts';
import { drawHeatMap } from './draw-heat-map.ts';
import { drawPlaces } from './draw-places.ts';
import type { GovernorContext } from './governor-context.ts';

/** 4: when and where. */
export function whereSection(context: GovernorContext): ReportSection {
  const { edition, words } = context;
  const spots = edition.hotspots.flatMap(({ place, period, weekday, observed, expected }) => {
    if (!isShown(observed) || expected === null) return [];
    const where = [place, period, weekday === null ? '' : `${weekday}s`]
      .filter((part) => part !== '')
      .join(', ');
    const told = `${countNoun(observed, 'incident')}, where about ${formatAbout(expected)} would be usual`;
    return [[{ text: `${words.hotspots} ${where}:`, bold: true }, { text: ` ${told}.` }]];
  });
  const [heat, places] = [drawHeatMap(context), drawPlaces(context)];
  return {
    heading: words.headings.where,
    blocks: [
      ...(heat === null ? [] : [heat]),
      ...(places === null ? [] : [places]),
      ...(heat === null && places === null
        ? [
            {
              type: 'paragraph' as const,
              text: 'Not enough times and places are recorded, or can be shown, to draw a pattern.',
            },
          ]
        : []),
      ...(spots.length === 0 ? [] : [{ type: 'bullets' as const, items: spots }]),
    ],
  };
}
