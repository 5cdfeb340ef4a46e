import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
  sampleTrust();
  for (const name of readdirSync(folder).filter((name) => /\.(pdf|html)$/.test(name))) {
    const path = join(samples, name);
    renameSync(join(folder, name), path);
    if (!name.endsWith('.pdf')) continue;
    const picture = join(samples, name.replace('.pdf', '-page-1'));
    execFileSync('pdftoppm', ['-r', '70', '-f', '1', '-l', '1', '-png', '-singlefile', path, picture]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The sample trust's returns of the latest term, collated, and both of its reports. */
function sampleTrust(): void {
  const trust = join(ROOT, 'fixtures/trusts/northmoor');
  const made = (argv: string[]): void => {
    const { status, stderr } = runBuilt(argv);
    if (status !== 0) throw new Error(stderr);
  };
  const returns = readdirSync(trust)
    .sort()
    .filter((name) => existsSync(join(trust, name, 'export.csv')))
    .flatMap((name) => {
      const school = join(trust, name);
      const six = readFileSync(join(school, 'terms.csv'), 'utf8').includes('Term 6');
      const terms = six ? ['2025-26 Term 5', '2025-26 Term 6'] : ['2025-26 Summer'];
      return terms.map((term, at) => {
        const out = join(folder, `${name}-${at}.return.json`);
        const config = join(school, 'termwise.yaml');
        made([
          'return',
          join(school, 'export.csv'),
          '--config',
          config,
          '--term',
          term,
          '--out',
          out,
          '--yes',
        ]);
        return out;
      });
    });
  const file = join(folder, 'trust.json');
  made(['collate', ...returns, '--schools', join(trust, 'schools.csv'), '--out', file]);
  made(['report', 'trust', file, '--out', join(folder, 'trust.pdf')]);
  made(['report', 'trust', file, '--edition', 'governors', '--out', join(folder, 'trust-committee.pdf')]);
}
