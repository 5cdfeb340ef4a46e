import type { Analysis, PeriodCounts } from '../incident/analysis.ts';
import type { GroupExposure, GroupSide, ReturnCounts } from '../incident/school-counts.ts';
import { BUILT_IN_PROFILES, listBuiltInDuties } from '../policy/built-in-profiles.ts';
import { maskGroup, maskYear } from '../privacy/mask-analysis.ts';
import { gatherKeys } from '../privacy/mask-names.ts';
import { INSTEAD, keepKnownKeys, keepKnownText } from './keep-known-words.ts';
import type { SchoolReturn } from './school-return.ts';
import { signReturn } from './sign-return.ts';
import { countPlaceKinds, countTimeKinds } from './sort-kinds.ts';

/** What a return is made from: the analysis of the period, the counts beside it, and the duties' numbers. */
export interface ReturnParts {
  readonly analysis: Analysis;
  readonly counts: ReturnCounts;
  readonly duties: readonly {
    readonly duty: string;
    readonly cases: number;
    readonly met: number;
    readonly not_met: number;
    readonly not_evidenced: number;
  }[];
  /** Pupils and staff of the export and the roll: no text that holds one of them goes. */
  readonly names: readonly string[];
  /** Display terms of the academic year the period is in: three or six, mostly. */
  readonly termsInYear: number;
}

/** Stands for a policy file of the school's own: its name, and ids of duties in it, are the school's words. */
const OWN_POLICY = 'own';

/**
 * A school's return: exact counts, so that a trust's totals are the sum of its schools, and nothing of a pupil.
 * Words that a school typed itself (places, categories, parts of the day, terms) go only when all of them are on the
 * published list and they hold no name of the school's own people; years and groups only when they are usual ones. The
 * school's own name is the one free text.
 */
export function makeReturn(parts: ReturnParts): SchoolReturn {
  const { analysis, counts, duties, names } = parts;
  const { meta, quality, problems } = analysis;
  const { from, to, schoolDays } = meta.period;
  const known = listBuiltInDuties();
  const body: Omit<SchoolReturn, 'signature'> = {
    schema: 'termwise.return/1',
    termwise: meta.termwise,
    school: meta.school,
    phase: meta.phase,
    nation: meta.nation,
    profile: BUILT_IN_PROFILES.has(meta.profile) ? meta.profile : OWN_POLICY,
    taxonomy_version: meta.taxonomy_version,
    as_at: meta.as_at,
    period: { name: keepKnownText(meta.period.name, 'terms', names), from, to, school_days: schoolDays },
    data_range: [...meta.data_range],
    calendar: { source: meta.calendar, terms_in_year: parts.termsInYear },
    roll: meta.roll,
    pupil_days: counts.pupil_days,
    counts: cleanCounts(analysis.counts, names),
    place_kinds: countPlaceKinds(analysis.counts.places),
    time_kinds: countTimeKinds(analysis.counts.weekday_period),
    clustering: { ...counts.clustering },
    dispersion: { ...counts.dispersion },
    half_terms: counts.half_terms.map((half) => ({
      ...half,
      name: keepKnownText(half.name, 'terms', names),
      measures: { ...half.measures },
    })),
    weeks: analysis.weeks.map(({ week, school_days, incidents, roll }) => [
      week,
      school_days,
      incidents,
      roll,
    ]),
    groups: cleanGroups(counts.groups),
    exclusions: { ...counts.exclusions, cells: counts.exclusions.cells.map((cell) => ({ ...cell })) },
    force: { ...counts.force },
    duties: duties.map(({ duty, cases, met, not_met, not_evidenced }, at) => ({
      duty: known.has(duty) ? duty : `own_${at + 1}`,
      cases,
      met,
      not_met,
      not_evidenced,
    })),
    quality: {
      ...withoutNames(quality),
      unmapped_incidents: counts.unmapped_incidents,
      unmapped_categories: Object.keys(quality.unmapped_categories).length,
      rejected_rows: problems.rejected_rows,
      data_records: problems.data_records,
    },
    fingerprint: meta.fingerprint,
  };
  return { ...body, signature: signReturn(body) };
}

function withoutNames(quality: Analysis['quality']): Omit<Analysis['quality'], 'unmapped_categories'> {
  const { unmapped_categories: _names, ...rest } = quality;
  return rest;
}

function cleanCounts(counts: PeriodCounts, names: readonly string[]): SchoolReturn['counts'] {
  const { bands } = counts;
  return {
    ...counts,
    records: { ...counts.records },
    labels: { ...counts.labels },
    families: { ...counts.families },
    categories: keepKnownKeys(counts.categories, 'categories', names),
    places: keepKnownKeys(counts.places, 'places', names),
    weekday_period: Object.fromEntries(
      Object.entries(counts.weekday_period).map(([day, row]) => [day, keepKnownKeys(row, 'slots', names)]),
    ),
    year_groups: gatherKeys(counts.year_groups, maskYear),
    year_group_pupils: gatherKeys(counts.year_group_pupils, maskYear),
    bands: { one: bands.one, two_to_five: bands.two_to_five, six_or_more: bands.six_or_more },
  };
}

/** Groups that are usual ones; the rest of a characteristic cannot be compared and is left out. */
function cleanGroups(groups: readonly GroupExposure[]): SchoolReturn['groups'] {
  return groups
    .filter((row) => maskGroup(row) === row.group)
    .map(({ characteristic, group, others, ...own }) => ({
      characteristic,
      group,
      ...copySide(own),
      others: copySide(others),
    }));
}

function copySide({ on_roll, pupils, involvements, pupil_days, clustering }: GroupSide): GroupSide {
  return { on_roll, pupils, involvements, pupil_days, clustering };
}

/** How many keys of an analysis a return does not hold as typed: said before anything is sent. */
export function countKeptBack(
  { counts }: Analysis,
  names: readonly string[],
): Readonly<Record<'places' | 'categories' | 'slots', number>> {
  const keptBack = (keys: Iterable<string>, kind: 'places' | 'categories' | 'slots'): number =>
    [...new Set(keys)].filter(
      (key) => keepKnownText(key, kind, names) === INSTEAD[kind] && key !== INSTEAD[kind],
    ).length;
  return {
    places: keptBack(Object.keys(counts.places), 'places'),
    categories: keptBack(Object.keys(counts.categories), 'categories'),
    slots: keptBack(
      Object.values(counts.weekday_period).flatMap((row) => Object.keys(row)),
      'slots',
    ),
  };
}
