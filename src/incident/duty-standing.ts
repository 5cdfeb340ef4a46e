/** How one duty of the school's policy stands over all cases of the period: counts only, so it holds no name. */
export interface DutyStanding {
  /** Id as in the policy's own list, such as `ALV21`. */
  readonly duty: string;
  readonly title: string;
  readonly cases: number;
  readonly met: number;
  readonly not_met: number;
  /** The record is silent: never a breach. */
  readonly not_evidenced: number;
  /** Share met in whole per cent, or null under ten cases. */
  readonly per_cent: number | null;
  /** Labels that bring a record under the duty; an edition that hides one of their counts hides the duty's too. */
  readonly codes: readonly string[];
}
