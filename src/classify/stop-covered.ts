import type { Candidate } from './candidate.ts';
import { MARK, type TokenBuffer } from './token-buffer.ts';

/** What the writer says of a whole phrase holds for each part of it. */
const OF_THE_WHOLE: ReadonlySet<string | null> = new Set(['negated', 'hypothetical', 'not_upheld']);

/** Whether a comma or a break parts two tokens: what stands behind it is told anew. */
function isParted({ marks }: TokenBuffer, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++)
    if (((marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0) return true;
  return false;
}

/**
 * Stops what lies within a phrase of the same label that the writer denies or imagines: the reason in `did not | turn on
 * him because of his faith` is told of no deed.
 */
export function stopCovered(found: readonly Candidate[], tokens: TokenBuffer): Candidate[] {
  const denied = found.filter(({ stop, kind }) => OF_THE_WHOLE.has(stop) && kind.is.harm);
  if (denied.length === 0) return [...found];
  return found.map((candidate) => {
    const { stop, kind, from, to } = candidate;
    if (stop !== null || !kind.is.harm) return candidate;
    const whole = denied.find(
      (other) =>
        other.kind === kind && other.from < from && other.to >= to && !isParted(tokens, other.from, from),
    );
    return whole === undefined ? candidate : { ...candidate, stop: whole.stop };
  });
}
