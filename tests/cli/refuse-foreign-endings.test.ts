import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refuseForeignEndings } from '../../src/cli/refuse-foreign-endings.ts';
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

it.each(['a.csv', 'a.pdf', 'a.json', 'a', 'docx', 'a.docx.csv', 'reports.d'])('takes %s', (name) => {
  expect(() => refuseForeignEndings([{ path: join(folder, name), named: `--out ${name}` }])).not.toThrow();
});
