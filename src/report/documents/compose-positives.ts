import type { PositiveRanking } from '../../incident/positive-ranking.ts';
import type { ReportDocument, RichText } from '../report-document.ts';
import type { RestrictedInput } from '../restricted-input.ts';
import { frameReport } from './frame-report.ts';
import { drawYears } from './positives/draw-years.ts';
import { groupBlocks, topTable, yearTable } from './positives/rank-tables.ts';
import { cutAtTie } from './sentences/cut-at-tie.ts';
import { formatCount } from './sentences/format-number.ts';
import { callPeriods } from './sentences/name-period.ts';
import { headingOf, type KindWords, readKindWords, sayWords } from './words/read-kind-words.ts';

/** Kinds of praise that are named. */
const NAMED = 5;

/** The pupils with most positive records in the school, each year and each class, all who tie at the last place named. */
export function composePositives({
  analysis,
  rankPositives,
}: Pick<RestrictedInput, 'analysis' | 'rankPositives'>): ReportDocument {
  const { meta } = analysis;
  const words = readKindWords('positives', meta.nation);
  const { now } = callPeriods(meta.period);
  const ranking = rankPositives();
  const limits = {
    heading: headingOf(words, 'limits'),
    blocks: [{ type: 'bullets' as const, items: words.limits }],
  };
  if (ranking.records === 0) {
    return frameReport('positives', words, meta, [
      { heading: headingOf(words, 'shows'), blocks: [{ type: 'paragraph', text: words.none }] },
      limits,
    ]);
  }
  const years = ranking.years.map(({ group, entries }) => ({ name: group, count: entries }));
  // Lists by year and class would name the same pupils again.
  const isWhole = ranking.school.ranked.length === ranking.school.pupils;
  return frameReport('positives', words, meta, [
    {
      heading: headingOf(words, 'shows'),
      blocks: [
        { type: 'bullets', items: tellRanking(words, ranking, now) },
        ...drawYears(words, years, ranking.school.entries, now, meta.data_range[1]),
      ],
    },
    {
      heading: headingOf(words, 'top'),
      blocks: [
        topTable(words, ranking.school, now),
        ...(isWhole ? [{ type: 'paragraph' as const, text: sayWords(words, 'all_named'), muted: true }] : []),
      ],
    },
    ...(isWhole && years.length === 0
      ? []
      : [
          {
            heading: headingOf(words, 'years'),
            blocks: [
              ...(years.length === 0 ? [] : [yearTable(words, ranking, now)]),
              ...(isWhole ? [] : groupBlocks(words, ranking.years, 'year', now, ranking.places)),
            ],
          },
        ]),
    ...(isWhole
      ? []
      : [
          {
            heading: headingOf(words, 'classes'),
            blocks: groupBlocks(words, ranking.classes, 'class', now, ranking.places),
          },
        ]),
    limits,
  ]);
}

function tellRanking(words: KindWords, ranking: PositiveRanking, name: string): RichText[] {
  const { school, places, whose, without, categories, records } = ranking;
  const named = cutAtTie(
    Object.entries(categories).sort(([, a], [, b]) => b - a),
    NAMED,
    ([, count]) => count,
  );
  return [
    [
      {
        text: sayWords(words, 'total', {
          records: formatCount(records),
          pupils: formatCount(school.pupils),
          name,
        }),
        bold: true,
      },
    ],
    `${tellPlaces(words, ranking)} ${sayWords(words, `whose_${whose}`, { places: formatCount(places) })}`,
    ...(named.length === 0
      ? []
      : [
          sayWords(words, 'categories', {
            list: named.map(([category, count]) => `${category} (${formatCount(count)})`).join(', '),
          }),
        ]),
    ...(without === null ? [] : [sayWords(words, 'without', { without: formatCount(without), name })]),
  ];
}

/** Who takes the first places, and whether they tie for the last of them or for all. */
function tellPlaces(words: KindWords, { school: { ranked }, places }: PositiveRanking): string {
  const last = ranked.at(-1);
  const tied = ranked.filter(({ place }) => place === last?.place).length;
  const values = {
    places: formatCount(places),
    named: formatCount(ranked.length),
    tied: formatCount(tied),
    entries: formatCount(last?.entries ?? 0),
  };
  if (tied > 1 && tied === ranked.length) return sayWords(words, 'all_tied', values);
  return sayWords(words, 'places', { ...values, tied: tied > 1 ? sayWords(words, 'tied', values) : '' });
}
