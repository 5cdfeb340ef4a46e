import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { runBuilt } from '../helpers/run-built.ts';

describe('a policy as a file, from the built program', () => {
  it('is written whole and fits when it is given back', () => {
    const shown = runBuilt(['policy', 'show', 'vale', '--format', 'yaml']);
    expect([shown.status, shown.stderr]).toEqual([0, '']);
    const file = join(makeFolder('policy-yaml'), 'ours.yaml');
    writeFileSync(file, shown.stdout);
    const fits = runBuilt(['policy', 'validate', file]);
    expect([fits.status, fits.stderr]).toEqual([0, '']);
    expect(fits.stdout).toContain('fits (Vale Academy Trust)');
  }, 60_000);
});
