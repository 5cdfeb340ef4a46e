import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Nation } from '../calendar/nation.ts';
import { TermwiseError } from '../errors.ts';
import { loadProfile } from '../policy/load-profile.ts';
import type { Phase } from '../policy/phase.ts';
import type { PolicyProfile, Threshold, ThresholdName } from '../policy/policy-profile.ts';
import type { ResolvedConfig, SideFilePaths } from '../policy/resolved-config.ts';
import type { ConfigFile } from './config-schema.ts';
import { type FoundConfig, readConfigFile } from './read-config-file.ts';
import type { ExportOptions } from './shared-options.ts';
import { tidySchoolName } from './tidy-school-name.ts';

/** Options and keys that name a side file: option name to key of termwise.yaml. */
const SIDE_FILES = {
  roll: 'roll',
  terms: 'terms',
  periods: 'periods',
  categories: 'categories',
  words: 'words',
  decisions: 'decisions',
  plans: 'plans',
  exclusions: 'exclusions',
  racistLog: 'racist_log',
} as const satisfies Record<keyof SideFilePaths, keyof ConfigFile>;

/**
 * Settles what a run works with: options win over termwise.yaml, which wins over the policy profile. Paths given as
 * options start from the current folder, those of termwise.yaml from its own. Throws a TermwiseError when a file
 * that is named is not there or a setting does not fit. `onFile` is told of every file that the set-up names.
 */
export async function resolveConfig(
  options: ExportOptions,
  cwd: string,
  onFile: (path: string) => void = () => {},
): Promise<ResolvedConfig> {
  const found = await readConfigFile(options.config, cwd);
  if (found !== null) onFile(found.path);
  const values = found?.values ?? {};
  const profile = await findProfile(options, found, cwd, onFile);
  const files = findSideFiles(options, found, cwd);
  for (const path of Object.values(files)) if (path !== null) onFile(path);
  return {
    source: found?.path ?? null,
    school: options.school ?? (values.school === undefined ? null : tidySchoolName(values.school)),
    phase: (options.phase ?? values.phase ?? profile.phase) as Phase,
    nation: (options.nation ?? values.nation ?? profile.nation) as Nation,
    profile,
    policyChosen: (options.policy ?? values.policy) !== undefined,
    files,
    columns: { ...values.columns, ...options.map },
    thresholds: layThresholds(profile, values.thresholds ?? {}),
    suppression: { ...profile.suppression, ...values.suppression },
  };
}

/** Without a policy the national defaults of the nation apply. */
async function findProfile(
  options: ExportOptions,
  found: FoundConfig | null,
  cwd: string,
  onFile: (path: string) => void,
): Promise<PolicyProfile> {
  if (options.policy !== undefined) return loadProfile(options.policy, cwd, onFile);
  if (found?.values.policy !== undefined)
    return loadProfile(found.values.policy, dirname(found.path), onFile);
  const nation = options.nation ?? found?.values.nation;
  return loadProfile(nation === 'wales' ? 'national-wales' : 'national', cwd);
}

function findSideFiles(options: ExportOptions, found: FoundConfig | null, cwd: string): SideFilePaths {
  const paths = Object.entries(SIDE_FILES).map(([option, key]) => {
    const given = options[option as keyof SideFilePaths];
    if (given !== undefined) return [option, existing(resolve(cwd, given), `${given}:`)];
    const named = found?.values[key];
    if (found === null || named === undefined) return [option, null];
    return [
      option,
      existing(resolve(dirname(found.path), named), `${basename(found.path)}: ${key}: ${named}:`),
    ];
  });
  return Object.fromEntries(paths) as SideFilePaths;
}

function existing(path: string, place: string): string {
  if (!existsSync(path)) throw new TermwiseError('file/missing', `${place} there is no such file`);
  return path;
}

/** A number set by the school is the school's from then on, and is shown as such. */
function layThresholds(
  profile: PolicyProfile,
  own: Readonly<Record<string, number>>,
): Readonly<Record<ThresholdName, Threshold>> {
  const laid = Object.entries(own).map(([name, value]) => [
    name,
    { ...profile.thresholds[name as ThresholdName], value, whose: 'school' },
  ]);
  return { ...profile.thresholds, ...Object.fromEntries(laid) };
}
