import { resolve } from 'node:path';
import type { Command } from 'commander';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { policyText } from '../output/policy-text.ts';
import { writeJson } from '../output/write-json.ts';
import {
  addBasicOptions,
  addOutputOptions,
  type BasicOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface PolicyOptions extends BasicOptions, OutputOptions {}

/** Adds `policy list`, `policy show` and `policy validate`. */
export function addPolicy(program: Command, host: Host): void {
  const policy = program
    .command('policy')
    .summary('list, show and check behaviour policies')
    .description(
      'Lists, shows and checks behaviour policies. A policy is a YAML file: words, headings, numbers, duties.',
    )
    .addHelpText('after', '\nExample:\n  termwise policy show alvaston');
  const list = policy.command('list').description('Lists the policies that come with the tool.');
  addBasicOptions(addOutputOptions(list, ['text', 'json']))
    .addHelpText('after', '\nExample:\n  termwise policy list')
    .action((options: PolicyOptions) => listPolicies(options, host));
  const show = policy
    .command('show')
    .description('Shows a policy as the tool works with it, to be checked against the document.')
    .argument('<name>', 'a name from `termwise policy list`, or a file');
  addBasicOptions(addOutputOptions(show, ['text', 'json', 'yaml']))
    .addHelpText('after', '\nExample:\n  termwise policy show infiniti --format yaml --out our-policy.yaml')
    .action((name: string, options: PolicyOptions) => showPolicy(name, options, host));
  const facts = policy
    .command('facts')
    .description('Lists the codes that a policy may ask for: labels, facts read from the words, and cells.');
  addBasicOptions(addOutputOptions(facts, ['text', 'json']))
    .addHelpText('after', '\nExample:\n  termwise policy facts')
    .action((options: PolicyOptions) => listFacts(options, host));
  const validate = policy
    .command('validate')
    .description('Checks a policy file and says, for every fault, where it is and what was expected.')
    .argument('<file>', 'a policy file');
  addBasicOptions(validate)
    .addHelpText('after', '\nExample:\n  termwise policy validate our-policy.yaml')
    .action((file: string) => validatePolicy(file, host));
}

async function listPolicies(options: PolicyOptions, host: Host): Promise<void> {
  const { BUILT_IN_PROFILES } = await import('../../policy/built-in-profiles.ts');
  const { loadProfile } = await import('../../policy/load-profile.ts');
  const profiles = await Promise.all(
    [...BUILT_IN_PROFILES.keys()].map((name) => loadProfile(name, host.effects.cwd())),
  );
  const rows = profiles.map(({ name, title, nation, phase, document }) => ({
    name,
    title,
    nation,
    phase,
    document,
  }));
  await deliver(
    {
      text: () => rows.map(({ name, title }) => `${name.padEnd(16)}${title}\n`).join(''),
      json: () => writeJson(rows),
    },
    options,
    host,
  );
}

async function listFacts(options: PolicyOptions, host: Host): Promise<void> {
  const { listCodes } = await import('../../policy/list-codes.ts');
  const codes = listCodes();
  await deliver(
    {
      text: () => codes.map(({ code, title }) => `${code.padEnd(42)}${title}\n`).join(''),
      json: () => writeJson(codes),
    },
    options,
    host,
  );
}

async function showPolicy(name: string, options: PolicyOptions, host: Host): Promise<void> {
  const { loadProfile } = await import('../../policy/load-profile.ts');
  const profile = await loadProfile(name, host.effects.cwd(), (path) => host.reads.add(path));
  const { policyYaml } = await import('../output/policy-yaml.ts');
  await deliver(
    {
      text: () => policyText(profile),
      json: () => writeJson(profile),
      yaml: () => policyYaml(profile),
    },
    options,
    host,
  );
}

async function validatePolicy(file: string, host: Host): Promise<void> {
  const { loadProfile } = await import('../../policy/load-profile.ts');
  const profile = await loadProfile(resolve(host.effects.cwd(), file), host.effects.cwd());
  await host.effects.stdout(`${file}: fits (${profile.title})\n`);
}
