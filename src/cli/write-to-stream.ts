/** What is needed of a stream to write to it; `process.stdout` is one. */
export type TextStream = Pick<NodeJS.WriteStream, 'write' | 'on' | 'once'>;

interface StreamState {
  readerGone: boolean;
}

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
    for (const event of ['drain', 'close', 'error']) stream.once(event, () => done());
  });
}
