import { TermwiseError } from '../errors.ts';
import { describeSystemError } from './describe-system-error.ts';

/** What is needed of a stream to write to it; `process.stdout` is one. */
export interface TextStream {
  readonly write: (text: string, taken: (error?: Error | null) => void) => boolean;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
}

interface StreamState {
  /** Why nothing more can be written. */
  failure: Error | null;
}

const states = new WeakMap<TextStream, StreamState>();

/** Without a listener an error of the stream would end the program wherever it happens to be. */
function watch(stream: TextStream): StreamState {
  const known = states.get(stream);
  if (known !== undefined) return known;
  const state: StreamState = { failure: null };
  states.set(stream, state);
  stream.on('error', (error) => {
    state.failure ??= error;
  });
  return state;
}

/**
 * Writes text and resolves once the stream has taken it, so that a long answer does not pile up and a failure is never
 * missed. A reader that has gone away (`| head`) is no fault: what is written after it goes nowhere. Anything else, a
 * full disk say, is a TermwiseError (`output/write`): half an answer must not pass for one.
 */
export async function writeToStream(stream: TextStream, text: string): Promise<void> {
  const state = watch(stream);
  state.failure ??= await send(stream, text);
  const failure: NodeJS.ErrnoException | null = state.failure;
  if (failure === null || failure.code === 'EPIPE') return;
  throw new TermwiseError(
    'output/write',
    `the answer cannot be written to standard output (${describeSystemError(failure)})`,
  );
}

function send(stream: TextStream, text: string): Promise<Error | null> {
  return new Promise((done) => {
    try {
      stream.write(text, (error) => done(error ?? null));
    } catch (error) {
      // A file behind the stream may be written to at once, and fail at once.
      done(error as Error);
    }
  });
}
