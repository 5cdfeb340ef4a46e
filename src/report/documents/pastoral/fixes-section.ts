import { saySpan } from '../../../calendar/say-span.ts';
import type { Analysis, DataQuality } from '../../../incident/analysis.ts';
import type { ReportSection } from '../../report-document.ts';
import { capitalise, countNoun, formatCount, formatShare, joinWords } from '../sentences/format-number.ts';
import { isBusyOutside } from '../sentences/is-busy-outside.ts';
import type { PastoralWords } from '../words/read-pastoral-words.ts';

/** How many categories without a meaning are listed by name. */
const MAX_CATEGORIES = 10;

/** What to mend in the records so that the next pack can say more. */
export function fixesSection({ quality, problems }: Analysis, words: PastoralWords): ReportSection {
  const unmapped = Object.entries(quality.unmapped_categories);
  const items = [
    ...tellMissing(quality),
    ...(quality.late === 0
      ? []
      : [
          `${countNoun(quality.late, 'incident')} of ${formatCount(quality.with_recorded_date)} with a day of entry ${quality.late === 1 ? 'was' : 'were'} entered more than one school day later.`,
        ]),
    ...tellDaysWithout(quality),
    ...(problems.rejected_rows === 0
      ? []
      : [
          `${countNoun(problems.rejected_rows, 'row')} of ${formatCount(problems.data_records)} could not be used; termwise inspect lists each with its reason.`,
        ]),
    ...(quality.pupils_not_on_roll === null || quality.pupils_not_on_roll === 0
      ? []
      : [
          `${countNoun(quality.pupils_not_on_roll, 'pupil')} in incidents ${quality.pupils_not_on_roll === 1 ? 'is' : 'are'} not on the roll file under that name.`,
        ]),
    ...(unmapped.length === 0
      ? []
      : [
          `These categories are not matched to a label yet: ${unmapped
            .slice(0, MAX_CATEGORIES)
            .map(([name, count]) => `${name} (${formatCount(count)})`)
            .join(
              ', ',
            )}${unmapped.length > MAX_CATEGORIES ? ` and ${formatCount(unmapped.length - MAX_CATEGORIES)} more` : ''}.`,
        ]),
  ];
  return {
    heading: words.headings.fixes,
    blocks: [
      items.length === 0
        ? {
            type: 'paragraph',
            text: 'Every incident of the period has a time, a place, a category, an account and an action.',
          }
        : { type: 'bullets', items },
    ],
  };
}

/** What incidents lack, in one sentence: `The time is missing in 34 incidents (10%), the place in 17 (5%).` */
function tellMissing(quality: DataQuality): string[] {
  const { incidents } = quality;
  const lacking = (
    [
      ['the time', quality.with_time],
      ['the place', quality.with_place],
      ['the category', quality.with_category],
      ['what happened', quality.with_narrative],
      ['the action taken', quality.with_action],
    ] as const
  ).filter(([, held]) => held < incidents);
  const [first, ...rest] = lacking.map(([name, held]) => ({
    name,
    lack: incidents - held,
    share: `(${formatShare(1 - held / incidents)})`,
  }));
  if (first === undefined) return [];
  const said = [
    `${capitalise(first.name)} is missing in ${countNoun(first.lack, 'incident')} ${first.share}`,
    ...rest.map(({ name, lack, share }) => `${name} in ${formatCount(lack)} ${share}`),
  ];
  return [`${joinWords(said)}.`];
}

/** School days without any record, and the longest run of them; nothing where so little happens that both are to be expected. */
function tellDaysWithout(quality: DataQuality): string[] {
  const { incidents, days_without_entries, school_days, longest_gap } = quality;
  if (days_without_entries === 0 && longest_gap === null) return [];
  const days = `${formatCount(days_without_entries)} of ${countNoun(school_days, 'school day')}`;
  if (longest_gap === null) return [`Nothing was recorded on ${days}.`];
  const run =
    longest_gap.school_days === days_without_entries
      ? ''
      : `${formatCount(longest_gap.school_days)} of them in a row, `;
  if (!isBusyOutside(incidents, quality)) return [];
  const span = saySpan(longest_gap.from, longest_gap.to);
  return [`Nothing was recorded on ${days}, ${run}${span}: was nobody recording?`];
}
