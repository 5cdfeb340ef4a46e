import { TermwiseError } from '../errors.ts';

/**
 * Throws a TermwiseError when the file that `review` is to write is there already and a person has decided on rows of
 * it: written over, their work would be lost. One that nobody has filled in yet may be written again.
 */
export async function refuseLosingDecisions(path: string, named: string): Promise<void> {
  const { readSideTable } = await import('../import/read-side-table.ts');
  const columns = { required: ['Incident ID', 'Decision'], optional: [] };
  // No such file, or none of ours.
  const rows = await readSideTable(path, columns).catch((error: unknown) =>
    error instanceof TermwiseError ? [] : Promise.reject(error),
  );
  if (!rows.some((row) => row.text('Decision') !== '')) return;
  throw new TermwiseError(
    'output/exists',
    `--out ${named}: this file holds decisions that a person has made, so it is not written over`,
    `Give another name, and hand these in with --decisions ${named}: what is decided is not asked again.`,
  );
}
