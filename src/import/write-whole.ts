import { open, rename, rm } from 'node:fs/promises';
import { TermwiseError } from '../errors.ts';

/**
 * Writes a file whole or not at all: under a temporary name beside it first, flushed to the disk, then put in
 * place in one step. Interrupted at any moment, the old file is still there. `pieces` are written in order.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const temporary = `${path}.termwise-part`;
  try {
    const handle = await open(temporary, 'w');
    try {
      for (const piece of pieces) await handle.appendFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new TermwiseError(
      'output/write',
      `${path} could not be written (${code}); what was there before is unchanged.`,
      'Check that the folder exists and may be written to, and that the file is not open in another program.',
    );
  }
}
