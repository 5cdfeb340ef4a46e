import { open, rename, rm, stat } from 'node:fs/promises';
import { TermwiseError } from '../errors.ts';
import { followLinks } from './follow-links.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'part of the path is a file, not a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * Writes a file whole or not at all: under a temporary name beside it first, flushed to the disk, then put in
 * place in one step. Interrupted at any moment, the old file is still there. `pieces` are written in order. A link
 * stays, and the file it leads to is replaced.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const target = followLinks(path);
  const temporary = `${target}.termwise-part`;
  try {
    const there = await stat(target).catch(() => null);
    const handle = await open(temporary, 'w');
    try {
      // Whoever keeps the register from others' eyes keeps it so; a disk that knows no such rights has none to keep.
      if (there !== null) await handle.chmod(there.mode & 0o777).catch(() => undefined);
      for (const piece of pieces) await handle.appendFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new TermwiseError(
      'output/write',
      `${path} could not be written (${REASONS[code] ?? code}); what was there before is unchanged.`,
      'Check that the folder exists and may be written to, and that the file is not open in another program.',
    );
  }
}
