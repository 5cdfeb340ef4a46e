import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
  sampleTrust();
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
  made(['report', 'trust', file, '--out', join(samples, 'trust.pdf')]);
  made(['report', 'trust', file, '--edition', 'governors', '--out', join(samples, 'trust-committee.pdf')]);
}
