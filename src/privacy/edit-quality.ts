import type { Analysis } from '../incident/analysis.ts';
import { asksForDayOfEntry } from '../policy/built-in-profiles.ts';
import { type CountCell, isShown } from './count-cell.ts';
import type { GovernorQuality } from './governor-edition.ts';
import type { HidingRules } from './hiding-rules.ts';

type Show = (id: string) => CountCell;

/** A share that would give away a hidden cell (incidents less those without a place) is left out with it. */
export function editQuality(
  { meta, quality, counts }: Analysis,
  rules: HidingRules,
  show: Show,
): GovernorQuality {
  const share = (part: number, whole: number): number | null => (whole < 10 ? null : part / whole);
  const total = isShown(show('now.incidents')) ? quality.incidents : 0;
  const unlessHidden = (cell: string, value: number | null) => (isShown(show(`now.${cell}`)) ? value : null);
  const timesHidden = Object.keys(counts.weekday_period).some(
    (day) => !isShown(show(`now.weekday_period.${day}.Time not recorded`)),
  );
  // Days with records are at most the records there are, and dates of a gap can leave one day over.
  const daysWith = quality.school_days - quality.days_without_entries;
  // More days than the records shown can fill are filled by those of a kind that is hidden.
  const known = Object.keys(counts.records).map((kind) => show(`now.records.${kind}`));
  const isFilled =
    known.every(isShown) || daysWith <= known.reduce((sum: number, n) => sum + (isShown(n) ? n : 0), 0);
  const isFew = daysWith > 0 && daysWith < rules.threshold;
  const quiet = isShown(show('now.incidents')) && isFilled && !isFew;
  const dated = total === 0 ? 0 : quality.with_recorded_date;
  // Where the policy asks that every incident is entered on its day, these are the numbers of that duty.
  const { with_recorded_date: entered, same_day: inTime } = quality;
  const isKept =
    asksForDayOfEntry(meta.profile) &&
    [entered, quality.incidents - entered, inTime, entered - inTime].some(
      (n) => n > 0 && n < rules.threshold,
    );
  const unlessKept = (value: number | null): number | null => (isKept ? null : value);
  return {
    incidents: show('now.incidents'),
    with_time: timesHidden ? null : share(quality.with_time, total),
    with_place: unlessHidden('places.Not recorded', share(quality.with_place, total)),
    with_category: unlessHidden('categories.Not recorded', share(quality.with_category, total)),
    with_narrative: share(quality.with_narrative, total),
    with_action: share(quality.with_action, total),
    with_recorded_date: unlessKept(share(entered, total)),
    same_day: unlessKept(share(inTime, dated)),
    late: unlessKept(share(quality.late, dated)),
    to_review: share(quality.to_review, total),
    school_days: quality.school_days,
    days_without_entries: quiet ? quality.days_without_entries : null,
    longest_gap: quiet ? quality.longest_gap : null,
    unmapped_categories: Object.keys(quality.unmapped_categories).length,
    pupils_not_on_roll: quality.pupils_not_on_roll === null ? null : show('not_on_roll'),
  };
}
