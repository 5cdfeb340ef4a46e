import type { PupilRole } from '../incident/incident.ts';

const HARMED = /\b(?:victim|target|harmed|recipient|injured|on the receiving end)\b/i;
const HARMING =
  /\b(?:perp|perpetrator|aggressor|instigator|offender|harming|harmer|bully|ringleader|assailant|attacker|main protagonist)\b/i;
const WITNESS = /\b(?:witness|bystander|onlooker|observer)\b/i;

/** Reads a role cell (`Target`, `Aggressor`, `Witness` …); `unknown` for anything that does not say. */
export function readRole(cell: string): PupilRole {
  if (cell === '') return 'unknown';
  if (HARMED.test(cell)) return 'harmed';
  if (HARMING.test(cell)) return 'harming';
  return WITNESS.test(cell) ? 'witness' : 'unknown';
}
