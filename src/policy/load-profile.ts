import { existsSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { BUILT_IN_PROFILES } from './built-in-profiles.ts';
import { loadText } from './load-text.ts';
import { mergeProfile, type ProfileLayer } from './merge-profile.ts';
import type { PolicyProfile } from './policy-profile.ts';
import { suggestWord } from './suggest-word.ts';

/** A user's profile that says nothing of what it extends starts from here. */
const DEFAULT_BASE = 'national';

const looksLikeFile = (name: string) => /[\\/]|\.ya?ml$/i.test(name);

/** `place` is where the name is written, such as `ours.yaml: extends: `. */
function missingProfile(name: string, place: string): TermwiseError {
  const names = [...BUILT_IN_PROFILES.keys()];
  const meant = suggestWord(name, names);
  return new TermwiseError(
    'policy',
    `${place}no policy is named '${name}'${meant === null ? '' : ` (did you mean '${meant}'?)`}`,
    `Give one of ${names.join(', ')}, or a file name ending in .yaml.`,
  );
}

/**
 * Reads and checks a profile file by itself. Throws a TermwiseError listing every fault as
 * `FILE: PLACE: expected X, got Y`. The schema and the YAML reader are loaded only here, when a school brings a
 * file of its own.
 */
async function readProfileFile(path: string, place: string): Promise<ProfileLayer> {
  const file = basename(path);
  if (!existsSync(path)) throw new TermwiseError('policy', `${place}${path}: there is no such policy file`);
  if (statSync(path).isDirectory())
    throw new TermwiseError('policy', `${place}${path}: is a folder, expected a policy file`);
  const { parseYaml } = await import('./parse-yaml.ts');
  const { checkProfile } = await import('./check-profile.ts');
  const data = parseYaml(loadText(path, { named: `${place}${path}`, code: 'policy' }), file, 'policy');
  const faults = checkProfile(data, file);
  if (faults.length > 0) throw new TermwiseError('policy', faults.join('\n'));
  return data;
}

async function collectLayers(
  name: string,
  folder: string,
  seen: readonly string[],
  onFile: (path: string) => void,
): Promise<readonly ProfileLayer[]> {
  const last = seen.at(-1);
  const place = last === undefined ? '' : `${basename(last)}: extends: `;
  const builtIn = BUILT_IN_PROFILES.get(name);
  const path = isAbsolute(name) ? name : resolve(folder, name);
  if (builtIn === undefined && !looksLikeFile(name) && !existsSync(path)) throw missingProfile(name, place);
  const id = builtIn === undefined ? path : name;
  if (seen.includes(id)) {
    throw new TermwiseError(
      'policy',
      `${basename(id)}: extends itself (${[...seen, id].map((one) => basename(one)).join(' > ')})`,
    );
  }
  const layer = builtIn ?? (await readProfileFile(path, place));
  if (builtIn === undefined) onFile(path);
  const base =
    typeof layer.extends === 'string' ? layer.extends : builtIn === undefined ? DEFAULT_BASE : null;
  if (base === null) return [layer];
  return [
    ...(await collectLayers(base, builtIn === undefined ? dirname(path) : folder, [...seen, id], onFile)),
    layer,
  ];
}

/** Duties that ask for a ladder which the whole profile does not have: it would be checked by nothing. */
function refuseLostLadders({ duties, ladders }: PolicyProfile, file: string): void {
  const names = ladders.map(({ name }) => name);
  const lost = duties.filter(({ ladder }) => ladder !== undefined && !names.includes(ladder));
  if (lost.length === 0) return;
  const got = names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(', ');
  throw new TermwiseError(
    'policy',
    lost
      .map(
        ({ id, ladder }) =>
          `${file}: ladders: expected one named '${ladder}', since duty ${id} asks for it, got ${got}`,
      )
      .join('\n'),
  );
}

/**
 * The complete profile of that name or in that file, with everything it extends laid beneath it. A built-in name
 * wins over a file of the same name. Relative file names start from `folder`. Throws a TermwiseError (`policy`)
 * when there is none, when it is faulty, or when it extends itself. `onFile` is told of every file it is read from.
 */
export async function loadProfile(
  nameOrFile: string,
  folder: string,
  onFile: (path: string) => void = () => {},
): Promise<PolicyProfile> {
  const layers = await collectLayers(nameOrFile, folder, [], onFile);
  const profile = layers.reduce(mergeProfile) as unknown as PolicyProfile;
  refuseLostLadders(profile, basename(nameOrFile));
  return profile;
}
