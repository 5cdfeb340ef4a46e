import type { Effects } from './effects.ts';

/** How far a long job is. */
export interface Progress {
  /** `done` of `total`, in whatever the job counts. */
  readonly update: (done: number, total: number) => void;
  /** Takes the bar away; called once, whether the job went well or not. */
  readonly stop: () => void;
}

/** A job shorter than this shows no bar. */
const SHOW_AFTER_MILLISECONDS = 1000;
const NO_PROGRESS: Progress = { update: () => {}, stop: () => {} };

/** What cli-progress asks of a stream; it writes to stderr through the effects like everything else. */
function asStream(effects: Effects): NodeJS.WriteStream {
  const stream = {
    isTTY: true,
    columns: 80,
    write: (text: string) => effects.stderr(text),
    on: () => stream,
  };
  return stream as unknown as NodeJS.WriteStream;
}

/** A progress bar on stderr, only when a person watches it and only once the job has taken over a second. */
export async function startProgress(effects: Effects, quiet: boolean): Promise<Progress> {
  if (quiet || !effects.stderrIsTerminal) return NO_PROGRESS;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: 'Reading {bar} {percentage} %',
    barCompleteChar: '#',
    barIncompleteChar: '.',
    clearOnComplete: true,
    hideCursor: false,
    stream: asStream(effects),
  });
  const started = effects.elapsed();
  let shown = false;
  return {
    update: (done, total) => {
      if (effects.elapsed() - started < SHOW_AFTER_MILLISECONDS) return;
      if (!shown) bar.start(total, done);
      else bar.update(done);
      shown = true;
    },
    stop: () => {
      if (shown) bar.stop();
    },
  };
}
