import { TermwiseError } from '../errors.ts';

/** Options of which one would silently win over another, by their names in code. */
interface ClashingOptions {
  readonly json?: boolean;
  readonly format?: string | readonly string[];
  readonly term?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Throws a TermwiseError (`usage`) when two options ask for different things, before anything is read. */
export function refuseClashes({ json, format, term, from, to }: ClashingOptions): void {
  const formats = [format ?? []].flat().join();
  if (json === true && formats !== '' && formats !== 'json')
    throw new TermwiseError(
      'usage',
      `--json and --format ${formats}: expected one of the two`,
      '--json is short for --format json.',
    );
  if (term !== undefined && (from ?? to) !== undefined)
    throw new TermwiseError(
      'usage',
      `--term and --${from === undefined ? 'to' : 'from'}: expected a term or days, not both`,
      'Leave one of the two out.',
    );
}
