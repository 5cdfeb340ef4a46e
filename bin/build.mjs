// Builds dist/: one small entry, one for each helping thread, and a chunk for each command, everything bundled but canvas.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { create } from 'fontkit';
import { yamlToModule } from './yaml-module.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => resolve(root, ...parts);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** The colour space that a PDF/A must carry. */
const PROFILE = 'sRGB_IEC61966_2_1.icc';

const yamlModules = {
  name: 'yaml-modules',
  setup(build) {
    // Only values: what nothing uses is not bundled.
    build.onResolve({ filter: /\.yaml$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      sideEffects: false,
    }));
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: yamlToModule(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist/fonts'), { recursive: true });
const result = await build({
  // A helping thread has an entry of its own; what it shares with the commands lies in common chunks.
  entryPoints: {
    termwise: at('bin/termwise.ts'),
    'classify-worker': at('src/classify/classify-worker.ts'),
    'school-worker': at('src/pipeline-schools/school-worker.ts'),
    'renderer-thread': at('src/report/pdf/renderer-thread.ts'),
  },
  outdir: at('dist'),
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  // Less to read at each start; names stay, for --debug.
  minifyWhitespace: true,
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  external: ['canvas'],
  define: {
    TERMWISE_VERSION: JSON.stringify(version),
    TERMWISE_WORKER: JSON.stringify('../classify-worker.js'),
    TERMWISE_SCHOOL_WORKER: JSON.stringify('../school-worker.js'),
    TERMWISE_SOURCES: JSON.stringify('../knowledge.json'),
    TERMWISE_KNOWLEDGE: JSON.stringify('../knowledge.bin'),
    TERMWISE_READER: JSON.stringify('../second-reader.bin'),
  },
  // Bundled CommonJS packages ask for Node's own modules through require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  alias: {
    '@tensorflow/tfjs-node': at('src/shims/tfjs.mjs'),
    mathjs: at('src/shims/mathjs.mjs'),
    xlsx: at('src/shims/left-out.mjs'),
    request: at('src/shims/left-out.mjs'),
    'node-fetch': at('src/shims/left-out.mjs'),
    'stream-json': at('src/shims/left-out.mjs'),
    'stream-json/streamers/StreamArray': at('src/shims/left-out.mjs'),
    'plotly.js-dist-min': at('src/shims/left-out.mjs'),
    papaparse: at('src/shims/left-out.mjs'),
    table: at('src/shims/left-out.mjs'),
    debug: at('src/shims/no-debug.cjs'),
    'brotli/decompress.js': at('src/shims/node-brotli.mjs'),
    'tiny-inflate': at('src/shims/node-inflate.cjs'),
    '@noble/ciphers/aes': at('src/shims/left-out.mjs'),
  },
  plugins: [yamlModules],
  logLevel: 'warning',
  metafile: true,
});
writeFileSync(at('dist/meta.json'), JSON.stringify(result.metafile));
chmodSync(at('dist/termwise.js'), 0o755);

// The classifier's words and rules, compiled once here and not at every start.
const compiler = at('dist/compile-knowledge.mjs');
await build({
  entryPoints: [at('src/classify/compile-knowledge.ts')],
  outfile: compiler,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  plugins: [yamlModules],
  logLevel: 'warning',
});
const { compileKnowledge } = await import(pathToFileURL(compiler).href);
const { compiled, sources } = compileKnowledge();
writeFileSync(at('dist/knowledge.bin'), compiled);
writeFileSync(at('dist/knowledge.json'), sources);
rmSync(compiler);
cpSync(at('src/classify/data/second-reader.bin'), at('dist/second-reader.bin'));
cpSync(at('src/trust/return.schema.json'), at('dist/return.schema.json'));

const fonts = at('node_modules/@expo-google-fonts/source-sans-3');
cpSync(`${fonts}/400Regular/SourceSans3_400Regular.ttf`, at('dist/fonts/SourceSans3-Regular.ttf'));
cpSync(`${fonts}/600SemiBold/SourceSans3_600SemiBold.ttf`, at('dist/fonts/SourceSans3-SemiBold.ttf'));
// Kerning of every pair of ASCII letters, so that pages need no shaper (src/report/charts/pair-kerning.ts).
const ascii = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(33 + index));
const kernPairs = (file) => {
  const font = create(readFileSync(at('dist/fonts', file)));
  const pairs = ascii.flatMap((left) => ascii.map((right) => left + right));
  const kerned = pairs.map((pair) => {
    const { glyphs, positions } = font.layout(pair, { liga: false, clig: false });
    return [pair, glyphs.length === 2 ? positions[0].xAdvance - glyphs[0].advanceWidth : 0];
  });
  return Object.fromEntries(kerned.filter(([, kern]) => kern !== 0));
};
const kerning = {
  regular: kernPairs('SourceSans3-Regular.ttf'),
  semibold: kernPairs('SourceSans3-SemiBold.ttf'),
};
writeFileSync(at('dist/fonts/kerning.json'), JSON.stringify(kerning));
// pdfkit looks for its colour profile beside its own code.
cpSync(at('node_modules/pdfkit/js/data', PROFILE), at('dist/chunks/data', PROFILE));
cpSync(`${fonts}/LICENSE_FONT`, at('dist/fonts/LICENSE.txt'));
