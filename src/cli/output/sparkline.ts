/** Which marks a terminal can show; null for none at all. */
export type SparkMarks = 'blocks' | 'ascii' | null;

const MARKS = { blocks: '▁▂▃▄▅▆▇█', ascii: '.:-=+*#@' } as const;

/**
 * What a terminal can show, from its own word and its settings (never its language): nothing where the answer goes to
 * a file or pipe, where NO_COLOR asks for plain text or TERM is dumb; plain marks on the old Windows console and the
 * Linux one, whose fonts lack the blocks.
 */
export function chooseMarks(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): SparkMarks {
  if (!isTerminal || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return null;
  const isOldWindows = env.OS === 'Windows_NT' && env.WT_SESSION === undefined;
  return isOldWindows || env.TERM === 'linux' ? 'ascii' : 'blocks';
}

/** Counts as a row of marks, one each, from nothing up to the largest. */
export function sparkline(counts: readonly number[], marks: SparkMarks): string {
  if (marks === null || counts.length === 0) return '';
  const set = MARKS[marks];
  const most = Math.max(1, ...counts);
  return counts.map((count) => set[Math.round((count / most) * (set.length - 1))]).join('');
}
