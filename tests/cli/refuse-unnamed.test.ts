import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('refuse-unnamed');
const here = prepareFolder(folder);

it.each([
  ['--out', 'analyse', 'export.csv', '--out', ''],
  ['--roll', 'check', 'export.csv', '--roll', ''],
  ['--config', 'classify', 'export.csv', '--config', ' '],
  ['--into', 'import', 'export.csv', '--into', ''],
  ['--previous', 'analyse', 'export.csv', '--previous', ''],
  ['--subject', 'analyse', 'export.csv', '--subject', ''],
  ['<file>', 'inspect', 'export.csv', ''],
])('takes nothing for no name, so that this folder is not meant: %s', async (what, ...argv) => {
  const { status, err } = await here(...argv);
  expect(status).toBe(2);
  expect(err).toContain(`termwise: ${what}: expected a value, got nothing. Fill it in`);
});

it.each([
  ['--out -', 'analyse', 'export.csv', '--out', '-'],
  ['--out -', 'review', 'export.csv', '--out', '-'],
  ['--rejects -', 'inspect', 'export.csv', '--rejects', '-'],
  ['--into -', 'import', 'export.csv', '--into', '-'],
  ['<file> -', 'analyse', '-'],
])('takes a dash for no file: %s', async (what, ...argv) => {
  const { status, err } = await here(...argv);
  expect(status).toBe(2);
  expect(err).toMatch(new RegExp(`^termwise: ${what}: expected the name of a file\\. `));
  expect(readdirSync(folder)).not.toContain('-');
});

it.each([
  [
    '--out --json',
    /^termwise: --out --json: expected the name of a file\. .*\.\/--json\.\n$/,
    '--out',
    '--json',
  ],
  [
    '--out new/',
    /^termwise: --out new\/: expected the name of a file\. This names a folder/,
    '--out',
    'new/',
  ],
])('takes the next option or a folder for no file: %s', async (_what, said, ...given) => {
  const { status, err } = await here('analyse', 'export.csv', ...given);
  expect([status, readdirSync(folder).includes('new')]).toEqual([2, false]);
  expect(err).toMatch(said);
});

it('takes a tab, which is no nothing', async () => {
  const { err } = await here('inspect', 'export.csv', '--delimiter', 'tab');
  expect(err).toContain('export.csv has no header row');
});

it('takes a folder where a folder is written', async () => {
  const table = ['--format', 'parquet', '--out', 'tables/'];
  expect((await here('classify', 'export.csv', '--quiet', ...table)).status).toBe(0);
});

it('writes a file that is called so by its whole name, and takes a dash that names no file', async () => {
  expect((await here('inspect', 'export.csv', '--quiet', '--out', './-')).status).toBe(0);
  expect((await here('analyse', 'export.csv', '--quiet', '--subject', '-')).err).toContain("named '-'");
});

it('says what stands where the register should be', async () => {
  mkdirSync(join(folder, 'registers'));
  const { status, err } = await here('import', 'export.csv', '--into', 'registers');
  expect(status).toBe(2);
  expect(err).toBe(
    'termwise: registers is a folder, not a register. Give the name of a file in it after --into.\n',
  );
});
