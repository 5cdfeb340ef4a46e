import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { ofSchool } from './collect-cells.ts';
import { type CountCell, isShown } from './count-cell.ts';
import { funnelCell, measureCell } from './trust-cells.ts';
import type { EditionFunnel, EditionOutlier, TrustEdition } from './trust-edition.ts';

type Compared = Pick<TrustEdition, 'funnels' | 'outliers' | 'outliers_untold' | 'changes'>;

/**
 * Funnels, schools that stand out and schools' own changes, as far as no hidden number stands behind them: a school
 * with a hidden number has no point in a funnel, and what stands out in it is counted, not told.
 */
export function compareTrust(trust: TrustAnalysis, show: (id: string) => CountCell): Compared {
  const places = new Map(trust.schools.map(({ school }, at) => [school, at]));
  const isTold = (code: string, school: string): boolean =>
    isShown(show(ofSchool(measureCell(code), places.get(school) ?? -1)));
  const told = trust.outliers.filter(({ code, school }) => isTold(code, school));
  return {
    funnels: trust.funnels.map((funnel) => editFunnel(funnel, isTold, show)),
    outliers: told.map((outlier) => editOutlier(outlier, show)),
    outliers_untold: trust.outliers.length - told.length,
    changes: trust.trends.flatMap(({ code, title, comparison, schools }) =>
      schools.flatMap(({ school, verdict }) =>
        (verdict === 'up' || verdict === 'down') && isTold(code, school)
          ? { school, code, title, comparison, direction: verdict }
          : [],
      ),
    ),
  };
}

function editFunnel(
  funnel: TrustAnalysis['funnels'][number],
  isTold: (code: string, school: string) => boolean,
  show: (id: string) => CountCell,
): EditionFunnel {
  const { code, title, phase, rate, units } = funnel;
  const isRateShown = isShown(show(funnelCell(funnel)));
  const drawn = isRateShown ? units.filter(({ school }) => isTold(code, school)) : [];
  const ordinary = units.filter(({ outlying }) => !outlying);
  // Left out wherever a number is hidden: only where that school stands apart it would tell that it does.
  const isCounted = units.every(({ school }) => isTold(code, school));
  const toRate = ([low, high]: readonly [number, number]): readonly [number, number] => [
    low * rate,
    high * rate,
  ];
  return {
    code,
    title,
    phase,
    schools: units.length,
    hidden: units.length - drawn.length,
    averaged: isCounted ? (ordinary.length > 0 ? ordinary : units).length : null,
    rate: isRateShown ? rate : null,
    units: drawn.map((unit) => ({
      school: unit.school,
      pupil_days: unit.pupil_days,
      rate: unit.ratio * rate,
      wide95: toRate(unit.wide95),
      wide998: toRate(unit.wide998),
      outlying: unit.outlying,
    })),
  };
}

function editOutlier(
  {
    school,
    code,
    title,
    phase,
    direction,
    observed,
    expected,
    ratio,
    cautions,
  }: TrustAnalysis['outliers'][number],
  show: (id: string) => CountCell,
): EditionOutlier {
  const isRateShown = isShown(show(funnelCell({ code, phase })));
  return {
    school,
    code,
    title,
    phase,
    direction,
    observed,
    expected: isRateShown ? expected : null,
    ratio: isRateShown ? ratio : null,
    cautions,
  };
}
