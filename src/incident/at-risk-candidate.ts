/** One reason why a pupil is on the draft, with its numbers. */
export interface RiskReason {
  readonly id: string;
  /** The reason by itself, such as `A weapon`. */
  readonly title: string;
  /** Such as `records towards staff`. */
  readonly say: string;
  readonly count: number;
  /** The number from which it is a reason, and whose number that is (`policy`, `school`, `termwise`). */
  readonly from: number;
  readonly whose: string;
  /** How many times that number `from` is. */
  readonly times: number;
  /** The records that it rests on, by date. */
  readonly incident_ids: readonly string[];
}

/** A pupil whom a person may want on the register: reasons only, never a score. Restricted editions only. */
export interface AtRiskCandidate {
  readonly pupil: string;
  readonly year_group: string | null;
  readonly class_name: string | null;
  /** Records of the period that say that the pupil did it or, where one says nobody did, that are under the pupil's name. */
  readonly records: number;
  readonly reasons: readonly RiskReason[];
}
