/** Whether one member of staff entered most of what changed, and what a finding then says. */
export interface RecorderLook {
  readonly verdict: 'one' | 'several' | 'too_few';
  /** Words that go at the end of the finding; empty unless it is one. */
  readonly caution: string;
}
