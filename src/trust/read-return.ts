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
  refuseOwn(value, file);
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

/** Other files of ours that are easily given for a return: what they are, and what to do. */
const OWN_FILES: Readonly<Record<string, readonly [string, string]>> = {
  'termwise.trust/1': [
    'what `termwise collate` wrote',
    'Print it with `termwise report trust`, or collate the returns.',
  ],
  'termwise.analysis/1': [
    "a school's analysis, with names",
    'Ask for its return, made with `termwise return`.',
  ],
};

function refuseOwn(value: unknown, file: string): void {
  const { meta } = (value ?? {}) as { readonly meta?: { readonly schema?: string } };
  const [what, todo] = OWN_FILES[meta?.schema ?? ''] ?? [];
  if (what !== undefined)
    throw new TermwiseError('file/return', `${file}: this is no return but ${what}`, todo);
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
