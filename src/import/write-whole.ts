import { rmSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import process from 'node:process';
import { TermwiseError } from '../errors.ts';
import { namePart } from './clear-left-parts.ts';
import { followLinks } from './follow-links.ts';
import { markFile } from './mark-file.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'part of the path is a file, not a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * Writes a file whole or not at all: under a temporary name of its own beside it first, flushed to the disk, then put
 * in place in one step. Interrupted at any moment, the old file is still there, and nothing stays beside it but where
 * there was no moment left: that goes with the next writing. `pieces` are written in order. A link stays, and the file
 * it leads to is replaced. `mark` is the file that the pieces were made from: where another stands there by now, its
 * news would be lost, so nothing is written.
 */
export async function writeWhole(path: string, pieces: Iterable<string>, mark: string): Promise<void> {
  const target = followLinks(path);
  const temporary = namePart(target, process.pid);
  let isOurs = false;
  try {
    const there = await stat(target).catch(() => null);
    const handle = await open(temporary, 'wx');
    isOurs = true;
    await removedIfInterrupted(temporary, async () => {
      try {
        // Whoever keeps the register from others' eyes keeps it so; a disk that knows no such rights has none to keep.
        if (there !== null) await handle.chmod(there.mode & 0o777).catch(() => undefined);
        for (const piece of pieces) await handle.appendFile(piece);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if ((await markFile(target)) !== mark) refuseNews(path);
      await putOver(temporary, target, path);
    });
  } catch (error) {
    if (isOurs) await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof TermwiseError || code === undefined) throw error;
    throw new TermwiseError(
      'output/write',
      `${path} could not be written (${REASONS[code] ?? code}); what was there before is unchanged.`,
      'Check that the folder exists and may be written to, and that the file is not open in another program.',
    );
  }
}

/** Where what was written is gone, whoever took it away is at work here too. */
async function putOver(temporary: string, target: string, path: string): Promise<void> {
  try {
    await rename(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') refuseNews(path);
    throw error;
  }
}

function refuseNews(path: string): never {
  throw new TermwiseError(
    'output/write',
    `${path} was changed by another program in the meantime, so nothing was written to it.`,
    'Run the same command again: it then reads what is there now.',
  );
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whoever interrupts is obeyed, once the half-written file is gone: it holds pupils' names. */
async function removedIfInterrupted(temporary: string, write: () => Promise<void>): Promise<void> {
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(temporary, { force: true });
    for (const each of INTERRUPTIONS) process.off(each, stop);
    process.kill(process.pid, signal);
  };
  for (const each of INTERRUPTIONS) process.on(each, stop);
  try {
    await write();
  } finally {
    for (const each of INTERRUPTIONS) process.off(each, stop);
  }
}
