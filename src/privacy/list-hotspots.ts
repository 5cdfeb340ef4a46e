import type { Finding } from '../incident/finding.ts';
import { type CountCell, HIDDEN } from './count-cell.ts';
import type { GovernorHotspot, GovernorTrend } from './governor-edition.ts';
import type { HidingRules } from './hiding-rules.ts';
import { maskYear } from './mask-analysis.ts';
import { maskNames } from './mask-names.ts';

const WEEKDAYS = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Clear hot spots, most unusual first. The subject is `Place | Period | Weekday`, which holds no pupil. */
export function listHotspots(
  findings: readonly Finding[],
  rules: HidingRules,
  names: readonly string[],
): GovernorHotspot[] {
  return findings
    .filter(({ kind, tier }) => kind === 'hotspot' && tier === 'clear')
    .sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0) || (a.subject < b.subject ? -1 : 1))
    .map((finding) => {
      const [place, period, weekday] = finding.subject.split(' | ').map((part) => part.trim());
      const named = weekday !== undefined && WEEKDAYS.test(weekday) ? weekday : null;
      return {
        place: maskNames(place ?? '', names),
        period: maskNames(period ?? '', names),
        weekday: named,
        ...hideObserved(finding, rules),
        from: finding.from,
        to: finding.to,
      };
    });
}

/** Clear steps of the whole school or a year group; class and pupil findings are only counted. */
export function listSchoolTrends(
  findings: readonly Finding[],
  rules: HidingRules,
  names: readonly string[],
): GovernorTrend[] {
  return findings.flatMap((finding) => {
    const { kind, tier, direction, ratio, interval } = finding;
    if ((kind !== 'school_trend' && kind !== 'year_trend') || tier !== 'clear' || direction === null)
      return [];
    const { observed, expected } = hideObserved(finding, rules);
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

function hideObserved(
  { observed, expected }: Finding,
  rules: HidingRules,
): { readonly observed: CountCell; readonly expected: number | null } {
  return observed > 0 && observed < rules.threshold
    ? { observed: HIDDEN, expected: null }
    : { observed, expected };
}
