import { parse, YAMLParseError } from 'yaml';
import { type ErrorCode, TermwiseError } from '../errors.ts';

/**
 * Reads the text of a YAML file that a person wrote. Throws a TermwiseError naming the file, line and column when
 * it is not YAML, and when it holds anything but keys and values.
 */
export function parseYaml(text: string, file: string, code: ErrorCode): Readonly<Record<string, unknown>> {
  const value = readValue(text, file, code);
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new TermwiseError(code, `${file}: expected lines of the form 'key: value'`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** Faults that the reader words for programmers, in words for who wrote the file, with what to do. */
const PLAIN_FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: ['this key stands here for the second time', 'Keep one of the two.'],
  MULTIPLE_DOCS: ['expected one page of keys, got a second one behind ---', 'Remove the line ---.'],
  TAB_AS_INDENT: ['a tab stands where spaces are expected', 'Indent with spaces.'],
};

function readValue(text: string, file: string, code: ErrorCode): unknown {
  try {
    // A warning would be printed by Node itself, in words for programmers.
    return parse(text, { prettyErrors: true, logLevel: 'error' });
  } catch (error) {
    // What a name with `*` stands for is looked up when all is read, and is no fault of the form.
    if (error instanceof ReferenceError)
      throw new TermwiseError(
        code,
        `${file}: a value with * repeats what is not there, or far too much of it`,
        'Write the value out, or put it in quotes.',
      );
    if (!(error instanceof YAMLParseError)) throw error;
    const at = error.linePos?.[0];
    const place = at === undefined ? '' : ` line ${at.line}, column ${at.col}:`;
    const reason = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML';
    const [said, todo] = PLAIN_FAULTS[error.code] ?? [
      reason,
      'Indent with spaces, and put text with a colon in quotes.',
    ];
    throw new TermwiseError(code, `${file}:${place} ${said}`, todo);
  }
}
