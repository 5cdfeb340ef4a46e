import type { Effects } from './effects.ts';
import type { ExportOptions } from './shared-options.ts';

type Name = keyof ExportOptions;

const COUNTED: readonly Name[] = ['roll', 'periods'];
const READ_ONLY: readonly Name[] = [...COUNTED, 'policy', 'phase', 'nation', 'terms', 'decisions'];
/** Options that every command on exports takes, and these have no use for. */
const UNUSED: Readonly<Record<string, readonly Name[]>> = {
  inspect: [...READ_ONLY, 'term', 'from', 'to'],
  import: [...READ_ONLY, 'term', 'from', 'to'],
  check: ['periods'],
  explain: [...COUNTED, 'term', 'from', 'to'],
  review: COUNTED,
};

/** Says on stderr which of the options given make no difference to a command, so that nobody relies on them. */
export function sayUnused(command: string, options: ExportOptions, effects: Pick<Effects, 'stderr'>): void {
  if (options.quiet === true) return;
  for (const name of UNUSED[command] ?? []) {
    if (options[name] === undefined) continue;
    effects.stderr(`--${name}: makes no difference to \`termwise ${command}\`.\n`);
  }
}
