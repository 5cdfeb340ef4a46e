import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { kill, pid } from 'node:process';

const ENDING = '.termwise-part';

/** The temporary name under which one process writes a file before it is put in place. */
export function namePart(target: string, process: number): string {
  return join(dirname(target), `${basename(target)}.${process}${ENDING}`);
}

/**
 * Removes what processes that are no more have left half written beside a file: it holds pupils' names. What another
 * living one is writing stays; what has this one's number is of an earlier one that had it, as all have in a container.
 */
export async function clearLeftParts(target: string): Promise<void> {
  const start = `${basename(target)}.`;
  const names = await readdir(dirname(target)).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(start) || !name.endsWith(ENDING)) continue;
    const writer = name.slice(start.length, -ENDING.length);
    if (!/^\d+$/.test(writer) || isAnother(Number(writer))) continue;
    await rm(join(dirname(target), name), { force: true });
  }
}

function isAnother(process: number): boolean {
  if (process === pid) return false;
  try {
    // Nothing is sent: it is only asked whether there is one.
    kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
