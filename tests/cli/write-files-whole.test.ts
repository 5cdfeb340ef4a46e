import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

  it('replaces a file', () => {
    const path = join(folder, 'again.txt');
    writeFilesWhole([{ path, content: 'long text' }]);
    writeFilesWhole([{ path, content: 'short' }]);
    expect(readFileSync(path, 'utf8')).toBe('short');
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
});
