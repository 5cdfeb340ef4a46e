import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

// Rebuilds reports/samples: the demo's PDFs, and their first pages as pictures (needs pdftoppm).
const samples = join(ROOT, 'reports/samples');
const folder = mkdtempSync(join(tmpdir(), 'termwise-samples-'));
try {
  const { status, stderr } = runBuilt(['demo', '--out', folder]);
  if (status !== 0) throw new Error(stderr);
  for (const kind of ['governors', 'pastoral']) {
    const pdf = join(samples, `${kind}.pdf`);
    renameSync(join(folder, 'demo', `${kind}.pdf`), pdf);
    execFileSync('pdftoppm', [
      '-r',
      '70',
      '-f',
      '1',
      '-l',
      '1',
      '-png',
      '-singlefile',
      pdf,
      join(samples, `${kind}-page-1`),
    ]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
