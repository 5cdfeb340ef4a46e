import type { ZodType } from 'zod';
import { suggestWord } from './suggest-word.ts';

type Issue = NonNullable<ReturnType<ZodType['safeParse']>['error']>['issues'][number];

/** `bullying.types[2].code`: the place in the file, as a person would point at it. */
function writePlace(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, key) =>
      typeof key === 'number'
        ? `${place}[${key + 1}]`
        : place === ''
          ? String(key)
          : `${place}.${String(key)}`,
    '',
  );
}

function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const shown = typeof value === 'string' ? `'${value}'` : String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}

function findAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function describeIssue(
  issue: Issue,
  data: unknown,
  file: string,
  knownKeys: readonly string[],
): readonly string[] {
  const place = writePlace(issue.path);
  const where = place === '' ? `${file}:` : `${file}: ${place}:`;
  if (issue.code !== 'unrecognized_keys') {
    return [`${where} expected ${issue.message}, got ${showValue(findAt(data, issue.path))}`];
  }
  return issue.keys.map((key) => {
    const meant = suggestWord(key, knownKeys);
    return `${where} unknown key '${key}'${meant === null ? '' : ` (did you mean '${meant}'?)`}`;
  });
}

/** What is expected where a schema has no words of its own: the library's are for programmers. */
const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

/**
 * What is wrong with a file's content, each as `FILE: PLACE: expected X, got Y`; empty when it fits. A schema used
 * here gives, as the message of a part, the expectation as a noun phrase. List places count from 1.
 */
export function checkShape(
  schema: ZodType,
  data: unknown,
  file: string,
  knownKeys: readonly string[],
): readonly string[] {
  const result = schema.safeParse(data, {
    error: (issue) => (issue.code === 'invalid_type' ? EXPECTED[issue.expected] : undefined),
  });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => describeIssue(issue, data, file, knownKeys));
}
