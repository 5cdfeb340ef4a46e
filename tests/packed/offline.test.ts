import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT, runBuilt } from '../helpers/run-built.ts';

const folder = makeFolder('offline');
const log = join(folder, 'network.log');
const preload = `--import=${join(ROOT, 'tests/packed/record-network.mjs')}`;

describe('nothing leaves the machine', () => {
  it('the recorder does record an attempt', () => {
    const script = join(folder, 'calls.mjs');
    writeFileSync(script, "await fetch('http://127.0.0.1:9').catch(() => {}); ");
    runBuilt([], { program: script, node: [preload], env: { NETWORK_LOG: log } });
    expect(readFileSync(log, 'utf8')).toContain('fetch');
    writeFileSync(log, '');
  });

  it('the demo makes none, and writes nowhere but its own folder', () => {
    const home = join(folder, 'home');
    const cwd = makeFolder('offline-cwd');
    const ran = runBuilt(['demo', '--out', join(folder, 'out')], {
      cwd,
      node: [preload],
      env: { NETWORK_LOG: log, HOME: home },
    });
    expect(ran.status).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe('');
    expect(existsSync(home)).toBe(false);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
