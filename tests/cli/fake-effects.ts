import type { Effects, OutputFile } from '../../src/cli/effects.ts';
import { writeFilesWhole } from '../../src/cli/write-files-whole.ts';

/** Effects that remember: what was said, and what would have been written. */
export interface FakeEffects extends Effects {
  readonly said: { out: string; err: string };
  readonly written: OutputFile[];
}

interface Settings {
  readonly cwd?: string;
  readonly answers?: readonly string[];
  readonly terminal?: boolean;
  /** Whether a person watches stdout. */
  readonly watched?: boolean;
  readonly elapsed?: () => number;
}

/** A world for one test: its folder, a fixed day, and answers to questions in order. Files are really written. */
export function fakeEffects(settings: Settings = {}): FakeEffects {
  const said = { out: '', err: '' };
  const written: OutputFile[] = [];
  const answers = [...(settings.answers ?? [])];
  return {
    said,
    written,
    stdout: async (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    stderrIsTerminal: settings.terminal ?? false,
    stdoutIsTerminal: settings.watched ?? false,
    terminal: { NO_COLOR: undefined, TERM: 'xterm', OS: undefined, WT_SESSION: undefined },
    cwd: () => settings.cwd ?? '/',
    today: () => '2026-11-22',
    elapsed: settings.elapsed ?? (() => 0),
    ask: async () => answers.shift() ?? null,
    writeFiles: (files) => {
      writeFilesWhole(files);
      written.push(...files);
    },
  };
}
