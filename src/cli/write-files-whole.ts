import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TermwiseError } from '../errors.ts';
import type { OutputFile } from './effects.ts';
import { gatherPieces } from './gather-pieces.ts';

/**
 * Writes files whole or not at all: each under a temporary name beside its target, then all renamed. Folders that
 * are missing are made, and removed again if anything fails. Throws a TermwiseError (`output/write`).
 */
export function writeFilesWhole(files: readonly OutputFile[]): void {
  const folders: string[] = [];
  const waiting: { readonly temporary: string; readonly path: string }[] = [];
  let current = '';
  try {
    for (const file of files) {
      current = file.path;
      const folder = dirname(file.path);
      const first = mkdirSync(folder, { recursive: true });
      if (first !== undefined) folders.push(first);
      const temporary = join(folder, `.${basename(file.path)}.${process.pid}.part`);
      waiting.push({ temporary, path: file.path });
      writeContent(file, temporary);
    }
    for (const { temporary, path } of waiting) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (error) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    if (!isSystemError(error)) throw error;
    throw new TermwiseError('output/write', `${current}: cannot be written (${describeSystemError(error)})`);
  }
}

function writeContent({ content }: OutputFile, temporary: string): void {
  const handle = openSync(temporary, 'wx');
  try {
    if (content instanceof Uint8Array) writeFileSync(handle, content);
    else for (const piece of gatherPieces(content)) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'a folder has that name',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'something with that name is in the way',
};

function describeSystemError(error: NodeJS.ErrnoException): string {
  return SYSTEM_ERRORS[error.code ?? ''] ?? error.message;
}
