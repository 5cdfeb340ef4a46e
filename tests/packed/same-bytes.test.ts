import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

const folder = makeFolder('same-bytes');
const EXPORT = join(ROOT, 'fixtures/schools/fernhill-primary/export.csv');
const CONFIG = join(ROOT, 'fixtures/schools/fernhill-primary/termwise.yaml');

/** SHA-256 of the governors' PDF made under one environment. */
function reportUnder(name: string, env: Record<string, string>): string {
  const out = join(folder, `${name}.pdf`);
  const ran = runBuilt(['report', 'governors', EXPORT, '--config', CONFIG, '--out', out], { env });
  expect(ran.status, ran.stderr).toBe(0);
  return createHash('sha256').update(readFileSync(out)).digest('hex');
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
