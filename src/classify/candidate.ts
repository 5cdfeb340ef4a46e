import type { FlagName } from './cue.ts';
import type { LabelKind } from './label-kind.ts';
import type { Wanted } from './read-rule.ts';

/** Something found that speaks for a label or a signal, and what stops it if anything does. */
export interface Candidate {
  readonly kind: LabelKind;
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly strength: 1 | 2 | 3;
  /** Modifier that stops it, or null. */
  readonly stop: FlagName | 'staff_actor' | null;
  readonly needs: readonly Wanted[];
  readonly unless: readonly Wanted[];
  /** Tokens of the persons, -1 where not known: only events know them. */
  readonly agentAt: number;
  /** First token of all who act together, the last of whom is at `agentAt`. */
  readonly agentFrom: number;
  readonly patientAt: number;
}
