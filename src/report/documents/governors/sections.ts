import { readTaxonomy } from '../../../policy/taxonomy.ts';
import type { CountCell } from '../../../privacy/count-cell.ts';
import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorCounts, GovernorGroupRow } from '../../../privacy/governor-edition.ts';
import type { ReportBlock, ReportSection, ReportTable } from '../../report-document.ts';
import {
  countNoun,
  formatAbout,
  formatCount,
  formatRate,
  joinWords,
  uncapitalise,
} from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { drawCategories, drawGroups, drawHeatMap, drawPlaces, drawWeeks } from './figures.ts';
import { chooseComparison, type GovernorContext, printCell } from './governor-context.ts';
import { pickQuestions } from './pick-questions.ts';
import { compareTable, headlineTable } from './tables.ts';
import { tellFindings, tellRow } from './tell-findings.ts';
import { pickUnequalGroup, tellGroup } from './tell-groups.ts';

/** 1: what to know, with the headline table. */
export function knowSection(context: GovernorContext): ReportSection {
  const { words, edition } = context;
  const { symbol, threshold } = edition.rules;
  return {
    heading: words.headings.know,
    blocks: [
      { type: 'bullets', items: tellFindings(context) },
      headlineTable(context),
      {
        type: 'paragraph',
        text: `${words.low_counts} ${fillWords(words.edition_note, { top: String(threshold - 1), symbol })} ${words.purpose}`,
        muted: true,
      },
    ],
  };
}

/** 2: is it changing: the weekly chart (its terms stand in annex A), or else every term of the record. */
export function changeSection(context: GovernorContext): ReportSection {
  const { words, edition } = context;
  const blocks: ReportBlock[] = [
    ...(edition.chart === null
      ? [{ type: 'paragraph' as const, text: tellNoChart(context) }, termTable(context)]
      : [drawWeeks(edition.chart, context)]),
    ...tellOthers(context),
  ];
  return { heading: words.headings.change, blocks };
}

/** Why there is no weekly chart. */
function tellNoChart({ edition, words }: GovernorContext): string {
  const { school_days, incidents } = edition.counts;
  if (school_days < 10) return words.no_chart_short;
  return isShown(incidents) ? words.no_chart : words.no_chart_hidden;
}

/** Suspensions and positive records beside the chart of all incidents. */
function tellOthers(context: GovernorContext): ReportBlock[] {
  const items = ['exclusion.suspension', 'exclusion.permanent', 'positive'].flatMap((code) => {
    const row = context.edition.headline.find((each) => each.code === code);
    const told = row === undefined ? null : tellRow(row, context);
    return told === null ? [] : [told];
  });
  return items.length === 0 ? [] : [{ type: 'bullets', items }];
}

/** Every term of the record. */
export function termTable(context: GovernorContext): ReportTable {
  const { edition } = context;
  const positives = edition.terms.some((row) => row.positives !== 0);
  const perDay = (count: CountCell, days: number): string =>
    isShown(count) && days > 0 ? formatRate(count / days) : printCell(count, context);
  const column = (header: string, width: number) => ({ header, align: 'right' as const, width });
  return {
    type: 'table',
    caption: 'Behaviour incidents in every term of the record',
    columns: [
      { header: 'Term', align: 'left', width: positives ? 0.25 : 0.4 },
      column('School days', 0.15),
      column('Incidents', 0.15),
      column('Per school day', 0.15),
      column('Suspensions', 0.15),
      ...(positives ? [column('Positive records', 0.15)] : []),
    ],
    rows: edition.terms.map((row) => ({
      cells: [
        row.term,
        formatCount(row.school_days),
        printCell(row.incidents, context),
        perDay(row.incidents, row.school_days),
        printCell(row.suspensions, context),
        ...(positives ? [printCell(row.positives, context)] : []),
      ],
    })),
    note: 'School days up to the last record. Incidents dated in a holiday are left out here.',
  };
}

/** 3: what is recorded. */
export function kindsSection(context: GovernorContext): ReportSection {
  const figure = drawCategories(context);
  return {
    heading: context.words.headings.kinds,
    blocks: [
      figure ?? {
        type: 'paragraph',
        text: 'Fewer than two kinds have a number that can be shown. The table in annex A has what there is.',
      },
    ],
  };
}

