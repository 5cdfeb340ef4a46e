import { stat } from 'node:fs/promises';
import type { Helper } from '../classify/start-workers.ts';

/**
 * Starts the threads that help to label large exports before the program itself has loaded, so that they have practised
 * when the records are read. `files` are whole paths; what cannot be read counts as empty, and whoever reads it says so.
 * None for small exports, nor without a second processor.
 */
export async function startHelp(files: readonly string[]): Promise<readonly Helper[]> {
  const { LARGE_EXPORT, startWorkers } = await import('../classify/start-workers.ts');
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) < LARGE_EXPORT ? [] : startWorkers();
}
