import { createHash } from 'node:crypto';
import type { TrustAnalysis, TrustSchool } from '../incident/trust-analysis.ts';
import { addCounts, addDuties, addExclusions, addForce, addTables } from './add-counts.ts';
import { assessComparability } from './assess-comparability.ts';
import { compareSchools } from './compare-schools.ts';
import { compareTerms } from './compare-terms.ts';
import { findCommon } from './find-common.ts';
import { listMissing, listWarnings } from './list-warnings.ts';
import { poolGroups } from './pool-groups.ts';

/** What a collation is made from beside the schools themselves. */
export interface CollationSettings {
  readonly termwise: string;
  readonly taxonomyVersion: string;
  /** Names of all schools of the trust, or null without a list. */
  readonly expected: readonly string[] | null;
}

/** The trust's analysis of its schools (by name, each with all its returns added up). */
export function collateReturns(
  schools: readonly TrustSchool[],
  { termwise, taxonomyVersion, expected }: CollationSettings,
): TrustAnalysis {
  const returns = schools.flatMap((school) => school.returns);
  const comparability = assessComparability(schools);
  const trends = compareTerms(schools);
  const signatures = returns.map(({ signature }) => signature).sort();
  return {
    meta: {
      schema: 'termwise.trust/1',
      termwise,
      taxonomy_version: taxonomyVersion,
      terms: [...new Set(schools.flatMap(({ terms }) => terms))].sort(byTerm),
      from: returns.map(({ from }) => from).sort()[0] ?? '',
      to:
        returns
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? '',
      schools: schools.length,
      returns: returns.length,
      missing: expected === null ? null : listMissing(schools, expected),
      fingerprint: createHash('sha256').update(signatures.join('\n')).digest('hex').slice(0, 12),
    },
    totals: addCounts(schools.map(({ counts }) => counts)),
    place_kinds: addTables(schools.map(({ place_kinds }) => place_kinds)),
    time_kinds: addTables(schools.map(({ time_kinds }) => time_kinds)),
    schools,
    comparability,
    ...compareSchools(schools, comparability),
    trends,
    groups: poolGroups(schools),
    common: findCommon(schools, trends),
    exclusions: addExclusions(
      schools.map(({ exclusions }) => exclusions),
      'schools',
    ),
    force: addForce(
      schools.map(({ force }) => force),
      'schools',
    ),
    duties: addDuties(schools.map(({ duties }) => duties)),
    warnings: listWarnings(schools, comparability, expected),
  };
}

const ORDER = ['Autumn', 'Spring', 'Summer'];

/** `2025-26 Autumn` before `2025-26 Spring`. */
function byTerm(a: string, b: string): number {
  const place = (term: string): string => `${term.slice(0, 7)}${ORDER.indexOf(term.slice(8))}`;
  return place(a) < place(b) ? -1 : 1;
}
