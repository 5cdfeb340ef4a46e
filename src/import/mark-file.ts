import { stat } from 'node:fs/promises';

/**
 * What tells a file at a path from the one that stood there before: its number on its disk, its size and the moment
 * of its last change. Empty where there is none. A whole file put in place of another never has the same.
 */
export async function markFile(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? '' : `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}`;
}
