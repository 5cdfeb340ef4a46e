import type { Effects } from './effects.ts';

/** What a command is given: the world outside, and where it leaves its exit code. */
export interface Host {
  readonly effects: Effects;
  /** 0 unless the command finds what `--fail-on` asked for. */
  exitCode: number;
}
