import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

const folder = makeFolder('packed');
const prefix = join(folder, 'prefix');
let program = '';

/** What a user gets: the tarball, installed globally into an empty prefix, outside this checkout. */
beforeAll(() => {
  mkdirSync(prefix, { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'no tarball';
  execFileSync(
    'npm',
    ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', join(folder, tarball)],
    { cwd: folder, stdio: 'pipe' },
  );
  program = join(prefix, 'bin/termwise');
}, 300_000);

describe('the packed package', () => {
  it('puts termwise on the path and says its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()).toBe(version);
  });

  it('runs the demo from the bundled sample school', () => {
    const ran = runBuilt(['demo', '--out', join(folder, 'out')], { cwd: folder, program });
    expect(ran.stderr).not.toMatch(/at .*\.js:\d+/);
    expect(ran.status).toBe(0);
    for (const name of ['governors.pdf', 'pastoral.pdf', 'analysis.json']) {
      expect(existsSync(join(folder, 'out/demo', name)), name).toBe(true);
    }
  });

  it('carries the shape of a return, for those who write one', () => {
    const file = join(prefix, 'lib/node_modules/termwise/dist/return.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8')).$id).toBe('termwise.return/1');
  });

  it('carries no test, source or other school', () => {
    const inside = readdirSync(join(prefix, 'lib/node_modules/termwise'), { recursive: true }).map(String);
    expect(
      inside.filter((path) => /(^|\/)(tests|src)\//.test(path) && !path.includes('node_modules')),
    ).toEqual([]);
  });
});
