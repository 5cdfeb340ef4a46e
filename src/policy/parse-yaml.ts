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

function readValue(text: string, file: string, code: ErrorCode): unknown {
  try {
    return parse(text, { prettyErrors: true });
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
    throw new TermwiseError(
      code,
      `${file}:${place} ${reason}`,
      'Indent with spaces, and put text with a colon in quotes.',
    );
  }
}
