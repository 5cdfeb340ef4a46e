import type { TrustAnalysis, TrustExclusions, TrustForce, TrustSchool } from '../incident/trust-analysis.ts';
import { alignHalves } from './align-halves.ts';
import type { CellSystem } from './cell-system.ts';
import { checkRules } from './check-rules.ts';
import { ofSchool } from './collect-cells.ts';
import { type CountCell, HIDDEN, isShown } from './count-cell.ts';
import { decideTrustHiding } from './decide-trust-hiding.ts';
import { editCommon } from './edit-common.ts';
import { compareTrust } from './edit-comparisons.ts';
import { editTrustDuties } from './edit-trust-duties.ts';
import type { CellTable } from './governor-edition.ts';
import { DEFAULT_HIDING_RULES, type HidingRules } from './hiding-rules.ts';
import { listAlike } from './list-alike.ts';
import { type ExclusionPart, measureCell, valuesOf } from './trust-cells.ts';
import {
  type EditionComparability,
  type EditionForce,
  type EditionSchool,
  type EditionSchoolExclusions,
  MOST_SCHOOLS,
  type TrustEdition,
} from './trust-edition.ts';

/** The number in a cell, or that it is hidden. */
export type Show = (id: string) => CountCell;

/** Shares and rates of fewer incidents than this say too much of too few. */
const LEAST_FOR_SHARE = 10;

/**
 * Makes the edition of a trust's analysis that its working group may read: what is hidden is decided over all schools,
 * the trust's sums and everything else that any of its reports prints, so that one report less another gives nothing
 * away. With `exact` nothing is hidden: for those who moderate, and for nobody else.
 */
export function makeTrustEdition(
  trust: TrustAnalysis,
  rules: HidingRules = DEFAULT_HIDING_RULES,
  exact = false,
): TrustEdition {
  checkRules(rules);
  const { system, hidden } = decideTrustHiding(trust, rules, exact);
  return editTrust(trust, { ...rules, threshold: exact ? 1 : rules.threshold }, exact, system, hidden);
}

/** The edition that a decision leaves. */
export function editTrust(
  trust: TrustAnalysis,
  rules: HidingRules,
  exact: boolean,
  system: CellSystem,
  hidden: ReadonlySet<string>,
): TrustEdition {
  const show: Show = (id) => (hidden.has(id) ? HIDDEN : (system.cells.get(id)?.value ?? 0));
  const halves = alignHalves(trust.schools, show, exact ? 0 : rules.threshold);
  const duties = editTrustDuties(trust, show);
  return {
    edition: 'trust',
    rules,
    exact,
    meta: { ...trust.meta, as_at: latestDay(trust) },
    schools: trust.schools.map((school, at) => ({
      ...editSchool(trust, school, at, show),
      halves: halves.rows[at] ?? [],
      duties: duties.schools[at] ?? [],
    })),
    totals: (trust.schools[0]?.rates ?? []).map(({ code, title }) => ({
      code,
      title,
      count: show(measureCell(code)),
    })),
    half_terms: halves.columns,
    ...compareTrust(trust, show),
    shared: trust.common.changes,
    groups: trust.groups.map(({ characteristic, group, pooled, stands_out }) => ({
      characteristic,
      group,
      pooled,
      stands_out,
    })),
    common: editCommon(trust, exact ? 1 : rules.threshold),
    exclusions: editTotalExclusions(trust.exclusions, rules, show),
    force: editForce(trust.force, '', show),
    duties: duties.totals,
    warnings: trust.warnings,
  };
}

function latestDay({ schools, meta }: TrustAnalysis): string {
  const days = schools.flatMap(({ returns }) => returns.map(({ as_at }) => as_at)).sort();
  return days.at(-1) ?? meta.to;
}

function editSchool(
  trust: TrustAnalysis,
  school: TrustSchool,
  at: number,
  show: Show,
): Omit<EditionSchool, 'halves' | 'duties'> {
  const end = `.${at}`;
  const isListed = trust.schools.length <= MOST_SCHOOLS;
  const none: Show = () => HIDDEN;
  return {
    school: school.school,
    phase: school.phase,
    nation: school.nation,
    terms: school.terms,
    school_days: school.school_days,
    roll: school.roll,
    measures: school.rates.map(({ code, title, rate, interval }) => {
      const count = show(ofSchool(measureCell(code), at));
      const shown = isShown(count);
      return { code, title, count, rate: shown ? rate : null, interval: shown ? interval : null };
    }),
    comparability: editComparability(trust, school, at, show),
    exclusions: editExclusions(school.exclusions, trust.exclusions, end, isListed ? show : none),
    force: editForce(school.force, end, isListed ? show : none),
  };
}

/** A middle one of a kind of school may be a hidden one, so ratios to it go with it. */
function editComparability(
  { comparability, schools }: TrustAnalysis,
  school: TrustSchool,
  at: number,
  show: Show,
): EditionComparability {
  const row = comparability.find((each) => each.school === school.school);
  const isRateShown = (place: number): boolean => isShown(show(ofSchool('records', place)));
  const alike = schools.flatMap(({ phase }, place) => (phase === school.phase ? place : []));
  const all = show(ofSchool(measureCell('all'), at));
  const share = (value: number | null | undefined): number | null =>
    isShown(all) && all >= LEAST_FOR_SHARE ? (value ?? null) : null;
  return {
    recording_rate: isRateShown(at) ? (row?.recording_rate ?? null) : null,
    recording_ratio: alike.every(isRateShown) ? (row?.recording_ratio ?? null) : null,
    unmapped: share(row?.unmapped),
    late: share(row?.late),
    days_without_entries: share(row?.days_without_entries),
    with_time: share(row?.with_time),
    with_place: share(row?.with_place),
    flags: row?.flags ?? [],
  };
}

function editExclusions(
  own: TrustExclusions,
  whole: TrustExclusions,
  end: string,
  show: Show,
): EditionSchoolExclusions {
  const table = (part: ExclusionPart): CellTable =>
    Object.fromEntries(
      valuesOf(part, whole).map((value) => [value, show(`excluded.${part}.${value}${end}`)]),
    );
  return {
    suspensions: show(`excluded.suspensions${end}`),
    permanent: show(`excluded.permanent${end}`),
    pupils: own.pupils === null ? null : show(`excluded.pupils${end}`),
    length: table('length'),
    turn: table('turn'),
    purpose: table('purpose'),
    reason: table('reason'),
  };
}

function editTotalExclusions(
  whole: TrustExclusions,
  { threshold }: HidingRules,
  show: Show,
): TrustEdition['exclusions'] {
  const { suspensions, days, days_known } = whole;
  const isFew = (count: number): boolean => count > 0 && count < threshold;
  const lengths = valuesOf('length', whole).map((value) => show(`excluded.length.${value}`));
  const told =
    isShown(show('excluded.suspensions')) &&
    lengths.every(isShown) &&
    !isFew(days_known) &&
    !isFew(suspensions - days_known);
  return {
    ...editExclusions(whole, whole, '', show),
    pupils_again: whole.pupils_again === null ? null : show('excluded.pupils_again'),
    alike: listAlike(whole, show, threshold),
    days: told ? days : null,
    days_known: told ? days_known : null,
  };
}

function editForce(own: TrustForce, end: string, show: Show): EditionForce {
  return {
    incidents: show(`force.incidents${end}`),
    pupils: own.pupils === null ? null : show(`force.pupils${end}`),
    same_day: show(`force.same_day${end}`),
    parents_told: show(`force.parents_told${end}`),
  };
}
