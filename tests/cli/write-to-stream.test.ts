import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type TextStream, writeToStream } from '../../src/cli/write-to-stream.ts';

/** A stream whose reader is slow when told so. */
function makeStream(full: boolean) {
  const written: string[] = [];
  const emitter = new EventEmitter();
  const stream = Object.assign(emitter, {
    write: (text: string) => {
      written.push(text);
      return !full;
    },
  }) as unknown as TextStream & EventEmitter;
  return { stream, written };
}

describe('writeToStream', () => {
  it('goes on at once while the reader keeps up', async () => {
    const { stream, written } = makeStream(false);
    await writeToStream(stream, 'one');
    await writeToStream(stream, 'two');
    expect(written).toEqual(['one', 'two']);
    expect(stream.listenerCount('error')).toBe(1);
  });

  it('waits for a slow reader', async () => {
    const { stream } = makeStream(true);
    let done = false;
    const waiting = writeToStream(stream, 'one').then(() => {
      done = true;
    });
    await Promise.resolve();
    expect(done).toBe(false);
    stream.emit('drain');
    await waiting;
    expect(done).toBe(true);
  });

  it('leaves no listener behind for a slow reader', async () => {
    const { stream } = makeStream(true);
    for (let piece = 0; piece < 20; piece++) {
      const waiting = writeToStream(stream, 'piece');
      stream.emit('drain');
      await waiting;
    }
    expect(stream.listenerCount('close')).toBe(0);
    expect(stream.listenerCount('drain')).toBe(0);
    expect(stream.listenerCount('error')).toBe(1);
  });

  it('ends quietly when the reader has gone away', async () => {
    const { stream, written } = makeStream(true);
    const waiting = writeToStream(stream, 'one');
    stream.emit('error', Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
    await waiting;
    await writeToStream(stream, 'two');
    expect(written).toEqual(['one']);
  });

  it('does not hide another fault of the stream', async () => {
    const { stream } = makeStream(false);
    await writeToStream(stream, 'one');
    expect(() => stream.emit('error', Object.assign(new Error('bad disk'), { code: 'EIO' }))).toThrow(
      'bad disk',
    );
  });
});
