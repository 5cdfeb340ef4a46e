import type { Incident, Involvement, Pupil, PupilKey } from '../incident/incident.ts';

/** What of an incident is read to label it: its words, and which pupils it is about. */
export interface RecordWords extends Pick<Incident, 'categoryText' | 'categories' | 'narrative' | 'action'> {
  readonly involvements: readonly Pick<Involvement, 'pupil'>[];
}

/** The names of pupils, by key. */
export type PupilNames = ReadonlyMap<PupilKey, Pick<Pupil, 'name'>>;

/** What is read to label one incident. */
export interface NamedRecord {
  readonly record: RecordWords;
  readonly pupils: PupilNames;
}
