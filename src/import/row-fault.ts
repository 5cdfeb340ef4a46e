import type { RejectCode, WarningCode } from '../incident/row-problem.ts';
import type { Field } from './layout.ts';

/** Why a row is rejected. */
export interface RowFault {
  readonly code: RejectCode;
  readonly column: Field | null;
  readonly value: string | null;
  readonly message: string;
}

/** What is odd about a row that is accepted. */
export interface RowNote {
  readonly code: WarningCode;
  readonly column: Field | null;
  readonly value: string | null;
  readonly message: string;
}

const LONGEST = 80;

function shorten(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

/** Makes a fault; the message is given the cell shortened to 80 characters. */
export function makeFault(
  code: RejectCode,
  column: Field | null,
  value: string | null,
  say: (shown: string) => string,
): RowFault {
  const shown = value === null ? null : shorten(value);
  return { code, column, value: shown, message: say(shown ?? '') };
}

/** Makes a note; as `makeFault`. */
export function makeNote(
  code: WarningCode,
  column: Field | null,
  value: string | null,
  say: (shown: string) => string,
): RowNote {
  const shown = value === null ? null : shorten(value);
  return { code, column, value: shown, message: say(shown ?? '') };
}
