import { coverTerm } from '../calendar/cover-term.ts';
import { listTermsWithData } from '../calendar/find-term.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Analysis, PeriodCounts } from '../incident/analysis.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { DayPeriod, ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import { assessQuality } from './assess-quality.ts';
import { compareGroups } from './compare-groups.ts';
import { compareCategories, compareHeadline } from './compare-headline.ts';
import { countPeriod } from './count-period.ts';
import { categoryDispersion, countWeeks, measureDispersion } from './count-weeks.ts';
import { exposeRoll } from './expose-roll.ts';
import { findYearGroups } from './find-year-groups.ts';
import { summarisePupils } from './summarise-pupils.ts';

/** Everything that counting needs; `roll` is null when the school gave none. */
export interface CountInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly calendar: SchoolCalendar;
  readonly roll: readonly RollEntry[] | null;
  readonly dayPeriods: readonly DayPeriod[];
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  readonly lastYear: ReportPeriod | null;
  /** First and last incident day of the whole record. */
  readonly dataRange: readonly [IsoDate, IsoDate];
  readonly audits: readonly FileAudit[];
  /** Whether only the period is counted, with what its quality is judged by: nothing to compare it with. */
  readonly onlyPeriod?: boolean;
}

/** The part of an analysis that is counting and its tests. */
export type CountedAnalysis = Pick<
  Analysis,
  | 'counts'
  | 'comparisons'
  | 'other_terms'
  | 'headline'
  | 'category_changes'
  | 'weeks'
  | 'groups'
  | 'pupils'
  | 'quality'
>;

/** With this many incidents in a usual week, none at all is not chance. */
const BUSY_WEEK = 10;

const UNCOMPARED = {
  comparisons: { previous: null, last_year: null },
  other_terms: {},
  headline: [],
  category_changes: [],
  groups: [],
  pupils: [],
} as const satisfies Partial<CountedAnalysis>;

/** From labelled incidents to every number of the analysis but the findings. */
export async function assembleCounts(input: CountInput): Promise<CountedAnalysis> {
  const { labelled, pupils, calendar, roll, dayPeriods, period, audits } = input;
  const count = (of: ReportPeriod) =>
    countPeriod(labelled, of, dayPeriods, findYearGroups(labelled, pupils, roll, of));
  const counts = await count(period);
  const weeks = countWeeks(labelled, calendar, input.dataRange, roll);
  if (input.onlyPeriod === true) {
    const missing = roll === null ? null : exposeRoll({ ...input, roll }).notOnRoll;
    return {
      ...UNCOMPARED,
      counts,
      weeks,
      quality: assessQuality(labelled, calendar, period, audits, missing),
    };
  }
  const comparisons = {
    previous: input.previous && (await count(input.previous)),
    last_year: input.lastYear && (await count(input.lastYear)),
  };
  const periods = { now: counts, previous: comparisons.previous, lastYear: comparisons.last_year };
  // In a busy school a week without any record is a gap in recording: it says nothing of how much weeks vary.
  const busy = weeks.reduce((sum, { incidents }) => sum + incidents, 0) >= BUSY_WEEK * weeks.length;
  const told = weeks.filter(({ incidents }) => !busy || incidents > 0);
  const compared = roll === null ? null : await compareGroups({ ...input, roll });
  return {
    counts,
    comparisons,
    other_terms: await countOtherTerms(input, count),
    headline: compareHeadline(periods, measureDispersion(labelled, told)),
    category_changes: compareCategories(periods, categoryDispersion(labelled, told)),
    weeks,
    groups: compared?.rows ?? [],
    pupils: summarisePupils(input),
    quality: assessQuality(labelled, calendar, period, audits, compared?.notOnRoll ?? null),
  };
}

/** Counts of every term of the record that is none of the periods compared. */
async function countOtherTerms(
  { calendar, dataRange, period, previous, lastYear }: CountInput,
  count: (of: ReportPeriod) => Promise<PeriodCounts>,
): Promise<Readonly<Record<string, PeriodCounts>>> {
  const compared = new Set([period, previous, lastYear].map((each) => each?.name));
  const others: Record<string, PeriodCounts> = {};
  for (const term of listTermsWithData(calendar, dataRange)) {
    if (!compared.has(term.name)) others[term.name] = await count(coverTerm(calendar, term, dataRange));
  }
  return others;
}
