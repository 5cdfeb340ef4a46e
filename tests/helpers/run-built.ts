import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = resolve(ROOT, 'dist/termwise.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user would: its own process, a bare environment, no terminal. */
export function runBuilt(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; node?: readonly string[]; program?: string } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(options.node ?? []), options.program ?? BUILT, ...args],
    {
      cwd: options.cwd ?? ROOT,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NO_COLOR: '1', ...options.env },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return { status, stdout, stderr };
}
