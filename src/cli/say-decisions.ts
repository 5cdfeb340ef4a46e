import type { Classified } from '../pipeline.ts';
import type { Host } from './host.ts';
import type { ExportOptions } from './shared-options.ts';

/** Ids named in one line; more are counted. */
const NAMED = 10;

/**
 * Says on stderr which of a person's decisions should be looked at again. Both kinds would otherwise pass unseen: a
 * decision about words that have changed since is still applied, one about no incident here is not.
 */
export function sayDecisions(
  { decided }: Pick<Classified, 'decided'>,
  options: ExportOptions,
  host: Host,
): void {
  if (options.quiet === true) return;
  const { outdated, unknown } = decided;
  if (outdated.length > 0) {
    host.effects.stderr(
      `Decisions: the words of ${list(outdated)} have changed since a person decided. The decisions were applied; read these records again.\n`,
    );
  }
  if (unknown.length > 0) {
    host.effects.stderr(
      `Decisions: ${list(unknown)} ${unknown.length === 1 ? 'names no incident' : 'name no incident'} in these files, or more than one, so nothing was decided there.\n`,
    );
  }
}

function list(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).join(', ');
  return ids.length > NAMED ? `${named} and ${ids.length - NAMED} more` : named;
}
