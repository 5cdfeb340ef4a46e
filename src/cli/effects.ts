import type { IsoDate } from '../incident/incident.ts';

/** What is put into a file: whole, or in pieces when it may be too long for one string. */
export type Content = string | Uint8Array | Iterable<string>;

export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly content: Content;
}

/** Everything a command does to the world outside: the only door, so that a test can watch it. */
export interface Effects {
  /** Resolves once the text is taken, so that a long answer does not pile up in memory. */
  readonly stdout: (text: string) => Promise<void>;
  readonly stderr: (text: string) => void;
  /** Whether a person watches stderr. */
  readonly stderrIsTerminal: boolean;
  /** Whether a person watches stdout. */
  readonly stdoutIsTerminal: boolean;
  /** The environment's settings of the terminal; nothing else is read from it. */
  readonly terminal: Readonly<Record<'NO_COLOR' | 'TERM' | 'OS' | 'WT_SESSION', string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: () => string;
  /** Today in UTC: the only clock, used to tell a date in the future. */
  readonly today: () => IsoDate;
  /** Milliseconds since some moment, to tell how long a job takes; never in an output. */
  readonly elapsed: () => number;
  /** Asks a person, or returns null when nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Writes all of the files or none of them. */
  readonly writeFiles: (files: readonly OutputFile[]) => void;
}
