/** What is needed of a stream to write to it; `process.stdout` is one. */
export type TextStream = Pick<NodeJS.WriteStream, 'write' | 'on' | 'once' | 'off'>;

interface StreamState {
  readerGone: boolean;
}

/** What ends a wait: room again, or nobody there. */
const ENDINGS = ['drain', 'close', 'error'] as const;

const states = new WeakMap<TextStream, StreamState>();

/** A reader that has gone away (`| head`) is no fault: what is written after it goes nowhere. */
function watch(stream: TextStream): StreamState {
  const known = states.get(stream);
  if (known !== undefined) return known;
  const state: StreamState = { readerGone: false };
  states.set(stream, state);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    state.readerGone = true;
  });
  return state;
}

/** Writes text and resolves once the stream wants more, or once nobody reads it any longer. */
export function writeToStream(stream: TextStream, text: string): Promise<void> {
  const state = watch(stream);
  if (state.readerGone || stream.write(text)) return Promise.resolve();
  return new Promise((done) => {
    // Each listener goes when one has answered: a slow reader would otherwise gather two more with every piece.
    const settle = (): void => {
      for (const event of ENDINGS) stream.off(event, settle);
      done();
    };
    for (const event of ENDINGS) stream.once(event, settle);
  });
}
