import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { openHost } from '../../src/cli/open-host.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { EXIT_CODES } from '../../src/errors.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { fakeEffects } from '../cli/fake-effects.ts';
import { ROOT } from '../helpers/run-built.ts';
import { LISTED_POLICIES, renderDuties, replaceDuties } from './render-duties.ts';
import { COMMANDS, renderReference, replaceReference } from './render-reference.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The text that `--help` prints, examples included. */
function helpOf(words: readonly string[]): string {
  let printed = '';
  const program = buildProgram(openHost(fakeEffects()), (text) => {
    printed += text;
  });
  const command = words.reduce<Command>(
    (found, word) => found.commands.find((one) => one.name() === word) ?? expect.fail(`no command ${word}`),
    program,
  );
  command.outputHelp();
  return printed;
}

/** Every command of the tree by its words, `help` left out. */
function listCommands(command: Command, words: readonly string[] = []): readonly (readonly string[])[] {
  return command.commands.flatMap((child) => {
    const path = [...words, child.name()];
    return [path, ...listCommands(child, path)];
  });
}

const program = buildProgram(openHost(fakeEffects()), () => {});

describe('README.md', () => {
  it('has the help of every command, word for word', () => {
    expect(replaceReference(readme, renderReference(helpOf))).toBe(readme);
  });

  it('has every duty of the policies, with what serves it', async () => {
    const profiles = await Promise.all(LISTED_POLICIES.map((name) => loadProfile(name, '/')));
    expect(replaceDuties(readme, renderDuties(profiles))).toBe(readme);
  });

  it('has a reference that leaves no command out', () => {
    expect(listCommands(program)).toEqual(COMMANDS);
  });

  it('gives the exit codes that the program gives', () => {
    const table = [...readme.matchAll(/^\| (\d) \| ([^|]+) \|$/gm)].map(([, code]) => Number(code));
    expect(table).toEqual(Object.values(EXIT_CODES));
  });

  it('points only at files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(join(ROOT, link)), link).toBe(true);
  });

  it('names only scripts and commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [, script = ''] of readme.matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(script);
    const names = listCommands(program).map(([name]) => name);
    for (const [, name = ''] of readme.matchAll(/(?:npx )?termwise ([a-z]+) /g))
      expect(names).toContain(name);
  });
});

describe('help', () => {
  it.each(COMMANDS.map((words) => words.join(' ')))('%s says what it does and gives an example', (words) => {
    const help = helpOf(words.split(' '));
    expect(help).toMatch(/^Usage: termwise \w+/);
    expect(help).toContain('\nExample:\n  termwise ');
    const description = help.split('\n\n')[1] ?? '';
    expect(description.length).toBeGreaterThan(20);
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('of every command is in British English and explains every option', () => {
    for (const command of program.commands) {
      expect(command.summary().length, command.name()).toBeGreaterThan(10);
      for (const option of command.options) expect(option.description, option.flags).not.toBe('');
    }
    expect(helpOf([])).not.toMatch(/\b(color|behavior|analyze|license)\b/i);
  });
});
