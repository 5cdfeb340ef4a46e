/** The arrows of the design. `npm test` runs them; each says why it is there. */
const room = (name) => `^src/${name}/`;
const NOUNS = '^src/(incident|errors)';
const onlySees = (name, allowed, why) => ({
  name: `${name}-sees-only`,
  comment: why,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^(src|bin)/', pathNot: [room(name), NOUNS, '^src/data-modules', ...allowed.map(room)] },
});
const onlyFrom = (pkg, from, why) => ({
  name: `only-${from.replaceAll(/\W+/g, '-')}-loads-${pkg}`,
  comment: why,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${from}`] },
  to: { path: `node_modules/${pkg}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle has no direction to read in.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nothing reaches is dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '\\.[cm]js$', '\\.ya?ml$'],
      },
      to: {},
    },
    {
      name: 'bin-sees-cli-only',
      comment: 'bin is three lines.',
      severity: 'error',
      from: { path: '^bin/' },
      to: { path: '^src/', pathNot: '^src/cli/' },
    },
    {
      name: 'nothing-sees-cli',
      comment: 'The terminal is an edge, not a library.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'only-cli-sees-pipeline',
      comment: 'Rooms do not know the line they stand in.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|pipeline)' },
      to: { path: '^src/pipeline' },
    },
    onlySees('incident', [], 'The nouns import nothing of ours.'),
    onlySees('statistics', [], 'Numbers in, numbers out.'),
    onlySees('calendar', [], 'Days are days whatever is counted on them.'),
    onlySees('policy', ['calendar'], 'Policy is data, read and checked.'),
    onlySees('table', [], 'A table knows no school.'),
    onlySees('import', ['policy', 'calendar'], 'Import knows files and rows, not labels.'),
    onlySees('classify', ['policy', 'calendar'], 'A label is made from the record alone.'),
    onlySees('detect', ['policy', 'calendar', 'statistics', 'table'], 'Detectors read no files.'),
    onlySees('duties', ['policy', 'calendar', 'statistics', 'table', 'classify'], 'Duties read no files.'),
    onlySees(
      'count',
      ['policy', 'calendar', 'statistics', 'table'],
      'Counts are made from labelled incidents alone.',
    ),
    onlySees('privacy', ['policy', 'statistics', 'table'], 'An edition is made from the analysis alone.'),
    onlySees(
      'report',
      ['policy', 'calendar', 'privacy', 'table'],
      'A report draws an edition; it computes nothing.',
    ),
    onlySees(
      'trust',
      ['policy', 'calendar', 'statistics', 'table', 'privacy', 'count'],
      'A trust sees returns, not records.',
    ),
    onlyFrom('danfojs-node', 'table/', 'danfojs joins keys with "-" and counts null as 0: one guarded door.'),
    onlyFrom('pdfkit', 'report/pdf/', 'Tagging is easy to break: one door.'),
    onlyFrom('chartjs-node-canvas', 'report/charts/', 'Only its Sync calls work on this canvas.'),
    onlyFrom('hyparquet-writer', 'cli/output/', 'One file knows how a table is laid out on disk.'),
    onlyFrom('commander', 'cli/', 'The library has no command line.'),
    {
      name: 'files-are-touched-at-the-edges',
      comment: 'Only reading exports, the terminal, fonts and the compiled words touch the disk.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/(cli|import)/',
          '^src/policy/load-',
          '^src/classify/load-(compiled-rules|reader-model|sources)',
          '^src/report/(pdf|charts)/',
        ],
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'no-network',
      comment: 'Nothing leaves the machine.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/promises)?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json', '.yaml'] },
  },
};
