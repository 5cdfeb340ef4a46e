// Runs one TypeScript file of the tests with YAML imports: node tests/helpers/run-script.mjs FILE [ARGUMENTS]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlToModule } from '../../bin/yaml-module.mjs';

const [, , script, ...rest] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'termwise-run-'));
const outfile = join(folder, 'script.mjs');
await build({
  entryPoints: [resolve(script)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  // Bundled elsewhere, the sources still find what the second reader has learned.
  define: {
    TERMWISE_READER: JSON.stringify(pathToFileURL(resolve('src/classify/data/second-reader.bin')).href),
  },
  // Bundled CommonJS packages ask for Node's own modules through require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [
    {
      name: 'yaml-modules',
      setup(steps) {
        steps.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
          contents: yamlToModule(readFileSync(path, 'utf8')),
          loader: 'js',
        }));
      },
    },
  ],
});
process.argv = [process.argv[0], script, ...rest];
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
