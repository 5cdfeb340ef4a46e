import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFilesWhole } from '../../src/cli/write-files-whole.ts';
import { makeFolder } from '../helpers/make-folder.ts';

const folder = makeFolder('effects');

describe('writeFilesWhole', () => {
  it('writes text, bytes and pieces, and makes folders', () => {
    const at = (name: string) => join(folder, 'new/deep', name);
    writeFilesWhole([
      { path: at('text.txt'), content: 'Zoë' },
      { path: at('bytes.bin'), content: new Uint8Array([0, 255]) },
      { path: at('pieces.txt'), content: ['one ', 'two'] },
    ]);
    expect(readFileSync(at('text.txt'), 'utf8')).toBe('Zoë');
    expect([...readFileSync(at('bytes.bin'))]).toEqual([0, 255]);
    expect(readFileSync(at('pieces.txt'), 'utf8')).toBe('one two');
    expect(readdirSync(join(folder, 'new/deep')).sort()).toEqual(['bytes.bin', 'pieces.txt', 'text.txt']);
  });

  it('replaces a file, and keeps from others what was kept from them', () => {
    const path = join(folder, 'again.txt');
    writeFilesWhole([{ path, content: 'long text' }]);
    chmodSync(path, 0o600);
    writeFilesWhole([{ path, content: 'short' }]);
    expect(readFileSync(path, 'utf8')).toBe('short');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('finishes what it is writing when it is interrupted, so that no half of a file stays behind', () => {
    const path = join(folder, 'kept/interrupted.txt');
    const interrupted = (function* () {
      yield 'one ';
      process.kill(process.pid, 'SIGINT');
      yield 'two';
    })();
    const before = process.listenerCount('SIGINT');
    writeFilesWhole([{ path, content: interrupted }]);
    expect(readFileSync(path, 'utf8')).toBe('one two');
    expect(readdirSync(join(folder, 'kept'))).toEqual(['interrupted.txt']);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('leaves nothing when one of several cannot be written', () => {
    mkdirSync(join(folder, 'taken.txt'));
    const files = [
      { path: join(folder, 'fresh/first.txt'), content: 'one' },
      { path: join(folder, 'taken.txt'), content: 'two' },
    ];
    expect(() => writeFilesWhole(files)).toThrow(/taken\.txt: cannot be written \(a folder has that name\)/);
    expect(existsSync(join(folder, 'fresh'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leaves nothing when the content fails half-way, and does not hide that it was our fault', () => {
    const failing = (function* () {
      yield 'half';
      throw new RangeError('broken');
    })();
    const path = join(folder, 'half/half.txt');
    expect(() => writeFilesWhole([{ path, content: failing }])).toThrow(RangeError);
    expect(existsSync(join(folder, 'half'))).toBe(false);
  });

  it('says when part of the path is a file', () => {
    writeFileSync(join(folder, 'plain'), '');
    expect(() => writeFilesWhole([{ path: join(folder, 'plain/x.txt'), content: '' }])).toThrow(
      expect.objectContaining({ code: 'output/write' }),
    );
  });

  it('writes what a pipe is given into it, and leaves the pipe', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    symlinkSync('pipe', join(folder, 'to-pipe'));
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] });
    let read = '';
    reader.stdout.on('data', (piece) => {
      read += piece;
    });
    const ended = new Promise((done) => reader.once('close', done));
    writeFilesWhole([{ path: join(folder, 'to-pipe'), content: ['one ', 'two'] }]);
    await ended;
    expect(read).toBe('one two');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(lstatSync(join(folder, 'to-pipe')).isSymbolicLink()).toBe(true);
  });

  it('replaces the file that a link leads to, and leaves the link', () => {
    const at = (name: string) => join(folder, name);
    mkdirSync(at('shared'));
    writeFileSync(at('shared/real.txt'), 'old');
    symlinkSync('shared/real.txt', at('first-link.txt'));
    symlinkSync('first-link.txt', at('second-link.txt'));
    symlinkSync('shared/not-yet.txt', at('early-link.txt'));
    writeFilesWhole([
      { path: at('second-link.txt'), content: 'new' },
      { path: at('early-link.txt'), content: 'first' },
    ]);
    expect(readFileSync(at('shared/real.txt'), 'utf8')).toBe('new');
    expect(readFileSync(at('shared/not-yet.txt'), 'utf8')).toBe('first');
    expect([readlinkSync(at('second-link.txt')), readlinkSync(at('early-link.txt'))]).toEqual([
      'first-link.txt',
      'shared/not-yet.txt',
    ]);
    expect(readdirSync(at('shared')).sort()).toEqual(['not-yet.txt', 'real.txt']);
  });

  it.skipIf(!existsSync('/proc/self/fd'))('goes on behind what an open stream holds', () => {
    const path = join(folder, 'stream.txt');
    writeFileSync(path, 'before ');
    const handle = openSync(path, 'a');
    symlinkSync(`/proc/self/fd/${handle}`, join(folder, 'to-stream'));
    writeFilesWhole([{ path: join(folder, 'to-stream'), content: 'after' }]);
    closeSync(handle);
    expect(readFileSync(path, 'utf8')).toBe('before after');
  });

  it('says when a link leads back to itself', () => {
    symlinkSync('round.txt', join(folder, 'round.txt'));
    expect(() => writeFilesWhole([{ path: join(folder, 'round.txt'), content: '' }])).toThrow(
      /round\.txt: cannot be written \(a link that leads back to itself\)/,
    );
  });
});
