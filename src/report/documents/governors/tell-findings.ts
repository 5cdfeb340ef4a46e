import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorHeadlineRow } from '../../../privacy/governor-edition.ts';
import type { RichText } from '../../report-document.ts';
import {
  capitalise,
  countNoun,
  formatAbout,
  formatCount,
  formatRate,
  formatShare,
} from '../sentences/format-number.ts';
import { isBusyOutside } from '../sentences/is-busy-outside.ts';
import { nameCategory } from '../sentences/name-category.ts';
import { spellSpan } from '../sentences/name-period.ts';
import { tellChanges } from '../sentences/tell-changes.ts';
import { isCatchAll } from './draw-kinds.ts';
import type { GovernorContext } from './governor-context.ts';
import { pickUnequalGroup, tellGroup } from './tell-groups.ts';

/** More than four push the weekly chart off page one. */
const MAX_FINDINGS = 4;
/** Steady measures fill up to this many when little stands out. */
const MIN_FINDINGS = 4;

/**
 * The three to five things on page one, each computed: how many, which way, and whether that is beyond usual
 * variation. The total comes first, then the clearest change, a group and a place that stand out, and then what is
 * steady; what can't be told is told so. How the weeks went is the title of the chart below.
 */
export function tellFindings(context: GovernorContext): RichText[] {
  const { headline, category_changes, counts } = context.edition;
  const [all, ...others] = headline;
  const categories = category_changes
    .filter((row) => !isCatchAll(row.code, counts) && !(all !== undefined && isSame(row, all)))
    .map((row) => ({ ...row, title: nameCategory(row.title) }));
  const clear = [...others, ...categories].filter(isClear).map((row) => tellRow(row, context));
  const standing = [
    tellGap(context),
    ...clear.slice(0, 1),
    tellUnequal(context),
    tellHotspot(context),
    ...clear.slice(1, 2),
    tellPersistent(context),
  ];
  const steady = ['prejudice.racist', 'bullying', 'exclusion.suspension']
    .map((code) => others.find((row) => row.code === code))
    .filter((row) => row !== undefined && !isClear(row))
    .map((row) => (row === undefined ? null : tellRow(row, context)));
  const first = all === undefined ? null : tellTotal(all, context);
  const told = [first, ...standing].filter(isTold);
  const enough = [...told, ...steady.filter(isTold).slice(0, Math.max(0, MIN_FINDINGS - told.length))].slice(
    0,
    MAX_FINDINGS,
  );
  return enough.length === 0 ? [context.words.none_recorded] : enough;
}

function isTold(text: RichText | null): text is RichText {
  return text !== null;
}

function isClear({ previous, last_year }: GovernorHeadlineRow): boolean {
  return [last_year, previous].some((change) => change?.verdict === 'up' || change?.verdict === 'down');
}

/** A category that every incident has is told with the total: once is enough. */
function isSame(row: GovernorHeadlineRow, all: GovernorHeadlineRow): boolean {
  return (
    row.now === all.now &&
    row.previous?.count === all.previous?.count &&
    row.last_year?.count === all.last_year?.count
  );
}

/** Both comparisons in one clause, last year first; null when neither may be told. */
function tellBoth(row: GovernorHeadlineRow, { calls }: GovernorContext): string | null {
  return tellChanges(row.now, [
    ...(row.last_year === null ? [] : [{ change: row.last_year, other: calls.last_year }]),
    ...(row.previous === null ? [] : [{ change: row.previous, other: calls.previous }]),
  ]);
}

function tellTotal(row: GovernorHeadlineRow, context: GovernorContext): RichText {
  const { now } = row;
  const { school_days } = context.edition.counts;
  if (!isShown(now)) {
    return `The number of behaviour incidents ${context.calls.now} is not shown, because it is small or would give a small number away.`;
  }
  if (now === 0)
    return `No behaviour incident was recorded ${context.calls.now}. ${context.words.none_recorded}`;
  const rate = school_days > 0 ? `, ${formatRate(now / school_days)} a school day` : '';
  const both = tellBoth(row, context);
  const change = both === null ? '' : ` ${capitalise(both)}.`;
  return [
    {
      text: `${countNoun(now, 'behaviour incident')} ${now === 1 ? 'was' : 'were'} recorded ${context.calls.now}`,
      bold: true,
    },
    { text: `${rate}.${change}` },
  ];
}

/** One measure and how it compares; null when its number, or all it compares with, is hidden. */
export function tellRow(row: GovernorHeadlineRow, context: GovernorContext): RichText | null {
  const both = tellBoth(row, context);
  if (both === null || !isShown(row.now)) return null;
  if (row.now === 0) {
    return [
      { text: `${row.title}: none recorded.`, bold: true },
      { text: ` ${capitalise(both)}. ${context.words.none_recorded}` },
    ];
  }
  return [{ text: `${row.title}: ${formatCount(row.now)}.`, bold: true }, { text: ` ${capitalise(both)}.` }];
}

function tellGap({ edition }: GovernorContext): RichText | null {
  const { longest_gap: gap, incidents } = edition.quality;
  if (gap === null || !isBusyOutside(incidents, edition.quality)) return null;
  // The weekly chart below says so itself where a whole week is empty.
  if (edition.chart?.points.slice(edition.chart.start).some((week) => week.incidents === 0) === true)
    return null;
  return [
    { text: `Nothing was recorded on ${formatCount(gap.school_days)} school days in a row,`, bold: true },
    { text: ` ${spellSpan(gap)}. That is more likely a gap in the records than a quiet time.` },
  ];
}

function tellUnequal({ groups }: GovernorContext): RichText | null {
  const row = pickUnequalGroup(groups);
  return row === null ? null : [{ text: 'Groups: ', bold: true }, { text: tellGroup(row) }];
}

function tellHotspot({ edition }: GovernorContext): RichText | null {
  const [spot] = edition.hotspots;
  if (spot === undefined || !isShown(spot.observed) || spot.expected === null) return null;
  const when = spot.weekday === null ? spot.period : `${spot.period}, ${spot.weekday}s`;
  return [
    { text: `A busy spot: ${[spot.place, when].filter((part) => part !== '').join(', ')}.`, bold: true },
    {
      text: ` ${countNoun(spot.observed, 'incident')} from ${spellSpan(spot)}, where about ${formatAbout(spot.expected)} would be usual.`,
    },
  ];
}

function tellPersistent({ edition }: GovernorContext): RichText | null {
  const { bands, involvements, harmed_or_witness } = edition.counts;
  const { pupils, involvements: theirs } = bands.six_or_more;
  if (!isShown(pupils) || !isShown(theirs) || !isShown(involvements) || !isShown(harmed_or_witness))
    return null;
  const whole = involvements - harmed_or_witness;
  if (pupils === 0 || whole < 10) return null;
  return [
    {
      text: `${countNoun(pupils, 'pupil')} ${pupils === 1 ? 'was' : 'were'} in six or more incidents each.`,
      bold: true,
    },
    { text: ` Together they account for ${formatShare(theirs / whole)} of all involvements.` },
  ];
}
