import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TermwiseError } from '../errors.ts';
import type { IsoDate } from '../incident/incident.ts';

/** What is put into a file: whole, or in pieces when it may be too long for one string. */
export type Content = string | Uint8Array | Iterable<string>;

export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly content: Content;
}

/** Everything a command does to the world outside: the only door, so that a test can watch it. */
export interface Effects {
  /** Resolves once the text is taken, so that a long answer does not pile up in memory. */
  readonly stdout: (text: string) => Promise<void>;
  readonly stderr: (text: string) => void;
  /** Whether a person watches stderr. */
  readonly stderrIsTerminal: boolean;
  /** Whether colours are wanted there: a terminal, and NO_COLOR not set. */
  readonly colour: boolean;
  /** The folder that relative paths start from. */
  readonly cwd: () => string;
  /** Today in UTC: the only clock, used to tell a date in the future. */
  readonly today: () => IsoDate;
  /** Milliseconds since some moment, to tell how long a job takes; never in an output. */
  readonly elapsed: () => number;
  /** Asks a person, or returns null when nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Writes all of the files or none of them. */
  readonly writeFiles: (files: readonly OutputFile[]) => void;
}

/** Pieces are gathered to about this many UTF-16 units before they are written: one call a piece is slow. */
const WRITE_SIZE = 1 << 16;

/** Joins small pieces, so that a million rows do not make a million writes. */
export function* gatherPieces(content: string | Iterable<string>): Iterable<string> {
  if (typeof content === 'string') {
    yield content;
    return;
  }
  let gathered = '';
  for (const piece of content) {
    gathered += piece;
    if (gathered.length < WRITE_SIZE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

function writeWhole(file: OutputFile, temporary: string): void {
  const handle = openSync(temporary, 'wx');
  try {
    if (file.content instanceof Uint8Array) writeFileSync(handle, file.content);
    else for (const piece of gatherPieces(file.content)) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

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
      writeWhole(file, temporary);
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
  return SYSTEM_ERRORS[error.code ?? ''] ?? error.code ?? error.message;
}

let readerGone = false;

/** Writes to a stream and waits until it wants more; a reader that has gone away (`| head`) ends output quietly. */
function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      readerGone = true;
    });
  }
  if (readerGone || stream.write(text)) return Promise.resolve();
  return new Promise((done) => {
    stream.once('drain', done);
    stream.once('close', done);
    stream.once('error', () => done());
  });
}

async function askAtTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** The real world: this process's streams, folder, clock and disk. */
export const REAL_EFFECTS: Effects = {
  stdout: (text) => writeTo(process.stdout, text),
  stderr: (text) => void writeTo(process.stderr, text),
  get stderrIsTerminal() {
    return process.stderr.isTTY === true;
  },
  get colour() {
    return process.stderr.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  },
  cwd: () => process.cwd(),
  today: () => new Date().toISOString().slice(0, 10),
  elapsed: () => performance.now(),
  ask: askAtTerminal,
  writeFiles: writeFilesWhole,
};
