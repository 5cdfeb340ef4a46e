import { type BigIntStats, statSync } from 'node:fs';
import { followLinks } from '../import/follow-links.ts';

/**
 * The names that the file at an absolute path goes by, whatever the path: where it really is, and its number on its
 * disk. None for devices and pipes, which are never one file: what is written to them overwrites nothing.
 */
export function identifyFile(path: string): readonly string[] {
  const found = lookAt(path);
  if (found?.isFile() === false) return [];
  const place = followLinks(path);
  // A disk without numbers for its files says 0 for each.
  return found === null || found.ino === 0n ? [place] : [place, `${found.dev}:${found.ino}`];
}

function lookAt(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}
