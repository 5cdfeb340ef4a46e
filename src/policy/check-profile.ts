import { checkShape } from './check-shape.ts';
import { PROFILE_SCHEMA } from './profile-schema.ts';

/** What is wrong with a profile file, each as `FILE: PLACE: expected X, got Y`; empty when it can be used. */
export function checkProfile(data: unknown, file: string): readonly string[] {
  return checkShape(PROFILE_SCHEMA, data, file, Object.keys(PROFILE_SCHEMA.shape));
}
