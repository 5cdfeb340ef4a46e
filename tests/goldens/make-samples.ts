import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

// Rebuilds reports/samples: every report of the sample school as a PDF with its first page as a picture (needs
// pdftoppm), and the governors' report as a web page too.
const samples = join(ROOT, 'reports/samples');
const folder = mkdtempSync(join(tmpdir(), 'termwise-samples-'));
const school = join(ROOT, 'fixtures/schools/fernhill-primary');

function report(kinds: string, format: string, out: string): void {
  const set = ['--config', join(school, 'termwise.yaml'), '--format', format, '--out', out];
  const { status, stderr } = runBuilt(['report', kinds, join(school, 'export.csv'), ...set]);
  if (status !== 0) throw new Error(stderr);
}

try {
  report('all', 'pdf', folder);
  report('governors', 'html', join(folder, 'governors.html'));
  for (const name of readdirSync(folder)) {
    const path = join(samples, name);
    renameSync(join(folder, name), path);
    if (!name.endsWith('.pdf')) continue;
    const picture = join(samples, name.replace('.pdf', '-page-1'));
    execFileSync('pdftoppm', ['-r', '70', '-f', '1', '-l', '1', '-png', '-singlefile', path, picture]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
