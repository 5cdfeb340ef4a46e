import type { Effects } from './effects.ts';
import type { NamedOutput } from './refuse-overwriting.ts';

/** What a command is given: the world outside, what it reads and writes there, and where it leaves its exit code. */
export interface Host {
  readonly effects: Effects;
  /** Files that the command reads, absolute; settings add theirs as they are read. None of them is ever written. */
  readonly reads: Set<string>;
  /** Files that options ask to be written. */
  readonly writes: NamedOutput[];
  /** 0 unless the command finds what `--fail-on` asked for. */
  exitCode: number;
}
