import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { TermwiseError } from '../errors.ts';

/** Links that may stand behind each other; as many as Linux follows. */
const MOST_LINKS = 40;

/**
 * Where an absolute path leads once all links are followed, whether or not there is a file yet. A file put in place
 * by renaming must be renamed onto this, or the link is lost and its target stays as it was. A link below /proc is
 * given as it is: it stands for an open stream of a process, and its words need be no path.
 */
export function followLinks(path: string): string {
  let at = path;
  for (let links = 0; links <= MOST_LINKS; links += 1) {
    const folder = readOr(dirname(at), realpathSync);
    // A folder that is not there holds no link.
    if (folder === null) return at;
    at = join(folder, basename(at));
    const target = at.startsWith('/proc/') ? null : readOr(at, readlinkSync);
    if (target === null) return at;
    at = resolve(folder, target);
  }
  throw new TermwiseError('output/write', `${path}: cannot be written (a link that leads back to itself)`);
}

function readOr(path: string, read: (path: string) => string): string | null {
  try {
    return read(path);
  } catch {
    return null;
  }
}
