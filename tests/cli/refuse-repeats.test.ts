import { expect, it } from 'vitest';
import { REPEATED } from '../../src/cli/refuse-repeats.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const here = prepareFolder(makeFolder('refuse-repeats'));

it.each([
  ['--roll', 'old.csv', 'new.csv', 'analyse', 'export.csv'],
  ['--format', 'csv', 'json', 'classify', 'export.csv'],
  ['--term', '2025-26 Autumn', '2025-26 Spring', 'check', 'export.csv'],
  ['--into', 'one.csv', 'two.csv', 'import', 'export.csv'],
  ['--policy', 'vale', 'alvaston', 'collate', 'export.csv'],
])('drops no value of an option in silence: %s %s and %s', async (option, one, other, ...argv) => {
  const { status, err } = await here(...argv, option, one, `${option}=${other}`);
  expect(status).toBe(2);
  expect(err).toBe(
    `termwise: ${option} ${one} and ${option} ${other}: expected this option once. Leave one of the two out.\n`,
  );
});

it('takes the same again, and what may be repeated', async () => {
  const again = ['--format', 'json', '--format', 'json', '--json', '--json'];
  const maps = ['--map', 'class=Class', '--map', 'location=Location'];
  expect((await here('inspect', 'export.csv', ...again, ...maps)).status).toBe(0);
});

it('says in the help of each option that may be repeated that it may, and of no other', async () => {
  const commands = [...(await here('--help')).out.matchAll(/^ {2}([a-z]+)(?: .*)?$/gm)].map(
    ([, name = '']) => name,
  );
  const saying = new Set<string>();
  for (const command of commands) {
    const help = (await here(command, '--help')).out.replaceAll(/\n {10,}/g, ' ');
    for (const [, name = ''] of help.matchAll(/^ +(?:-\w, )?--([a-z-]+).*may be repeated/gm))
      saying.add(name);
  }
  expect(saying).toEqual(REPEATED);
});
