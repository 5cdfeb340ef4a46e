/** Exit codes users and scripts rely on; the README prints the same table. */
export const EXIT_CODES = { done: 0, found: 1, unusable: 2, fault: 3 } as const;

export type ErrorCode =
  | 'usage'
  | 'config'
  | 'policy'
  | 'file/missing'
  | 'file/closed'
  | 'file/folder'
  | 'file/empty'
  | 'file/not_csv'
  | 'file/no_header'
  | 'file/dates_contradict'
  | 'file/too_many_rejects'
  | 'file/side_file'
  | 'file/no_school'
  | 'file/return'
  | 'output/exists'
  | 'output/write'
  | 'nothing_to_report';

/**
 * The one error class: something the user can put right (exit code 2). Anything else that is thrown is our
 * fault and ends with exit code 3. `message` names file, row, column and value where there is one; `hint`
 * says what to do.
 */
export class TermwiseError extends Error {
  readonly code: ErrorCode;
  readonly exitCode: number;
  readonly hint: string | null;

  constructor(code: ErrorCode, message: string, hint: string | null = null) {
    super(message);
    this.name = 'TermwiseError';
    this.code = code;
    this.exitCode = EXIT_CODES.unusable;
    this.hint = hint;
  }
}
