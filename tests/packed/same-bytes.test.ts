import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

const folder = makeFolder('same-bytes');
const EXPORT = join(ROOT, 'fixtures/schools/fernhill-primary/export.csv');
const CONFIG = join(ROOT, 'fixtures/schools/fernhill-primary/termwise.yaml');

/** SHA-256 of the governors' PDF, page and charts made under one environment. */
function reportUnder(name: string, env: Record<string, string>): string {
  const out = join(folder, name);
  const ran = runBuilt(
    [
      ...['report', 'governors', EXPORT, '--config', CONFIG],
      ...['--format', 'pdf,html', '--out', out, '--charts', out],
    ],
    { env },
  );
  expect(ran.status, ran.stderr).toBe(0);
  const files = readdirSync(out).sort();
  expect(files.filter((file) => file.endsWith('.png')).length).toBeGreaterThan(3);
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(out, file)));
  return hash.digest('hex');
}

describe('same input, same bytes', () => {
  it('holds on repeat, in another time zone and in another locale', () => {
    const first = reportUnder('a', {});
    expect(reportUnder('b', {})).toBe(first);
    expect(reportUnder('c', { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' })).toBe(
      first,
    );
    expect(reportUnder('d', { TZ: 'America/Los_Angeles', LANG: 'cy_GB.UTF-8' })).toBe(first);
  });
});
