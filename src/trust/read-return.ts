import { TermwiseError } from '../errors.ts';
import { checkShape } from '../policy/check-shape.ts';
import { INSTEAD, isKnownText } from './keep-known-words.ts';
import { RETURN_SHAPE, type SchoolReturn } from './school-return.ts';
import { signReturn } from './sign-return.ts';

/**
 * Reads a return from the text of its file. Refused, with a TermwiseError that names the file: anything but a return,
 * a return changed since it was made, one that holds words a return may not hold.
 */
export function readReturn(text: string, file: string): SchoolReturn {
  const value = parse(text, file);
  const [fault] = checkShape(RETURN_SHAPE, value, file, []);
  if (fault !== undefined) {
    throw new TermwiseError(
      'file/return',
      fault,
      'Ask the school to make its return again with `termwise return`.',
    );
  }
  const read = value as SchoolReturn;
  if (signReturn(read) !== read.signature) {
    throw new TermwiseError(
      'file/return',
      `${file}: the return of ${read.school} was changed after it was made: it does not match its signature`,
      'Ask the school for its file as `termwise return` wrote it.',
    );
  }
  const strange = listTypedWords(read).find((word) => !isKnownText(word) && !OWN_WORDS.has(word));
  if (strange !== undefined) {
    throw new TermwiseError(
      'file/return',
      `${file}: the return of ${read.school} holds words that a return may not hold`,
      'Ask the school to make its return again with this version of Termwise.',
    );
  }
  return read;
}

const OWN_WORDS: ReadonlySet<string> = new Set(Object.values(INSTEAD));

function parse(text: string, file: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new TermwiseError(
      'file/return',
      `${file}: this is no return: it is not JSON, or is cut short`,
      'Returns are made by `termwise return`; exports themselves cannot be collated.',
    );
  }
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null;
  if (typeof schema === 'string' && schema.startsWith('termwise.return/') && schema !== 'termwise.return/1') {
    throw new TermwiseError(
      'file/return',
      `${file}: a return of another version (${schema}); this Termwise reads termwise.return/1`,
      'Use the same version of Termwise in all schools.',
    );
  }
  return value;
}

function listTypedWords({ period, counts, half_terms }: SchoolReturn): readonly string[] {
  return [
    period.name,
    ...half_terms.map(({ name }) => name),
    ...Object.keys(counts.places),
    ...Object.keys(counts.categories),
    ...Object.values(counts.weekday_period).flatMap((row) => Object.keys(row ?? {})),
  ];
}
