import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { GovernorQuality } from '../../../privacy/governor-edition.ts';
import type { ReportSection, ReportTable } from '../../report-document.ts';
import { countNoun, formatCount, formatShare } from '../sentences/format-number.ts';
import { spellSpan } from '../sentences/name-period.ts';
import type { GovernorContext } from './governor-context.ts';

/** C: how far the records can be believed. */
export function qualityAnnex(context: GovernorContext): ReportSection {
  const { quality, imported, meta, counts } = context.edition;
  const share = (value: number | null): string => (value === null ? '–' : formatShare(value));
  const say = (cell: CountCell): string => (isShown(cell) ? formatCount(cell) : 'not shown');
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
    ...(isShown(counts.incidents) && isShown(counts.pupils) && counts.incidents > 0
      ? [
          `Behaviour incidents ${context.calls.now}: ${formatCount(counts.incidents)}. They name ${countNoun(counts.pupils, 'pupil')}, those harmed and witnesses counted too.`,
        ]
      : []),
    ...tellQuietDays(quality),
    tellDecisions(context),
    `Other records ${context.calls.now}, not counted as behaviour: positive ${say(counts.records.positive)}, welfare ${say(counts.records.safeguarding)}, accidents ${say(counts.records.accident)}.`,
    ...(quality.unmapped_categories === 0
      ? []
      : [
          `${formatCount(quality.unmapped_categories)} of the school's categories ${quality.unmapped_categories === 1 ? 'is' : 'are'} not yet matched to a label; the words of those records were still read.`,
        ]),
    ...(quality.pupils_not_on_roll === null || quality.pupils_not_on_roll === 0
      ? []
      : [
          // A nought can be hidden too, so nothing is said of there being any.
          isShown(quality.pupils_not_on_roll)
            ? `${countNoun(quality.pupils_not_on_roll, 'pupil')} in incidents ${quality.pupils_not_on_roll === 1 ? 'is' : 'are'} not on the roll file, and left out of group tables.`
            : 'Pupils in incidents who are not on the roll file are left out of group tables. How many there are, if any, is not shown.',
        ]),
    ...meta.assumptions,
  ];
  return {
    heading: context.words.headings.annex_quality,
    annex: true,
    blocks: [
      { type: 'bullets', items: sentences },
      ...(rows.every(([, told]) => told === '–') ? [] : [shareTable(rows, context)]),
    ],
  };
}

function shareTable(rows: readonly (readonly [string, string])[], { calls }: GovernorContext): ReportTable {
  return {
    type: 'table',
    caption: `What behaviour records hold, as a share of incidents ${calls.now}`,
    columns: [
      { header: 'Records with', align: 'left', width: 0.7 },
      { header: 'Share', align: 'right', width: 0.3 },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}

/** How far a person has looked at the labels; a small number is not given, as no small number is. */
function tellDecisions({ edition: { meta, rules } }: GovernorContext): string {
  const decided = meta.decisions.confirmed + meta.decisions.changed;
  if (decided === 0) return 'Labels are given by rules; no person has yet confirmed or changed one.';
  if (decided < rules.threshold) return 'Labels are given by rules; a person has confirmed or changed a few.';
  return `Labels are given by rules; a person has confirmed or changed ${formatCount(decided)}.`;
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
