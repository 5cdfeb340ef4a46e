import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORT_KINDS } from '../../src/report/registry.ts';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

// Rebuilds reports/samples: the demo's PDFs with their first pages as pictures (needs pdftoppm), and every other report.
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
  const school = join(ROOT, 'fixtures/schools/fernhill-primary');
  const config = join(school, 'termwise.yaml');
  for (const kind of Object.keys(REPORT_KINDS).filter(
    (name) => name !== 'governors' && name !== 'pastoral',
  )) {
    const out = join(samples, `${kind}.pdf`);
    const ran = runBuilt(['report', kind, join(school, 'export.csv'), '--config', config, '--out', out]);
    if (ran.status !== 0) throw new Error(ran.stderr);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
