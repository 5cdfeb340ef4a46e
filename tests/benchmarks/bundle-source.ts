import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
// @ts-expect-error a plain module shared with the build
import { yamlToModule } from '../../bin/yaml-module.mjs';

/**
 * Bundles source files the way the build does (YAML data as modules) and loads them, so that what is measured
 * is what users run, not a test runner.
 */
export async function bundleSource<T>(code: string): Promise<T> {
  const root = resolve(import.meta.dirname, '../..');
  const folder = await mkdtemp(join(tmpdir(), 'termwise-bench-'));
  const outfile = join(folder, 'bundle.mjs');
  await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'yaml-modules',
        setup: (setup) =>
          setup.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
            contents: yamlToModule(readFileSync(path, 'utf8')) as string,
            loader: 'js',
          })),
      },
    ],
  });
  const loaded = (await import(pathToFileURL(outfile).href)) as T;
  await rm(folder, { recursive: true, force: true });
  return loaded;
}
