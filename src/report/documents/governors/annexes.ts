import { readTaxonomy } from '../../../policy/taxonomy.ts';
import { type CountCell, HIDDEN, isShown } from '../../../privacy/count-cell.ts';
import type { CellTable, GovernorQuality } from '../../../privacy/governor-edition.ts';
import type { ReportBlock, ReportSection, ReportTable } from '../../report-document.ts';
import { countNoun, formatCount, formatRate, formatShare, joinWords } from '../sentences/format-number.ts';
import { spellSpan } from '../sentences/name-period.ts';
import { fillWords } from '../words/fill-words.ts';
import { type GovernorContext, printCell } from './governor-context.ts';
import { groupTable, termTable } from './sections.ts';
import { compareTable } from './tables.ts';

/** A: number tables behind the figures. */
export function numbersAnnex(context: GovernorContext): ReportSection {
  const { counts } = context.edition;
  return {
    heading: context.words.headings.annex_numbers,
    annex: true,
    blocks: [
      ...(context.edition.chart === null ? [] : [termTable(context)]),
      ...cellTables(
        context,
        'Incidents by category',
        'Category',
        counts.categories,
        (each) => each.categories,
      ),
      ...cellTables(context, 'Incidents by place', 'Place', counts.places, (each) => each.places),
      ...cellTables(
        context,
        'Involvements by year group',
        'Year group',
        counts.year_groups,
        (each) => each.year_groups,
      ),
      ...groupTables(context),
      rateTable(context),
    ],
  };
}

/** Every group with its rates, when there is a roll. */
function groupTables(context: GovernorContext): ReportTable[] {
  const { groups } = context.edition;
  return groups.length === 0
    ? []
    : [groupTable(context, groups, `Rates of all groups, ${context.calls.now}`)];
}

type ReadTable = (counts: GovernorContext['edition']['counts']) => CellTable;

/**
 * Rows of every period, most now first. Rows that show no number at all are named in one line below: a column of
 * symbols tells nobody anything.
 */
function cellTables(
  context: GovernorContext,
  caption: string,
  header: string,
  now: CellTable,
  read: ReadTable,
): ReportBlock[] {
  const { last_year, previous } = context.edition.comparisons;
  const keys = [
    ...new Set(
      [now, ...[last_year, previous].map((each) => (each === null ? {} : read(each)))].flatMap(Object.keys),
    ),
  ];
  const size = (cell: CountCell): number => (cell === HIDDEN ? 0.5 : cell);
  const isYears = header === 'Year group';
  const ordered = keys.sort((a, b) =>
    isYears ? yearRank(a) - yearRank(b) : size(now[b] ?? 0) - size(now[a] ?? 0) || (a < b ? -1 : 1),
  );
  const periods = [context.edition.counts, last_year, previous].filter((each) => each !== null);
  const isTold = (key: string): boolean =>
    periods.some((each) => {
      const cell = read(each)[key] ?? 0;
      return isShown(cell) && cell > 0;
    });
  const seldom = ordered.filter((key) => !isTold(key));
  return [
    compareTable(
      context,
      caption,
      header,
      ordered.filter(isTold).map((key) => ({ title: key, read: (each) => read(each)[key] ?? 0 })),
    ),
    ...(seldom.length === 0
      ? []
      : [
          {
            type: 'paragraph' as const,
            text: `Recorded, with no number that can be shown: ${joinWords(seldom)}.`,
            muted: true,
          },
        ]),
  ];
}

function yearRank(year: string): number {
  const number = Number(/(\d+)/.exec(year)?.[1] ?? Number.NaN);
  if (!Number.isNaN(number)) return number;
  return { Nursery: -2, Reception: -1 }[year] ?? 100;
}

function rateTable(context: GovernorContext): ReportTable {
  const { symbol } = context.edition.rules;
  const told = (change: GovernorContext['edition']['headline'][number]['last_year']): string => {
    if (change === null) return '–';
    if (change.verdict === 'hidden') return symbol;
    if (change.ratio === null || change.interval === null) return '–';
    const [low, high] = change.interval;
    return `${formatRate(change.ratio)} (${formatRate(low)} to ${high === null ? 'any' : formatRate(high)})`;
  };
  const { comparisons } = context.edition;
  const ratios = [
    ...(comparisons.last_year === null ? [] : ['Ratio to last year']),
    ...(comparisons.previous === null ? [] : [`Ratio to ${context.calls.previous}`]),
  ];
  return {
    type: 'table',
    caption: 'Change in the rate per school day, as a ratio with its 95% interval',
    columns: [
      { header: 'Measure', align: 'left', width: 1 - 0.3 * ratios.length },
      ...ratios.map((header) => ({ header, align: 'right' as const, width: 0.3 })),
    ],
    rows: context.edition.headline.map((row) => ({
      cells: [
        row.title,
        ...(comparisons.last_year === null ? [] : [told(row.last_year)]),
        ...(comparisons.previous === null ? [] : [told(row.previous)]),
      ],
    })),
    note: 'A ratio of 1 means no change. The interval allows for how much this school’s weeks vary.',
  };
}

