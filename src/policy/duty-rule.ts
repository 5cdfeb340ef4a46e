import type { Nation } from '../calendar/nation.ts';

/** The kinds of check that the engine in `duties/` knows: each once, set up by the profile. */
export const DUTY_CHECKS = [
  'recorded_same_day',
  'tagged_together',
  'subtype_named',
  'follow_ups',
  'barred',
  'persistent',
  'repeat_pair',
  'ladder',
  'same_stage',
  'racist_log',
  'exclusion_register',
  'day_limit',
  'minute_limit',
  'complete_record',
  'plan_log',
  'plan_review',
  'top_positives',
  'heads',
  'mapped_category',
  'at_risk',
  'periodic',
  'raised_month',
] as const;

export type DutyCheckName = (typeof DUTY_CHECKS)[number];

/** Which days a deadline counts: weekdays without bank holidays, days the school is open, or all days. */
export type ClockDays = 'working' | 'school' | 'calendar';

/** One follow-up that a duty asks for. */
export interface DutyNeed {
  /** Facts or label codes of which one must be shown. */
  readonly any: readonly string[];
  /** What it is called in messages; else the titles of `any`. */
  readonly say?: string;
  /** Whose family it must reach. */
  readonly of?: 'both' | 'harmed' | 'harming';
  /** Last day, counted from the incident (its day is 0); no deadline when left out. */
  readonly within?: number;
  /** In place of `within`: last day is the one on which one of these was done, where the record names it. */
  readonly by?: readonly string[];
  /** Not due before the day on which one of these was done, nor while a suspension still lasts. */
  readonly not_before?: readonly string[];
  /** It may stand in a later record of the same pupil, before the next exclusion. */
  readonly or_later?: boolean;
  /** What `within` counts; working days when left out. */
  readonly days?: ClockDays;
  /** Asked only where the record has one of these codes or facts. */
  readonly if?: readonly string[];
  /** Not asked where the record has one of these. */
  readonly unless?: readonly string[];
  /** Asked only from the pupil's second such record on. */
  readonly on_repeat?: boolean;
  /** Counts only where the action cell shows it: the narrative alone is no log. */
  readonly logged?: boolean;
  /** Facts whose denial says that this was not done: `not suspended`. */
  readonly denied_by?: readonly string[];
  /** Whom a support must be for: facts with `whom` count only where the words do not name somebody else. */
  readonly to?: 'harmed' | 'harming';
  /** `periodic`: asked only in the term (or half-term) of this number in the school year, from 1. */
  readonly in_part?: number;
  /** `not_met` where the duty is about the record itself, so that silence is the fault. */
  readonly missing?: 'not_met' | 'not_evidenced';
}

/**
 * One duty that a policy sets, as its profile states it. Codes are labels of the taxonomy, facts of `facts.yaml`, or
 * what is known of the record (`has.location`, `roll.ehcp` …: `record-codes`).
 */
export interface DutyRule {
  /** Id as the policy's duty list has it, such as `ALV18`. */
  readonly id: string;
  /** What the policy asks, in a few words, as printed. */
  readonly title: string;
  readonly check: DutyCheckName;
  /** First day on which it stands: records before it are no cases. */
  readonly begins?: string;
  /** Nations in which it stands; all when left out. */
  readonly nations?: readonly Nation[];
  /** Codes of the records it applies to, any of them; empty for every behaviour incident. */
  readonly when: readonly string[];
  /** Codes that must stand there too; `a|b` for either. */
  readonly all?: readonly string[];
  /** Codes that take a record out. */
  readonly unless?: readonly string[];
  /** Applies only where the recorded category itself names one of these (or a kind of it). */
  readonly recorded?: readonly string[];
  readonly needs?: readonly DutyNeed[];
  /** Codes that the recorded category must name: all of them, or (`subtype_named`) one. */
  readonly tags?: readonly string[];
  /** Codes that must not be there, unless one of `except` is. */
  readonly barred?: readonly string[];
  readonly except?: readonly string[];
  /** Name of the number that makes it persistent. */
  readonly threshold?: string;
  /** Codes for which one record is enough. */
  readonly serious?: readonly string[];
  /** `persistent`: counts the records of those who were harmed too, apart from those of who did it. */
  readonly harmed?: boolean;
  /** Applies from the pupil's second such record on. */
  readonly on_repeat?: boolean;
  /** Name of a ladder of the profile. */
  readonly ladder?: string;
  /** `day_limit`: days above which it is a question, and above which it is a breach. `exactly`: any other is a breach. */
  readonly ask_above?: number;
  readonly limit?: number;
  readonly exactly?: number;
  /** What makes the duty not apply after all, said in a row of its own. */
  readonly waived?: {
    readonly by: readonly string[];
    readonly unless: readonly string[];
    readonly say: string;
  };
  /** `periodic`: the part of the year in which it must be shown once. */
  readonly every?: 'term' | 'half_term';
  /** `raised_month`: the month, 1 to 12, that may bring more reports forward. */
  readonly month?: number;
  /** Worded as a question: a prompt, not a breach. */
  readonly question?: string;
  /** What of the policy's duty the check does not see, and where that is kept; printed beside the duty. */
  readonly unseen?: string;
}

/** One step of a ladder. */
export interface LadderStep {
  readonly step: number;
  readonly title: string;
  /** Facts or codes that show that it was reached where no number is written; may be empty. */
  readonly shown_by: readonly string[];
  readonly needs: readonly DutyNeed[];
}

/** A policy's ladder of stages. */
export interface Ladder {
  readonly name: string;
  /** Words that stand before the number, such as `stage`. */
  readonly words: readonly string[];
  readonly steps: readonly LadderStep[];
}
