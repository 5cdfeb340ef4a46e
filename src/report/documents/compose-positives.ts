import type { PositiveRanking } from '../../incident/positive-ranking.ts';
import type { ReportDocument, RichText } from '../report-document.ts';
import type { RestrictedInput } from '../restricted-input.ts';
import { frameReport } from './frame-report.ts';
import { drawYears } from './positives/draw-years.ts';
import { groupBlocks, topTable, yearTable } from './positives/rank-tables.ts';
import { countNoun, formatCount } from './sentences/format-number.ts';
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
        ...(years.length === 0 ? [] : [yearTable(words, ranking, now)]),
      ],
    },
    {
      heading: headingOf(words, 'top'),
      blocks: [
        topTable(words, ranking.school, now),
        ...(isWhole ? [{ type: 'paragraph' as const, text: sayWords(words, 'all_named'), muted: true }] : []),
      ],
    },
    ...(isWhole
      ? []
      : [
          {
            heading: headingOf(words, 'years'),
            blocks: groupBlocks(words, ranking.years, 'year', now, ranking.places),
          },
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
  const last = school.ranked.at(-1);
  const tied = school.ranked.filter(({ place }) => place === last?.place).length;
  const named = Object.entries(categories).slice(0, NAMED);
  return [
    [
      {
        text: sayWords(words, 'total', {
          records: countNoun(records, 'positive record'),
          pupils: countNoun(school.pupils, 'pupil'),
          name,
        }),
        bold: true,
      },
    ],
    `${sayWords(words, 'places', {
      places: formatCount(places),
      named: countNoun(school.ranked.length, 'pupil'),
      tied:
        tied > 1
          ? sayWords(words, 'tied', {
              tied: countNoun(tied, 'pupil'),
              entries: countNoun(last?.entries ?? 0, 'record'),
            })
          : '',
    })} ${sayWords(words, `whose_${whose}`, { places: formatCount(places) })}`,
    sayWords(words, 'categories', {
      list: named.map(([category, count]) => `${category} (${formatCount(count)})`).join(', '),
    }),
    ...(without === null ? [] : [sayWords(words, 'without', { without: formatCount(without), name })]),
  ];
}