/** 4: bullying, prejudice, child-on-child abuse, staff, force and exclusions. */
export function seriousSection(context: GovernorContext): ReportSection {
  const { words } = context;
  const { captions } = words;
  const family = (...names: string[]): Row[] =>
    readTaxonomy()
      .labels.filter((label) => names.includes(label.family))
      .map(({ code, title }) => ({ title, code: `labels.${code}` }));
  const parts = [
    { caption: captions.bullying, rows: family('bullying'), note: words.bullying_note },
    {
      caption: captions.prejudice,
      rows: [...family('prejudice'), { title: 'Any prejudice', code: 'families.prejudice' }],
      note: words.prejudice_note,
    },
    { caption: captions.child_on_child, rows: family('child_on_child'), note: words.child_note },
    { caption: captions.staff, rows: family('staff', 'handling'), note: undefined },
    { caption: captions.exclusion, rows: family('exclusion'), note: words.exclusion_note },
  ];
  const none = parts.flatMap(({ rows }) => rows.filter((row) => isNeverRecorded(row, context)));
  return {
    heading: words.headings.serious,
    blocks: [
      ...parts.flatMap(({ caption, rows, note }) => labelTable(context, caption, rows, note)),
      ...(none.length === 0
        ? []
        : [
            {
              type: 'paragraph' as const,
              text: `Not recorded in any of the periods shown: ${joinWords(none.map(({ title }) => uncapitalise(title)))}. ${words.none_recorded}`,
            },
          ]),
    ],
  };
}

interface Row {
  readonly title: string;
  readonly code: string;
}

/** Nought in every period, and not a line that is always printed. */
function isNeverRecorded(row: Row, { edition }: GovernorContext): boolean {
  const { counts, comparisons } = edition;
  const periods = [counts, comparisons.last_year, comparisons.previous].filter((each) => each !== null);
  return !alwaysNamed(row) && periods.every((each) => readRow(each, row) === 0);
}

/** A table of labels, without those never recorded; none when that leaves no row. */
function labelTable(
  context: GovernorContext,
  caption: string,
  all: readonly Row[],
  note: string | undefined,
): ReportBlock[] {
  const rows = all.filter((row) => !isNeverRecorded(row, context));
  if (rows.length === 0) return [];
  return [
    compareTable(
      context,
      caption,
      'Incidents',
      rows.map((row) => ({ title: row.title, read: (each) => readRow(each, row) })),
      note,
    ),
  ];
}

/** Racist incidents, all bullying and permanent exclusions have their line even at nought. */
function alwaysNamed({ code }: Row): boolean {
  return ['labels.prejudice.racist', 'labels.bullying', 'labels.exclusion.permanent'].includes(code);
}

function readRow(counts: GovernorCounts, { code }: Row): CountCell {
  if (code.startsWith('families.')) return counts.families[code.slice('families.'.length)] ?? 0;
  return counts.labels[code.slice('labels.'.length)] ?? 0;
}

/** 5: when and where. */
export function whereSection(context: GovernorContext): ReportSection {
  const { edition, words } = context;
  const spots = edition.hotspots.flatMap(({ place, period, weekday, observed, expected }) => {
    if (!isShown(observed) || expected === null) return [];
    const where = [place, period, weekday === null ? '' : `${weekday}s`]
      .filter((part) => part !== '')
      .join(', ');
    return [
      `${where}: ${countNoun(observed, 'incident')}, where about ${formatAbout(expected)} would be usual.`,
    ];
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
      { type: 'paragraph', text: words.places_caution },
      ...(spots.length === 0 ? [] : [{ type: 'bullets' as const, items: spots }]),
    ],
  };
}

/** Characteristics with many groups are not drawn: their rates are in the annex. */
const IN_ANNEX: readonly string[] = ['Year group', 'Ethnicity'];

/** Groups that are only the rest of another: all groups stand in the annex. */
const COMPLEMENTS: readonly string[] = ['No', 'No SEN', 'Not recorded'];

