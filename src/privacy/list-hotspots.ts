import type { Finding } from '../incident/finding.ts';
import { type CountCell, HIDDEN, isShown } from './count-cell.ts';
import type { GovernorHotspot, GovernorTrend } from './governor-edition.ts';
import type { HidingRules } from './hiding-rules.ts';
import { maskYear } from './mask-analysis.ts';
import { maskNames } from './mask-names.ts';

const WEEKDAYS = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** A hot spot by its place (as masked), its time and its days. */
export type Spot = Pick<GovernorHotspot, 'place' | 'period' | 'weekday' | 'from' | 'to'>;

/** What a hot spot is part of, as shown, and whether all of the hot spot lies within what they count. */
interface Wholes {
  readonly place: CountCell;
  readonly slot: CountCell;
  readonly isWithin: boolean;
}

/**
 * Clear hot spots, most unusual first. The subject is `Place | Period | Weekday`, which holds no pupil. No number is
 * given of a place whose own number the edition hides, nor one that would leave few of its place or of its time.
 */
export function listHotspots(
  findings: readonly Finding[],
  rules: HidingRules,
  names: readonly string[],
  wholesOf: (spot: Spot) => Wholes,
): GovernorHotspot[] {
  return findings
    .filter(({ kind, tier }) => kind === 'hotspot' && tier === 'clear')
    .sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0) || (a.subject < b.subject ? -1 : 1))
    .map((finding) => {
      const [place, period, weekday] = finding.subject.split(' | ').map((part) => part.trim());
      const named = weekday !== undefined && WEEKDAYS.test(weekday) ? weekday : null;
      const { from, to } = finding;
      const spot = {
        place: maskNames(place ?? '', names),
        period: maskNames(period ?? '', names),
        weekday: named,
      };
      const wholes = wholesOf({ ...spot, from, to });
      const isTold = isShown(wholes.place) && !leavesFew(finding.observed, wholes, rules);
      return { ...spot, ...(isTold ? hideObserved(finding, rules) : UNTOLD), from, to };
    });
}

const UNTOLD = { observed: HIDDEN, expected: null } as const;

/** Whether what a hot spot leaves of its place or its time are few. */
function leavesFew(observed: number, { place, slot, isWithin }: Wholes, { threshold }: HidingRules): boolean {
  const isFew = (whole: CountCell): boolean =>
    isShown(whole) && whole > observed && whole - observed < threshold;
  return isWithin && [place, slot].some(isFew);
}

/**
 * Clear steps of the whole school or a year group; class and pupil findings are only counted. No number is given of a
 * year group whose own number the edition hides.
 */
export function listSchoolTrends(
  findings: readonly Finding[],
  rules: HidingRules,
  names: readonly string[],
  isYearShown: (year: string) => boolean,
): GovernorTrend[] {
  return findings.flatMap((finding) => {
    const { kind, tier, direction, ratio, interval } = finding;
    if ((kind !== 'school_trend' && kind !== 'year_trend') || tier !== 'clear' || direction === null)
      return [];
    const isTold = kind === 'school_trend' || isYearShown(maskYear(finding.subject));
    const { observed, expected }: Observed = isTold ? hideObserved(finding, rules) : UNTOLD;
    const shown = observed !== HIDDEN;
    return [
      {
        about: kind === 'school_trend' ? 'the whole school' : maskYear(finding.subject),
        category: finding.category === null ? null : maskNames(finding.category, names),
        direction,
        observed,
        expected,
        ratio: shown ? ratio : null,
        interval: shown ? interval : null,
        from: finding.from,
        to: finding.to,
      },
    ];
  });
}

interface Observed {
  readonly observed: CountCell;
  readonly expected: number | null;
}

function hideObserved({ observed, expected }: Finding, rules: HidingRules): Observed {
  return observed > 0 && observed < rules.threshold
    ? { observed: HIDDEN, expected: null }
    : { observed, expected };
}
