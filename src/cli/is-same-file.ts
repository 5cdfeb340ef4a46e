import { type BigIntStats, statSync } from 'node:fs';
import { followLinks } from '../import/follow-links.ts';

/**
 * Whether two absolute paths are one regular file, or would be: however they are written, over links, and in the case
 * that the disk takes for the same. Devices and pipes are never one file: what is written to them overwrites nothing.
 */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [lookAt(one), lookAt(other)];
  if (first?.isFile() === false || second?.isFile() === false) return false;
  if (followLinks(one) === followLinks(other)) return true;
  // A disk without numbers for its files says 0 for each.
  return first !== null && first.ino !== 0n && first.ino === second?.ino && first.dev === second.dev;
}

function lookAt(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}
