import { keyOfSchool } from '../incident/key-of-school.ts';
import type { ComparabilityRow, TrustSchool, TrustWarning } from '../incident/trust-analysis.ts';

/** What a reader must know before believing a sum or a comparison, each a sentence. */
export function listWarnings(
  schools: readonly TrustSchool[],
  comparability: readonly ComparabilityRow[],
  expected: readonly string[] | null,
): TrustWarning[] {
  return [
    ...warnOfMissing(schools, expected),
    ...warnOfTerms(schools),
    ...warnOfKinds(schools),
    ...comparability.flatMap(warnOfRow),
  ];
}

/** Schools of the trust's list without a return. */
export function listMissing(schools: readonly TrustSchool[], expected: readonly string[]): string[] {
  const there = new Set(schools.map(({ school }) => keyOfSchool(school)));
  return expected.filter((name) => !there.has(keyOfSchool(name)));
}

function warnOfMissing(schools: readonly TrustSchool[], expected: readonly string[] | null): TrustWarning[] {
  if (expected === null) return [];
  const listed = new Set(expected.map(keyOfSchool));
  return [
    ...listMissing(schools, expected).map((school) => ({
      code: 'missing_school' as const,
      school,
      message: `${school} has handed in no return: the totals are without it.`,
    })),
    ...schools
      .filter(({ school }) => !listed.has(keyOfSchool(school)))
      .map(({ school }) => ({
        code: 'not_on_list' as const,
        school,
        message: `${school} is not on the list of schools, and is counted all the same.`,
      })),
  ];
}

function warnOfTerms(schools: readonly TrustSchool[]): TrustWarning[] {
  const all = [...new Set(schools.flatMap(({ terms }) => terms))].sort();
  if (all.length < 2) return [];
  return schools.flatMap(({ school, terms }) => {
    const lacking = all.filter((term) => !terms.includes(term));
    return lacking.length === 0
      ? []
      : [
          {
            code: 'missing_term' as const,
            school,
            message: `${school} has no return for ${lacking.join(', ')}, which other schools have: totals cover different terms.`,
          },
        ];
  });
}

function warnOfKinds(schools: readonly TrustSchool[]): TrustWarning[] {
  const phases = [...new Set(schools.map(({ phase }) => phase))].sort();
  const lengths = [
    ...new Set(schools.flatMap(({ returns }) => returns.map(({ terms_in_year }) => terms_in_year))),
  ].filter((count) => count > 0);
  const profiles = [
    ...new Set(schools.flatMap(({ returns }) => returns.map(({ profile }) => profile))),
  ].sort();
  return [
    ...(phases.length > 1
      ? [
          {
            code: 'different_phases' as const,
            school: null,
            message: `Schools are of different kinds (${phases.join(', ').replaceAll('_', ' ')}): each is compared with its own kind only.`,
          },
        ]
      : []),
    ...(lengths.length > 1
      ? [
          {
            code: 'different_terms' as const,
            school: null,
            message: `School years have ${lengths.sort((a, b) => a - b).join(' and ')} terms: half-terms are put into autumn, spring and summer, and rates are per school day.`,
          },
        ]
      : []),
    ...(profiles.length > 1
      ? [
          {
            code: 'different_policies' as const,
            school: null,
            message: `Schools go by different policies (${profiles.join(', ')}): a duty of one is not asked of the others.`,
          },
        ]
      : []),
  ];
}

const MEANINGS: Readonly<Record<Exclude<ComparabilityRow['flags'][number], 'nil_return'>, string>> = {
  no_roll: 'gave no roll, so it has no rate and no place in a comparison',
  assumed_calendar: 'gave no term dates, so its school days are those of the usual year',
  unmapped:
    'records many incidents under categories that have no meaning yet: their kind is known from the words alone',
  late: 'enters many records late: the newest incidents may be missing',
  days_without_entries: 'has many school days without any record',
  without_time: 'often records no time',
  without_place: 'often records no place',
  recording_high:
    'writes far more records of all kinds than others of its kind: its numbers may be high for that alone',
  recording_low:
    'writes far fewer records of all kinds than others of its kind: low numbers are no success by themselves',
  term_not_whole: 'covers fewer school days than others: a term may be missing',
};

function warnOfRow({ school, flags }: ComparabilityRow): TrustWarning[] {
  return flags.map((flag) =>
    flag === 'nil_return'
      ? {
          code: 'nil_return' as const,
          school,
          message: `${school} recorded no behaviour incident at all: none recorded is not none happened.`,
        }
      : { code: 'comparability' as const, school, message: `${school} ${MEANINGS[flag]}.` },
  );
}
