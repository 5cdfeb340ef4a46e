import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { loadText } from '../policy/load-text.ts';
import type { ConfigFile } from './config-schema.ts';

/** The settings file that is taken when none is named. */
const CONFIG_NAME = 'termwise.yaml';

/** A settings file and where it stands: its paths start from its own folder. */
export interface FoundConfig {
  readonly path: string;
  readonly values: ConfigFile;
}

/** The settings file to read, absolute; null when none is named and the folder has none. */
function findConfigFile(named: string | undefined, cwd: string): string | null {
  if (named === undefined) {
    const path = resolve(cwd, CONFIG_NAME);
    return existsSync(path) ? path : null;
  }
  const path = resolve(cwd, named);
  if (!existsSync(path)) throw new TermwiseError('config', `${named}: there is no such settings file`);
  if (!statSync(path).isDirectory()) return path;
  const inside = resolve(path, CONFIG_NAME);
  if (existsSync(inside)) return inside;
  throw new TermwiseError(
    'config',
    `${named}: is a folder without a ${CONFIG_NAME}`,
    'Make one with `termwise init`.',
  );
}

/**
 * Reads and checks termwise.yaml. Throws a TermwiseError listing every fault as `FILE: PLACE: expected X, got Y`.
 * The schema and the YAML reader are loaded only when there is a file.
 */
export async function readConfigFile(named: string | undefined, cwd: string): Promise<FoundConfig | null> {
  const path = findConfigFile(named, cwd);
  if (path === null) return null;
  const [{ parseYaml }, { checkShape }, { CONFIG_SCHEMA }] = await Promise.all([
    import('../policy/parse-yaml.ts'),
    import('../policy/check-shape.ts'),
    import('./config-schema.ts'),
  ]);
  const file = basename(path);
  const values = parseYaml(loadText(path, { named: named ?? file, code: 'config' }), file, 'config');
  const faults = checkShape(CONFIG_SCHEMA, values, file, Object.keys(CONFIG_SCHEMA.shape));
  if (faults.length > 0) throw new TermwiseError('config', faults.join('\n'));
  return { path, values: values as ConfigFile };
}
