import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { TermwiseError } from '../../errors.ts';
import type { RenderOptions } from '../render-options.ts';
import type { ReportDocument } from '../report-document.ts';
import type { RendererAnswer, RenderRequest } from './serve-renderer.ts';

/** The thread that draws, once started; null where there is none and pages are drawn here. */
let thread: Worker | null = null;

/** The thread's program beside the bundle (`dist`, seen from there or from `dist/chunks`); none in a checkout. */
function findProgram(): string | null {
  const paths = ['./renderer-thread.js', '../renderer-thread.js'];
  return (
    paths.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path)) ??
    null
  );
}

/**
 * Starts a second thread that gets ready to draw pages while the line still reads and counts: fonts, charts and the
 * PDF library take as long to load as a report takes to draw. Nothing waits for it, and it does not keep the program
 * alive. Without a second processor, or in a checkout that runs its sources, it does nothing.
 */
export function startRenderer(program: string | null = findProgram()): void {
  if (thread !== null || program === null || availableParallelism() < 2) return;
  const started = new Worker(program);
  thread = started;
  started.unref();
  // Whatever ends it, pages are then drawn here.
  started.on('error', () => {
    thread = null;
  });
  started.on('exit', () => {
    thread = null;
  });
}

/** Draws a report in the second thread when it was started, else here; the file is the same. */
export async function renderAside(
  document: ReportDocument,
  options: RenderOptions = {},
): Promise<Uint8Array> {
  const answer = await askInTurn({ document, options });
  if (answer === null) return (await import('./render-pdf.ts')).renderPdf(document, options);
  if (answer.kind === 'drawn') return answer.bytes;
  if (answer.kind === 'refused') throw new TermwiseError(answer.code, answer.message, answer.hint);
  throw Object.assign(new Error(answer.message), { stack: answer.stack });
}

/** Settled once every request so far is answered: an answer does not say which request it is for. */
let turn: Promise<unknown> = Promise.resolve();

/** The thread's answer to this request, asked when those before it are answered; null where there is no thread. */
function askInTurn(request: RenderRequest): Promise<RendererAnswer | null> {
  const mine = turn.then(() => (thread === null ? null : ask(thread, request)));
  turn = mine;
  return mine;
}

/** The thread's answer, or null when it ended without one. */
function ask(renderer: Worker, request: RenderRequest): Promise<RendererAnswer | null> {
  renderer.ref();
  return new Promise((resolve) => {
    const settle = (answer: RendererAnswer | null): void => {
      renderer.off('message', settle);
      renderer.off('exit', giveUp);
      renderer.unref();
      resolve(answer);
    };
    const giveUp = (): void => settle(null);
    renderer.on('message', settle);
    renderer.on('exit', giveUp);
    renderer.postMessage(request);
  });
}
