import type { Command } from 'commander';
import { TermwiseError } from '../errors.ts';

/** Words of an option's form, or the name of an argument, that stand for a file or folder. */
const OF_FILES = /^(?:file|path|folder|register)$/;

/**
 * Throws a TermwiseError (`usage`) when an option or an argument is given with nothing in it, as by a script's variable
 * that was never set: as the name of a file it would be this very folder. And when a file is called `-`, by which other
 * programs mean the terminal or a pipe, as the next option (`--out --json`), or as a folder (`new/`): it would be written
 * under that name.
 */
export function refuseUnnamed(
  action: Pick<Command, 'options' | 'registeredArguments' | 'processedArgs' | 'opts'>,
): void {
  const values = action.opts<Readonly<Record<string, unknown>>>();
  for (const option of action.options) {
    const [, form = ''] = /<(.*)>/.exec(option.flags) ?? [];
    refuse(option.long ?? option.flags, form, values[option.attributeName()], values.format === 'parquet');
  }
  action.registeredArguments.forEach((argument, index) => {
    for (const value of [action.processedArgs[index]].flat())
      refuse(`<${argument.name()}>`, argument.name(), value, true);
  });
}

function refuse(what: string, form: string, value: unknown, isFolder: boolean): void {
  if (typeof value !== 'string') return;
  if (/^ *$/.test(value))
    throw new TermwiseError(
      'usage',
      `${what}: expected a value, got nothing`,
      'Fill it in, or leave it out. In a script, look whether its variable is set.',
    );
  if (!OF_FILES.test(form)) return;
  const wrong = (hint: string): never => {
    throw new TermwiseError(
      'usage',
      `${what} ${value}: expected the name of a ${form === 'path' ? 'file' : form}`,
      hint,
    );
  };
  if (value === '-') wrong('Termwise reads and writes files; without --out it prints what can be printed.');
  if (value.startsWith('--')) wrong(`The option ${what} takes one; a file that is called so is ./${value}.`);
  if (form === 'file' && /[\\/]$/.test(value) && !isFolder)
    wrong('This names a folder: add the name of the file.');
}
