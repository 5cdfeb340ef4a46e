import type { Effects } from './effects.ts';
import { writeFilesWhole } from './write-files-whole.ts';
import { writeToStream } from './write-to-stream.ts';

/** The real world: this process's streams, folder, clock and disk. */
export const REAL_EFFECTS: Effects = {
  stdout: (text) => writeToStream(process.stdout, text),
  // Where stderr itself cannot be written to there is nobody to tell.
  stderr: (text) => void writeToStream(process.stderr, text).catch(() => undefined),
  get stderrIsTerminal() {
    return process.stderr.isTTY === true;
  },
  get stdoutIsTerminal() {
    return process.stdout.isTTY === true;
  },
  get terminal() {
    const { NO_COLOR, TERM, OS, WT_SESSION } = process.env;
    return { NO_COLOR, TERM, OS, WT_SESSION };
  },
  cwd: () => process.cwd(),
  today: () => new Date().toISOString().slice(0, 10),
  elapsed: () => performance.now(),
  ask: async (question) =>
    (await import('./ask-person.ts')).askPerson(question, process.stdin, process.stderr),
  writeFiles: writeFilesWhole,
};
