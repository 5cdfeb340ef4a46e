import { TermwiseError } from '../errors.ts';
import { identifyFile } from './identify-file.ts';
import { isSameFile } from './is-same-file.ts';

/** A file that is to be written: its absolute path, and what to call it in a message, such as `--out a.csv`. */
export interface NamedOutput {
  readonly path: string;
  readonly named: string;
}

/**
 * Throws a TermwiseError when a file to be written is one that the command reads (absolute paths), or is to be written
 * twice: a school's export must not be lost to a slip in a file name.
 */
export function refuseOverwriting(reads: Iterable<string>, writes: readonly NamedOutput[]): void {
  for (const read of reads) {
    const own = writes.find(({ path }) => isSameFile(path, read));
    if (own !== undefined)
      throw new TermwiseError(
        'output/exists',
        `${own.named}: this file is read here, so it is not written over`,
        'Give another name, so that nothing of yours is overwritten.',
      );
  }
  const taken = new Map<string, NamedOutput>();
  for (const write of writes) {
    const names = identifyFile(write.path);
    for (const name of names) {
      const twice = taken.get(name);
      if (twice !== undefined)
        throw new TermwiseError('usage', `${twice.named} and ${write.named}: expected two files, got one`);
    }
    for (const name of names) taken.set(name, write);
  }
}
