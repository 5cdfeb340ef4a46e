import { identifyFile } from './identify-file.ts';

/**
 * Whether two absolute paths are one regular file, or would be: however they are written, over links, and in the case
 * that the disk takes for the same.
 */
export function isSameFile(one: string, other: string): boolean {
  const names = identifyFile(one);
  return identifyFile(other).some((name) => names.includes(name));
}
