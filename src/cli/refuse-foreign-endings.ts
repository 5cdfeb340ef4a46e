import { TermwiseError } from '../errors.ts';
import type { NamedOutput } from './refuse-overwriting.ts';

/** Kinds of document that Termwise never writes: under such a name no program would open what it does write. */
const FOREIGN = /\.(?:docx?|xlsx?|xlsm|pptx?|odt|ods|odp|rtf)$/i;

/** Throws a TermwiseError when a file to be written is named as a document of an office program. */
export function refuseForeignEndings(writes: readonly NamedOutput[]): void {
  for (const { path, named } of writes) {
    const [ending] = FOREIGN.exec(path) ?? [];
    if (ending === undefined) continue;
    throw new TermwiseError(
      'usage',
      `${named}: Termwise writes no ${ending} file, and no program would open one of another kind under that name`,
      'Name it .csv for a spreadsheet; a report may be .pdf or .html.',
    );
  }
}
