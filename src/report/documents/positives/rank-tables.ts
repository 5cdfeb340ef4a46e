import type { PositiveGroup, PositiveRanking, RankedPupil } from '../../../incident/positive-ranking.ts';
import type { ReportBlock, ReportTable } from '../../report-document.ts';
import { formatCount } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';

/** In the list of a year or a class, more than this who tie with one record each are counted, not named. */
const MOST_SINGLES = 5;

/** Every pupil of the first places, all who tie among them. */
export function topTable(words: KindWords, { ranked }: PositiveGroup, name: string): ReportTable {
  return {
    type: 'table',
    caption: sayWords(words, 'top_caption', { name }),
    columns: [
      { header: 'Pupil', align: 'left', width: 0.44 },
      { header: 'Place', align: 'right', width: 0.12 },
      { header: 'Year', align: 'left', width: 0.16 },
      { header: 'Class', align: 'left', width: 0.16 },
      { header: 'Records', align: 'right', width: 0.12 },
    ],
    rows: ranked.map(({ pupil, place, year_group, class_name, entries }) => ({
      cells: [pupil, String(place), year_group ?? '–', class_name ?? '–', formatCount(entries)],
    })),
  };
}

/** The first places of each year or class in one table, or that nothing says which they are in. */
export function groupBlocks(
  words: KindWords,
  groups: readonly PositiveGroup[],
  group: 'year' | 'class',
  name: string,
  places: number,
): readonly ReportBlock[] {
  if (groups.length === 0) return [{ type: 'paragraph', text: sayWords(words, 'no_groups', { group }) }];
  return [
    {
      type: 'table',
      caption: sayWords(words, 'groups_caption', { group, name }),
      columns: [
        { header: group === 'year' ? 'Year' : 'Class', align: 'left', width: 0.24 },
        { header: 'Pupil', align: 'left', width: 0.46 },
        { header: 'Place', align: 'right', width: 0.15 },
        { header: 'Records', align: 'right', width: 0.15 },
      ],
      rows: groups.flatMap(({ group, ranked }) => nameRows(words, group, ranked)),
      note: sayWords(words, 'groups_note', {
        places: formatCount(places),
        group,
        most: formatCount(MOST_SINGLES),
      }),
    },
  ];
}

function nameRows(
  words: KindWords,
  group: string,
  ranked: readonly RankedPupil[],
): readonly { readonly cells: readonly string[] }[] {
  const singles = ranked.filter(({ entries }) => entries === 1);
  const isFolded = singles.length > MOST_SINGLES;
  const named = isFolded ? ranked.filter(({ entries }) => entries > 1) : ranked;
  return [
    ...named.map(({ pupil, place, entries }) => ({
      cells: [group, pupil, String(place), formatCount(entries)],
    })),
    ...(isFolded
      ? [
          {
            cells: [
              group,
              sayWords(words, 'many', { count: formatCount(singles.length) }),
              String(singles[0]?.place ?? ''),
              '1',
            ],
          },
        ]
      : []),
  ];
}

/** How many positive records and pupils each year has. */
export function yearTable(words: KindWords, { years }: PositiveRanking, name: string): ReportTable {
  return {
    type: 'table',
    caption: sayWords(words, 'years_caption', { name }),
    columns: [
      { header: 'Year', align: 'left', width: 0.5 },
      { header: 'Records', align: 'right', width: 0.25 },
      { header: 'Pupils', align: 'right', width: 0.25 },
    ],
    rows: years.map(({ group, entries, pupils }) => ({
      cells: [group, formatCount(entries), formatCount(pupils)],
    })),
  };
}
