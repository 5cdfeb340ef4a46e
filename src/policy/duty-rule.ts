/**
 * One duty that a policy sets, as its profile states it. The engine in `duties/` knows each kind of check once;
 * which incidents it applies to and what it asks for is said here.
 */
export interface DutyRule {
  /** Id as the policy's duty list has it, such as `ALV18`. */
  readonly id: string;
  /** What the policy asks, in a few words, as printed. */
  readonly title: string;
  readonly check: 'recorded_same_day' | 'tagged_together' | 'subtype_named' | 'response_recorded';
  /** Taxonomy codes of the incidents it applies to; empty for every behaviour incident. */
  readonly when: readonly string[];
  /**
   * `tagged_together`: each entry is a tag, given as the codes a recorded category may mean, and all must stand in
   * the category cell. `response_recorded`: label codes of which at least one must be on the record.
   * `subtype_named`: codes of which the recorded category must name one.
   */
  readonly needs: readonly string[];
}
