import { basename } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';

interface DecidedLabel {
  readonly incidentId: string;
  readonly school: string | null;
  readonly code: string | null;
  readonly decision: 'keep' | 'remove' | 'add';
  readonly added: string | null;
  readonly line: number;
}

/**
 * Throws a TermwiseError where one row takes a label away that another row of the same incident keeps or adds: which of
 * the two holds would hang on their order. A label goes with those it implies, so bullying cannot be removed and verbal
 * bullying kept.
 */
export function refuseContradictions(path: string, decisions: readonly DecidedLabel[]): void {
  const removed = new Map<string, DecidedLabel>();
  for (const decision of decisions)
    if (decision.decision === 'remove' && decision.code !== null)
      removed.set(keyOf(decision, decision.code), decision);
  const implies = new Map(readTaxonomy().labels.map((label) => [label.code, label.implies]));
  for (const decision of decisions) {
    const given = decision.decision === 'add' ? decision.added : decision.code;
    if (decision.decision === 'remove' || given === null) continue;
    for (const code of withImplied(given, implies)) {
      const other = removed.get(keyOf(decision, code));
      if (other === undefined) continue;
      const [first, second] = [other.line, decision.line].sort((a, b) => a - b);
      throw new TermwiseError(
        'file/side_file',
        `${basename(path)}, lines ${first} and ${second}: of incident ${decision.incidentId} one removes '${code}' and the other gives '${given}'`,
        'Decide for one of the two, and leave the other blank.',
      );
    }
  }
}

function keyOf({ incidentId, school }: DecidedLabel, code: string): string {
  return JSON.stringify([keyOfSchool(school ?? ''), incidentId, code]);
}

/** A label and all that it implies, at any distance. */
function withImplied(code: string, implies: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([code]);
  for (const one of found) for (const next of implies.get(one) ?? []) found.add(next);
  return found;
}
