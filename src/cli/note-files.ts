import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Host } from './host.ts';

/** Arguments that name files to be read. */
const FILE_ARGUMENTS = ['file', 'register'];

/** Options that name files to be read and are in no settings; `--into` is read before it is written again. */
const READ_OPTIONS = ['previous', 'schools', 'into'];

/** Options that name files to be written. */
const WRITE_OPTIONS = ['out', 'rejects'];

/** Notes which files a command line names to be read and to be written; those of the settings come with them. */
export function noteFiles(
  action: Pick<Command, 'registeredArguments' | 'processedArgs' | 'opts'>,
  { effects, reads, writes }: Host,
): void {
  const cwd = effects.cwd();
  const options = action.opts<Readonly<Record<string, unknown>>>();
  const given = (name: string): readonly string[] => [options[name]].filter((one) => typeof one === 'string');
  const files = action.registeredArguments.flatMap((argument, index) =>
    FILE_ARGUMENTS.includes(argument.name()) ? (action.processedArgs[index] as string | string[]) : [],
  );
  for (const file of [...files, ...READ_OPTIONS.flatMap(given)]) reads.add(resolve(cwd, file));
  for (const name of WRITE_OPTIONS)
    for (const file of given(name)) writes.push({ path: resolve(cwd, file), named: `--${name} ${file}` });
}
