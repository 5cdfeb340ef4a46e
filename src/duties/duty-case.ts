import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { CountedDays } from '../calendar/working-days.ts';
import type { ListedExclusion } from '../incident/exclusion-list.ts';
import type { IsoDate, Pupil, PupilKey, PupilRole } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { ClockDays, DutyRule, Ladder } from '../policy/duty-rule.ts';
import type { TagName, Threshold } from '../policy/policy-profile.ts';
import type { Act } from './act.ts';
import type { DutyStatus } from './duty-row.ts';

/** One record with everything that duties may ask of it, read once. */
export interface DutyCase {
  readonly labelled: LabelledIncident;
  readonly acts: readonly Act[];
  /** Labels, facts done, and what is known of the record. */
  readonly signs: ReadonlySet<string>;
  /** The signs, and what was tried, planned or denied: a duty that asks for none of these meets silence. */
  readonly touched: ReadonlySet<string>;
  /** Codes that the recorded categories themselves name, as the profile reads their names. */
  readonly recorded: ReadonlySet<string>;
  readonly roles: ReadonlyMap<PupilKey, PupilRole>;
  /** The pupils of the record, in the order of its roles. */
  readonly pupils: readonly PupilKey[];
  /** Their names as the export has them, in the same order. */
  readonly labels: readonly string[];
  /** Those who did it, as far as the record says. */
  readonly actors: readonly PupilKey[];
}

/** A behaviour plan of the register, matched to a pupil of the export where one has that name. */
export interface PlanEntry {
  readonly name: string;
  readonly start: IsoDate;
  readonly nextReview: IsoDate | null;
  readonly targetBehaviours: readonly string[];
}

/** One row of the separate racist log. */
export interface RacistLogEntry {
  readonly line: number;
  readonly date: IsoDate | null;
  readonly incidentId: string | null;
  readonly names: readonly string[];
  readonly facts: string;
  readonly actions: string;
}

/** What a check may look at besides the record. */
export interface DutyContext {
  readonly categoryMap: CategoryMap;
  readonly calendar: SchoolCalendar;
  /** Days that each clock counts. */
  readonly clocks: Readonly<Record<Exclude<ClockDays, 'calendar'>, CountedDays>>;
  /** The clock that `working` means in this profile. */
  readonly workingDays: Exclude<ClockDays, 'calendar'>;
  readonly asAt: IsoDate;
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[] | null;
  readonly thresholds: Readonly<Record<string, Omit<Threshold, 'whose'> & { readonly whose: string }>>;
  readonly ladders: readonly Ladder[];
  readonly tagNames: readonly TagName[];
  readonly plans: readonly PlanEntry[] | null;
  readonly racistLog: readonly RacistLogEntry[] | null;
  readonly exclusions: readonly ListedExclusion[] | null;
  /** All records, by date. */
  readonly cases: readonly DutyCase[];
}

/** What one check says of one case. */
export interface DutyVerdict {
  readonly status: DutyStatus;
  readonly due?: IsoDate | null;
  readonly done?: IsoDate | null;
  readonly message: string;
}

/** A verdict with what it is about: an incident, or pupils alone. */
export interface DutyFinding extends DutyVerdict {
  readonly incident: DutyCase | null;
  /** Keys, or labels where a pupil is not in the export. */
  readonly pupils: readonly string[];
}

/** A check that looks at one record at a time: null where it does not apply. */
export type RecordCheck = (rule: DutyRule, one: DutyCase, context: DutyContext) => DutyVerdict | null;

/** A check that looks at all records together. */
export type WholeCheck = (
  rule: DutyRule,
  cases: readonly DutyCase[],
  context: DutyContext,
) => readonly DutyFinding[];