/** 6: groups of pupils (with a roll) and pupils with many incidents. */
export function whoSection(context: GovernorContext): ReportSection {
  const { edition, words } = context;
  const [all, ...rows] = edition.groups;
  const compared = rows.filter(({ characteristic }) => !IN_ANNEX.includes(characteristic));
  const shown = compared.filter(({ characteristic }) =>
    compared.some((row) => row.characteristic === characteristic && row.rate !== null),
  );
  const tooFew = [
    ...new Set(compared.filter((row) => !shown.includes(row)).map(({ characteristic }) => characteristic)),
  ];
  const focus = shown.filter(({ group }) => !COMPLEMENTS.includes(group));
  const figure = drawGroups(focus, all, context);
  const groups: ReportBlock[] =
    edition.groups.length === 0
      ? [{ type: 'paragraph', text: words.no_roll }]
      : [
          ...(figure === null ? [] : [figure]),
          groupTable(context, [all, ...focus], `Pupils and involvements by group, ${context.calls.now}`),
          {
            type: 'paragraph',
            text: `${tooFew.length === 0 ? '' : `Not shown: ${joinWords(tooFew.map(uncapitalise))}. `}${tellGroups(rows)} ${words.groups_caution}`,
          },
        ];
  return { heading: words.headings.who, blocks: [...groups, bandTable(context)] };
}

/** Which group stands out, if any could be compared at all. */
function tellGroups(rows: readonly GovernorGroupRow[]): string {
  const unequal = pickUnequalGroup(rows);
  if (unequal !== null) return tellGroup(unequal);
  return rows.some(({ ratio }) => ratio !== null)
    ? 'No group of pupils was clearly involved more often than other pupils.'
    : 'The groups are too small to compare.';
}

/** Rows of groups with their rates, as printed; the first is everyone. */
export function groupTable(
  context: GovernorContext,
  groups: readonly (GovernorGroupRow | undefined)[],
  caption: string,
): ReportTable {
  const interval = (pair: readonly [number, number | null] | null): string =>
    pair === null ? '' : ` (${formatRate(pair[0])} to ${pair[1] === null ? '…' : formatRate(pair[1])})`;
  const { symbol } = context.edition.rules;
  return {
    type: 'table',
    caption,
    columns: [
      { header: 'Group', align: 'left', width: 0.3 },
      { header: 'On roll', align: 'right', width: 0.11 },
      { header: 'Pupils involved', align: 'right', width: 0.14 },
      { header: 'Involvements', align: 'right', width: 0.15 },
      { header: 'Rate (interval)', align: 'right', width: 0.3 },
    ],
    rows: groups
      .filter((row) => row !== undefined)
      .map((row, index) => ({
        cells: [
          index === 0 ? row.group : `${row.characteristic}: ${row.group}`,
          printCell(row.on_roll, context),
          printCell(row.pupils, context),
          printCell(row.involvements, context),
          row.rate === null ? symbol : `${formatRate(row.rate)}${interval(row.rate_interval)}`,
        ],
        ...(index === 0 ? { total: true } : {}),
      })),
    note: `Rate: involvements per 100 pupils in a five-day week. ${context.words.groups_roles}`,
  };
}

const BANDS = [
  ['one', 'One incident'],
  ['two_to_five', 'Two to five incidents'],
  ['six_or_more', 'Six or more incidents'],
] as const;

function bandTable(context: GovernorContext): ReportTable {
  const other = chooseComparison(context);
  return {
    type: 'table',
    caption: `Pupils by the number of incidents they were in, ${context.calls.now}`,
    columns: [
      { header: 'Pupils in', align: 'left', width: other === null ? 0.5 : 0.37 },
      { header: 'Pupils', align: 'right', width: other === null ? 0.25 : 0.18 },
      { header: 'Involvements', align: 'right', width: other === null ? 0.25 : 0.2 },
      ...(other === null
        ? []
        : [{ header: `Pupils, ${other.name.replace(/^the /, '')}`, align: 'right' as const, width: 0.25 }]),
    ],
    rows: BANDS.map(([band, title]) => ({
      cells: [
        title,
        printCell(context.edition.counts.bands[band].pupils, context),
        printCell(context.edition.counts.bands[band].involvements, context),
        ...(other === null ? [] : [printCell(other.counts.bands[band].pupils, context)]),
      ],
    })),
    note: context.words.bands_note,
  };
}

/** 7: three questions, computed from what was found. */
export function askSection(context: GovernorContext): ReportSection {
  return {
    heading: context.words.headings.ask,
    blocks: [{ type: 'bullets', items: pickQuestions(context) }],
  };
}
