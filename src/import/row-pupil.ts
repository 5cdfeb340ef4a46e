import type { PupilRole } from '../incident/incident.ts';

/** One pupil as a row names them. */
export interface RowPupil {
  /** Number of the naming in the pupil book. */
  readonly naming: number;
  readonly role: PupilRole;
  readonly origin: 'row' | 'linked';
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly points: number | null;
}

/** A cell that names further pupils; read when the names of all rows are known. */
export interface LinkedCell {
  readonly cell: string;
  readonly role: PupilRole;
}
