import { readFileSync } from 'node:fs';
import { type ErrorCode, TermwiseError } from '../errors.ts';
import { decodeText } from './decode-text.ts';

const MISSING = ['there is no such file', 'Check the name and the folder.'] as const;
const CLOSED = [
  'it may not be read by you',
  'Ask whoever it belongs to, or take a copy of your own.',
] as const;
/** Why the system refused to read, for people, and what to do. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  EISDIR: ['this is a folder', 'Give the file in it.'],
  EACCES: CLOSED,
  EPERM: CLOSED,
};

/** What is called in a message, and what to do where it cannot be read. */
interface Named {
  readonly named: string;
  readonly code: ErrorCode;
  readonly hint?: string;
}

/**
 * Reads a small text file that a person wrote, in the encoding its editor chose. Throws a TermwiseError that calls it
 * `named` and says why when it cannot be read: a folder of that name, or one that only others may read.
 */
export function loadText(path: string, { named, code, hint }: Named): string {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    const { code: why } = error as NodeJS.ErrnoException;
    if (why === undefined) throw error;
    const [reason, todo] = REASONS[why] ?? [`it cannot be read (${why})`, null];
    throw new TermwiseError(code, `${named}: ${reason}`, hint ?? todo);
  }
}
