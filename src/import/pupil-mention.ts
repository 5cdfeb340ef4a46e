import type { IsoDate } from '../incident/incident.ts';
import type { PupilName } from './pupil-name.ts';

/** A pupil as one row names them, before it is known which rows mean the same person. */
export interface Mention {
  readonly school: string;
  readonly name: PupilName;
  readonly upn: string | null;
  readonly dateOfBirth: IsoDate | null;
}
