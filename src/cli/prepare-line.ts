import { basename, resolve } from 'node:path';
import type { LineOptions } from '../pipeline.ts';
import type { SideFilePaths } from '../policy/resolved-config.ts';
import type { Host } from './host.ts';
import { type Progress, startProgress } from './progress.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';
import { resolveConfig } from './resolve-config.ts';
import type { ExportOptions } from './shared-options.ts';

/** Side files that only `check` reads: said by every other command, so that nobody relies on them. */
const CHECK_ONLY = {
  plans: 'behaviour plans',
  exclusions: "a second system's exclusions",
  racistLog: 'a separate log of racist incidents',
} as const satisfies Partial<Record<keyof SideFilePaths, string>>;

function sayNotRead(files: SideFilePaths, host: Host): void {
  for (const [name, what] of Object.entries(CHECK_ONLY)) {
    const path = files[name as keyof typeof CHECK_ONLY];
    if (path !== null)
      host.effects.stderr(`${basename(path)}: not read here; \`termwise check\` looks at ${what}.\n`);
  }
}

/** The line made ready to run, and the bar that shows how far it is. */
interface PreparedLine {
  readonly line: LineOptions;
  readonly progress: Progress;
}

/** Turns files and options into what the line takes; paths become absolute, so nothing later asks for the folder. */
async function prepareLine(
  files: readonly string[],
  options: ExportOptions,
  host: Host,
  readsAll: boolean,
): Promise<PreparedLine> {
  const cwd = host.effects.cwd();
  const config = await resolveConfig(options, cwd, (path) => host.reads.add(path));
  refuseOverwriting(host.reads, host.writes);
  if (options.quiet !== true && !readsAll) sayNotRead(config.files, host);
  const progress = await startProgress(host.effects, options.quiet === true);
  const line: LineOptions = {
    files: files.map((file) => resolve(cwd, file)),
    config,
    today: host.effects.today(),
    asAt: options.asAt,
    term: options.term,
    from: options.from,
    to: options.to,
    sideFiles: readsAll,
    import: {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
      ...(options.dateOrder === undefined ? {} : { dateOrder: options.dateOrder }),
      ...(options.maxRejects === undefined ? {} : { maxRejects: options.maxRejects }),
      onProgress: progress.update,
    },
  };
  return { line, progress };
}

/**
 * Prepares the line, does the work with it and takes the progress bar away whatever happens. The pipeline and all
 * its rooms are loaded here, when a command is really run.
 */
export async function withLine<T>(
  files: readonly string[],
  options: ExportOptions,
  host: Host,
  work: (line: LineOptions, pipeline: typeof import('../pipeline.ts')) => Promise<T>,
  /** Whether the work reads the side files of duties too. */
  readsAll = false,
): Promise<T> {
  const { line, progress } = await prepareLine(files, options, host, readsAll);
  try {
    return await work(line, await import('../pipeline.ts'));
  } finally {
    progress.stop();
  }
}
