import type { Finding } from '../incident/finding.ts';
import { type CountCell, HIDDEN } from './count-cell.ts';
import type { GovernorHotspot, GovernorTrend } from './governor-edition.ts';
import type { HidingRules } from './hiding-rules.ts';
import { maskYear } from './mask-analysis.ts';
import { maskNames } from './mask-names.ts';

const WEEKDAYS = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/**
 * Clear hot spots, most unusual first. The subject is `Place | Period | Weekday`, which holds no pupil. No number is
 * given of a place (as masked) whose own number the edition hides.
 */
export function listHotspots(
  findings: readonly Finding[],
  rules: HidingRules,
  names: readonly string[],
  isPlaceShown: (place: string) => boolean,
): GovernorHotspot[] {
  return findings
    .filter(({ kind, tier }) => kind === 'hotspot' && tier === 'clear')
    .sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0) || (a.subject < b.subject ? -1 : 1))
    .map((finding) => {
      const [place, period, weekday] = finding.subject.split(' | ').map((part) => part.trim());
      const named = weekday !== undefined && WEEKDAYS.test(weekday) ? weekday : null;
      const masked = maskNames(place ?? '', names);
      return {
        place: masked,
        period: maskNames(period ?? '', names),
        weekday: named,
        ...(isPlaceShown(masked) ? hideObserved(finding, rules) : { observed: HIDDEN, expected: null }),
        from: finding.from,
        to: finding.to,
      };
    });
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
    const { observed, expected }: Observed = isTold
      ? hideObserved(finding, rules)
      : { observed: HIDDEN, expected: null };
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
