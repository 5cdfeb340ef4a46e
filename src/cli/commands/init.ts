import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Nation } from '../../calendar/nation.ts';
import { TermwiseError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { addBasicOptions, type BasicOptions, NATIONS, PHASES, parseSchool } from '../shared-options.ts';

interface InitOptions extends BasicOptions {
  readonly school?: string;
  readonly phase?: string;
  readonly nation?: string;
  readonly policy?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** Adds `init`: settings and template files for a school. */
export function addInit(program: Command, host: Host): void {
  const command = program
    .command('init')
    .summary('make settings and template files for a school')
    .description(
      'Asks for the school, then writes termwise.yaml, terms.csv, roll.csv and categories.csv. Never overwrites a file unless told to.',
    )
    .argument('[folder]', 'where to put them (else this folder)')
    .option('--school <name>', "the school's name, as printed", parseSchool)
    .addOption(new Option('--phase <phase>', 'kind of school').choices(PHASES))
    .addOption(
      new Option('--nation <nation>', 'for bank holidays and the usual school year').choices(NATIONS),
    )
    .option('--policy <name|file>', 'behaviour policy: a name from `termwise policy list`, or a file')
    .option('--yes', 'ask nothing: take the options and our defaults')
    .option('--force', 'overwrite files that are there');
  addBasicOptions(command)
    .addHelpText('after', '\nExample:\n  termwise init --school "Hill Top Primary" --phase primary --yes')
    .action((folder: string | undefined, options: InitOptions) => init(folder ?? '.', options, host));
}

async function init(folder: string, options: InitOptions, host: Host): Promise<void> {
  const target = resolve(host.effects.cwd(), folder);
  const { listSetUpFiles } = await import('../output/set-up-files.ts');
  const { loadProfile } = await import('../../policy/load-profile.ts');
  const answer = async (
    question: string,
    given: string | undefined,
    usual: string,
    choices: readonly string[],
  ) => given ?? (options.yes === true ? usual : await ask(question, usual, choices, host));
  const school = await answer('Name of the school, as it is to be printed', options.school, '', []);
  const phase = await answer(`Phase (${PHASES.join(', ')})`, options.phase, 'unknown', PHASES);
  const nation = await answer(`Nation (${NATIONS.join(', ')})`, options.nation, 'england', NATIONS);
  const usualPolicy = nation === 'wales' ? 'national-wales' : 'national';
  const asked = await answer('Behaviour policy (a name or a file)', options.policy, usualPolicy, []);
  const policy = placePolicy(asked, host.effects.cwd(), target);
  const profile = await loadProfile(policy, target);
  const files = listSetUpFiles({
    school: school === '' ? null : school,
    phase,
    nation: nation as Nation,
    policy,
    terms: profile.year.terms,
    today: host.effects.today(),
  });
  const shown = folder === '.' ? 'this folder' : folder;
  refuseToOverwrite(Object.keys(files), target, shown, options);
  host.effects.writeFiles(
    Object.entries(files).map(([name, content]) => ({ path: join(target, name), content })),
  );
  await host.effects.stdout(
    `Wrote ${Object.keys(files).join(', ')} in ${shown}\nNext: put your term dates in terms.csv, then run \`termwise inspect my-export.csv\`.\n`,
  );
}

/** A policy file is named from where the person stands, and in termwise.yaml from where that will stand. */
function placePolicy(asked: string, cwd: string, target: string): string {
  const path = resolve(cwd, asked);
  return /[\\/]|\.ya?ml$/i.test(asked) && existsSync(path) ? relative(target, path) : asked;
}

async function ask(question: string, usual: string, choices: readonly string[], host: Host): Promise<string> {
  for (;;) {
    const given = await host.effects.ask(`${question}${usual === '' ? '' : ` [${usual}]`}: `);
    if (given === null) {
      throw new TermwiseError(
        'usage',
        'init asks questions, and there is nobody here to answer',
        'Give --yes and the options instead.',
      );
    }
    const answer = given.trim() === '' ? usual : given.trim();
    if (choices.length === 0 || choices.includes(answer)) return answer;
    host.effects.stderr(`Please answer one of ${choices.join(', ')}.\n`);
  }
}

function refuseToOverwrite(
  names: readonly string[],
  folder: string,
  shown: string,
  options: InitOptions,
): void {
  const there = names.filter((name) => existsSync(join(folder, name)));
  if (there.length === 0 || options.force === true) return;
  throw new TermwiseError(
    'output/exists',
    `${there.join(', ')}: already in ${shown}, and nothing was written`,
    'Give --force to overwrite.',
  );
}
