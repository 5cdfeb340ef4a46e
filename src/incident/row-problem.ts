/** Why a record was rejected: the codes of `inspect --json`. */
export type RejectCode =
  | 'missing_date'
  | 'invalid_date'
  | 'future_date'
  | 'implausible_date'
  | 'missing_pupil'
  | 'too_few_fields'
  | 'too_many_fields'
  | 'unclosed_quote';

/** What is odd about a record that was accepted all the same. */
export type WarningCode =
  | 'date_from_recorded'
  | 'odd_time'
  | 'no_category'
  | 'no_narrative'
  | 'date_in_holiday'
  | 'two_pupils_one_name';

interface RowPlace {
  readonly file: string;
  /** The nth data record, from 1. */
  readonly record: number;
  /** Physical line on which the record starts, from 1. */
  readonly line: number;
  /** Header of the column at fault, or null when the whole row is. */
  readonly column: string | null;
  /** The cell as written (shortened to 80 characters), or null. */
  readonly value: string | null;
  /** One sentence a school office can act on. */
  readonly message: string;
}

/** A bad row is data, never an exception: every record read is either accepted or one of these. */
export type RowProblem =
  | (RowPlace & {
      readonly severity: 'rejected';
      readonly code: RejectCode;
      readonly cells: readonly string[];
    })
  | (RowPlace & { readonly severity: 'warning'; readonly code: WarningCode });
