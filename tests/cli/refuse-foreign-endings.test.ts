import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('foreign-endings');
const here = prepareFolder(folder);

it.each([
  ['report', 'governors', 'export.csv', '--out', 'governors.docx'],
  ['review', 'export.csv', '--out', 'review.XLSX'],
  ['inspect', 'export.csv', '--rejects', 'rejected.ods'],
  ['analyse', 'export.csv', '--format', 'csv', '--out', 'findings.xls'],
])('refuses the name of an office document before anything is read: %s %s', async (...argv) => {
  const { status, err } = await here(...argv);
  expect(status).toBe(2);
  expect(err).toMatch(/^termwise: --(?:out|rejects) \S+: Termwise writes no \.\w+ file/);
  expect(existsSync(join(folder, argv.at(-1) ?? ''))).toBe(false);
});

it.each([
  ['analyse', 'findings.pdf', 'text or json or csv', '.txt or .json or .csv'],
  ['check', 'duties.HTML', 'text or json or csv', '.txt or .json or .csv'],
  ['explain', 'why.csv', 'text or json', '.txt or .json'],
  ['review', 'review.json', 'csv', '.csv'],
  ['return', 'hill.return.csv', 'json', '.json'],
])(
  'refuses the name of what only another command writes: %s --out %s',
  async (command, out, kinds, names) => {
    const files = command === 'explain' ? ['101', 'export.csv'] : ['export.csv'];
    const { status, err } = await here(command, ...files, '--out', out);
    expect(status).toBe(2);
    expect(err).toBe(
      `termwise: --out ${out}: what is written here is ${kinds}, and no program would open that under this name. Name it ${names}; reports are printed by \`termwise report\`.\n`,
    );
    expect(existsSync(join(folder, out))).toBe(false);
  },
);

it.each([
  ['--into', 'register.xlsx', 'import', 'export.csv', '--into', 'register.xlsx'],
  ['--into', 'register.json', 'import', 'export.csv', '--into', 'register.json'],
  ['--rejects', 'bad.json', 'inspect', 'export.csv', '--rejects', 'bad.json'],
])('holds the register and the list of rows to their kind: %s %s', async (_option, name, ...argv) => {
  expect((await here(...argv)).status).toBe(2);
  expect(existsSync(join(folder, name))).toBe(false);
});

it.each(['a.csv', 'a.json', 'a.txt', 'a.md', 'a', 'docx', 'a.docx.csv', 'findings.d'])(
  'takes %s',
  async (name) => {
    expect((await here('classify', 'export.csv', '--quiet', '--format', 'json', '--out', name)).err).toBe('');
  },
);

it('writes a folder of tables where the ending asks for one', async () => {
  expect((await here('classify', 'export.csv', '--quiet', '--out', 'incidents.parquet')).status).toBe(0);
  expect(readdirSync(join(folder, 'incidents.parquet'))).toEqual(['school=School%20name%20not%20given']);
});
