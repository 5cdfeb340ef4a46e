import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
// @ts-expect-error a plain module shared with the build
import { yamlToModule } from '../bin/yaml-module.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

export default defineConfig({
  root,
  plugins: [
    {
      name: 'yaml-modules',
      transform: (code, id) => (id.endsWith('.yaml') ? { code: yamlToModule(code), map: null } : undefined),
    },
  ],
  define: { TERMWISE_VERSION: JSON.stringify(version) },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/helpers/seed-properties.ts', 'tests/helpers/remove-folders.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts', 'src/shims/**'],
      // Nothing is printed unless a file is under the bar: the runner's own summary stays the last word.
      reporter: ['json-summary'],
      thresholds: { perFile: true, lines: 90 },
    },
  },
});
