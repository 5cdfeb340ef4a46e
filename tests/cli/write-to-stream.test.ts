import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type TextStream, writeToStream } from '../../src/cli/write-to-stream.ts';

type Taken = (error?: Error | null) => void;

/** A stream whose reader takes each piece when `answer` says so. */
function makeStream(answer: (taken: Taken) => void) {
  const written: string[] = [];
  const emitter = new EventEmitter();
  const stream = Object.assign(emitter, {
    write: (text: string, taken: Taken) => {
      written.push(text);
      answer(taken);
      return true;
    },
  }) as TextStream & EventEmitter;
  return { stream, written };
}

const fault = (code: string): Error => Object.assign(new Error(`${code}: of the system`), { code });
const FULL = /^the answer cannot be written to standard output \(the disk is full\)$/;

describe('writeToStream', () => {
  it('goes on while the reader keeps up, and listens once', async () => {
    const { stream, written } = makeStream((taken) => taken());
    for (const text of ['one', 'two']) await writeToStream(stream, text);
    expect(written).toEqual(['one', 'two']);
    expect(stream.listenerCount('error')).toBe(1);
  });

  it('waits for a slow reader', async () => {
    let take: Taken = () => {};
    const { stream } = makeStream((taken) => {
      take = taken;
    });
    let done = false;
    const waiting = writeToStream(stream, 'one').then(() => {
      done = true;
    });
    await Promise.resolve();
    expect(done).toBe(false);
    take();
    await waiting;
    expect(done).toBe(true);
  });

  it('ends quietly when the reader has gone away', async () => {
    const { stream } = makeStream((taken) => taken(fault('EPIPE')));
    await writeToStream(stream, 'one');
    stream.emit('error', fault('EPIPE'));
    await writeToStream(stream, 'two');
  });

  it('says that the disk is full, and goes on saying so', async () => {
    const answers = [fault('ENOSPC'), null];
    const { stream } = makeStream((taken) => taken(answers.shift()));
    await expect(writeToStream(stream, 'one')).rejects.toThrow(FULL);
    stream.emit('error', fault('ENOSPC'));
    await expect(writeToStream(stream, 'two')).rejects.toThrow(FULL);
  });

  it('hears of a failure that comes after a piece, or at once', async () => {
    const late = makeStream((taken) => taken());
    await writeToStream(late.stream, 'one');
    late.stream.emit('error', fault('ENOSPC'));
    await expect(writeToStream(late.stream, 'two')).rejects.toThrow(FULL);
    const early = makeStream(() => {
      throw fault('ENOSPC');
    });
    await expect(writeToStream(early.stream, 'one')).rejects.toThrow(FULL);
  });
});
