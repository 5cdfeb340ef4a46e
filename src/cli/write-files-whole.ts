import {
  closeSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { followLinks } from '../import/follow-links.ts';
import { describeSystemError } from './describe-system-error.ts';
import type { OutputFile } from './effects.ts';
import { gatherPieces } from './gather-pieces.ts';

/**
 * Writes files whole or not at all: each under a temporary name beside its target, then all renamed. Folders that
 * are missing are made, and removed again if anything fails. A link stays, and the file it leads to is replaced; a
 * device or pipe is written to, once all files are ready. Throws a TermwiseError (`output/write`).
 */
export function writeFilesWhole(files: readonly OutputFile[]): void {
  const folders: string[] = [];
  const waiting: { readonly temporary: string; readonly path: string; readonly target: string }[] = [];
  let current = '';
  try {
    uninterrupted(() => {
      for (const file of files) {
        current = file.path;
        const target = followLinks(file.path);
        if (isStream(target)) continue;
        const folder = dirname(target);
        const first = mkdirSync(folder, { recursive: true });
        if (first !== undefined) folders.push(first);
        const temporary = join(folder, `.${basename(target)}.${process.pid}.part`);
        waiting.push({ temporary, path: file.path, target });
        writeContent(file, temporary, 'wx', statSync(target, { throwIfNoEntry: false })?.mode);
      }
    });
    for (const file of files) {
      current = file.path;
      const target = followLinks(file.path);
      // What another program has put into an open file before us stays: it may be our own stdout.
      if (isStream(target)) writeContent(file, target, 'a');
    }
    uninterrupted(() => {
      for (const { temporary, path, target } of waiting) {
        current = path;
        renameSync(temporary, target);
      }
    });
  } catch (error) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    if (!isSystemError(error)) throw error;
    throw new TermwiseError('output/write', `${current}: cannot be written (${describeSystemError(error)})`);
  }
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets whoever interrupts wait until this is done: a file half written under its temporary name would stay behind, with
 * pupils' names in it. Never around a pipe, which may wait for its reader for ever.
 */
function uninterrupted(write: () => void): void {
  const wait = (): void => {};
  for (const signal of INTERRUPTIONS) process.on(signal, wait);
  try {
    write();
  } finally {
    for (const signal of INTERRUPTIONS) process.off(signal, wait);
  }
}

/** Whether a path is there and is no file that could be replaced: a device, a pipe, an open stream below /proc. */
function isStream(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return false;
  return !found.isFile() || lstatSync(path).isSymbolicLink();
}

function writeContent({ content }: OutputFile, path: string, flags: 'wx' | 'a', mode?: number): void {
  const handle = openSync(path, flags);
  try {
    if (mode !== undefined) keepMode(handle, mode);
    if (content instanceof Uint8Array) writeFileSync(handle, content);
    else for (const piece of gatherPieces(content)) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

/** Whoever keeps a file from others' eyes keeps the next one of that name from them too. */
function keepMode(handle: number, mode: number): void {
  try {
    fchmodSync(handle, mode & 0o777);
  } catch {
    // A disk that knows no such rights has none to keep.
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
