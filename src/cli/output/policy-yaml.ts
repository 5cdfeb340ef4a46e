import { stringify } from 'yaml';
import type { PolicyProfile } from '../../policy/policy-profile.ts';

/** Columns a line of YAML may have before its text is folded. */
const LINE_WIDTH = 110;

/**
 * A policy as a file that a school can change and give back. The YAML writer is imported here by name: asked for where
 * it is used, the built program finds it under `default` only.
 */
export function policyYaml(profile: PolicyProfile): string {
  return stringify(profile, { lineWidth: LINE_WIDTH });
}