/** B: definitions of the labels that this report counts. */
export function definitionsAnnex(context: GovernorContext): ReportSection {
  const families = new Set(['bullying', 'prejudice', 'child_on_child', 'staff', 'handling', 'exclusion']);
  return {
    heading: context.words.headings.annex_definitions,
    annex: true,
    blocks: [
      {
        type: 'table',
        caption: 'What is counted under each name',
        columns: [
          { header: 'Name', align: 'left', width: 0.3 },
          { header: 'What counts', align: 'left', width: 0.7 },
        ],
        rows: readTaxonomy()
          .labels.filter(({ family }) => families.has(family))
          .map(({ title, definition }) => ({ cells: [title, definition] })),
      },
    ],
  };
}

/** C: how far the records can be believed. */
export function qualityAnnex(context: GovernorContext): ReportSection {
  const { quality, imported, meta, counts } = context.edition;
  const share = (value: number | null): string => (value === null ? '–' : formatShare(value));
  const rows: readonly (readonly [string, string])[] = [
    ['A time', share(quality.with_time)],
    ['A place', share(quality.with_place)],
    ['A category', share(quality.with_category)],
    ['An account of what happened', share(quality.with_narrative)],
    ['The action taken', share(quality.with_action)],
    ['The day it was entered', share(quality.with_recorded_date)],
    ['Of those, entered the same day', share(quality.same_day)],
    ['Of those, entered more than one school day later', share(quality.late)],
    ['A label for a person to check', share(quality.to_review)],
  ];
  const sentences = [
    imported === null
      ? `Every row of ${countNoun(meta.files, 'file')} is accounted for. How many there are is not shown, so that no small number can be worked out; the school's own check of the files lists them.`
      : `${countNoun(imported.data_records, 'row')} ${imported.data_records === 1 ? 'was' : 'were'} read from ${countNoun(meta.files, 'file')}: ${formatCount(imported.accepted_rows)} accepted and ${formatCount(imported.rejected_rows)} rejected. They hold ${countNoun(imported.distinct_incidents, 'record')}.`,
    ...tellQuietDays(quality),
    `Other records ${context.calls.now}, not counted as behaviour: positive ${printCell(counts.records.positive, context)}, welfare ${printCell(counts.records.safeguarding, context)}, accidents ${printCell(counts.records.accident, context)}.`,
    ...(quality.unmapped_categories === 0
      ? []
      : [
          `${formatCount(quality.unmapped_categories)} of the school's categories ${quality.unmapped_categories === 1 ? 'is' : 'are'} not yet matched to a label; the words of those records were still read.`,
        ]),
    ...(quality.pupils_not_on_roll === null || quality.pupils_not_on_roll === 0
      ? []
      : [
          `${isShown(quality.pupils_not_on_roll) ? countNoun(quality.pupils_not_on_roll, 'pupil') : 'A few pupils'} in incidents ${quality.pupils_not_on_roll === 1 ? 'is' : 'are'} not on the roll file, and left out of group tables.`,
        ]),
    ...meta.assumptions,
  ];
  return {
    heading: context.words.headings.annex_quality,
    annex: true,
    blocks: [
      { type: 'bullets', items: sentences },
      {
        type: 'table',
        caption: `What behaviour records hold, as a share of incidents ${context.calls.now}`,
        columns: [
          { header: 'Records with', align: 'left', width: 0.7 },
          { header: 'Share', align: 'right', width: 0.3 },
        ],
        rows: rows.map((cells) => ({ cells })),
      },
    ],
  };
}

/** Days on which nothing at all was recorded; nothing is said of them where that would tell a hidden total. */
function tellQuietDays({
  school_days,
  days_without_entries: quiet,
  longest_gap: gap,
}: GovernorQuality): string[] {
  if (quiet === null || school_days === 0) return [];
  return [
    quiet === 0
      ? 'At least one record was made on every school day.'
      : `Nothing was recorded on ${formatCount(quiet)} of ${countNoun(school_days, 'school day')}.`,
    ...(gap === null
      ? []
      : [
          `The longest run of school days without a record was ${formatCount(gap.school_days)}, ${spellSpan(gap)}.`,
        ]),
  ];
}

/** D: counting rules, method, hidden cells, and what was looked for. */
export function methodAnnex(context: GovernorContext): ReportSection {
  const { edition, words } = context;
  const { threshold, symbol, groupMinimum } = edition.rules;
  const hiding = words.hiding_rule.map((rule) =>
    fillWords(rule, { top: String(threshold - 1), symbol, minimum: String(groupMinimum) }),
  );
  return {
    heading: words.headings.annex_method,
    annex: true,
    blocks: [
      { type: 'subheading', text: 'Counting rules' },
      { type: 'bullets', items: words.counting_rules },
      { type: 'subheading', text: 'Hidden numbers' },
      { type: 'bullets', items: hiding },
      { type: 'subheading', text: 'Comparing' },
      { type: 'bullets', items: words.method },
      {
        type: 'paragraph',
        text: `Made by Termwise ${edition.meta.termwise}, taxonomy ${edition.meta.taxonomy_version}, policy ${edition.meta.profile}. Input fingerprint ${edition.meta.fingerprint}.`,
        muted: true,
      },
    ],
  };
}
