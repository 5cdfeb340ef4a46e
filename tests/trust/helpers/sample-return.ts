import { readHeadlineMeasures } from '../../../src/count/headline-measures.ts';
import { readTaxonomy } from '../../../src/policy/taxonomy.ts';
import type { SchoolReturn } from '../../../src/trust/school-return.ts';
import { signReturn } from '../../../src/trust/sign-return.ts';

type Body = Omit<SchoolReturn, 'signature'>;

/** Headline measures of one number each, by code. */
export function evenMeasures(count: number): Record<string, number> {
  return Object.fromEntries(readHeadlineMeasures().map(({ code }) => [code, count]));
}

/** A made-up school's return for autumn 2025-26, signed; `changes` lay keys over it before it is signed. */
export function sampleReturn(changes: Partial<Body> = {}): SchoolReturn {
  const families = [...new Set(readTaxonomy().labels.map(({ family }) => family))];
  const body: Body = {
    schema: 'termwise.return/1',
    termwise: '0.1.0',
    school: 'Ash Primary School',
    phase: 'primary',
    nation: 'england',
    profile: 'national',
    taxonomy_version: readTaxonomy().version,
    as_at: '2025-12-20',
    period: { name: '2025-26 Autumn', from: '2025-09-01', to: '2025-12-19', school_days: 72 },
    data_range: ['2024-09-03', '2025-12-19'],
    calendar: { source: 'terms_file', terms_in_year: 3 },
    roll: 200,
    pupil_days: 14_400,
    counts: {
      incidents: 100,
      involvements: 120,
      pupils: 60,
      school_days: 72,
      records: { behaviour: 95, positive: 20, safeguarding: 4, accident: 6, uncategorised: 5 },
      labels: { ...Object.fromEntries(readTaxonomy().labels.map(({ code }) => [code, 0])), bullying: 8 },
      families: { ...Object.fromEntries(families.map((family) => [family, 0])), bullying: 8 },
      categories: { 'Behaviour Incident': 100 },
      places: { Playground: 60, Corridor: 40 },
      weekday_period: { Monday: { Lunch: 60, 'Lesson 1': 40 } },
      year_groups: { 'Year 3': 70, 'Year 4': 50 },
      year_group_pupils: { 'Year 3': 36, 'Year 4': 24 },
      harmed_or_witness: 20,
      bands: {
        one: { pupils: 30, involvements: 30 },
        two_to_five: { pupils: 20, involvements: 50 },
        six_or_more: { pupils: 2, involvements: 20 },
      },
    },
    place_kinds: { playground: 60, corridor: 40 },
    time_kinds: { lunch: 60, lesson: 40 },
    clustering: evenMeasures(2),
    dispersion: evenMeasures(1),
    half_terms: [],
    weeks: [['2025-09-01', 3, 4, 200]],
    groups: [],
    exclusions: {
      source: 'records',
      suspensions: 0,
      permanent: 0,
      internal: 0,
      pupils: 0,
      pupils_again: 0,
      days: 0,
      days_known: 0,
      cells: [],
    },
    force: { incidents: 0, pupils: 0, pupils_again: 0, with_recorded_date: 0, same_day: 0, parents_told: 0 },
    duties: [{ duty: 'COC1', cases: 10, met: 8, not_met: 1, not_evidenced: 1 }],
    quality: {
      incidents: 100,
      with_time: 90,
      with_place: 95,
      with_category: 100,
      with_narrative: 100,
      with_action: 80,
      with_recorded_date: 100,
      same_day: 90,
      late: 4,
      school_days: 72,
      days_without_entries: 9,
      longest_gap: null,
      unmapped_incidents: 1,
      unmapped_categories: 1,
      to_review: 30,
      pupils_not_on_roll: 0,
      rejected_rows: 1,
      data_records: 400,
    },
    fingerprint: '0123456789ab',
    ...changes,
  };
  return { ...body, signature: signReturn(body) };
}
