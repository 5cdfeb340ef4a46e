import { basename } from 'node:path';
import { type ErrorCode, TermwiseError } from '../errors.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import { examineFile } from './examine-file.ts';
import { startHash } from './hash-text.ts';
import { type ImportOptions, importDigested } from './import-exports.ts';
import { markFile } from './mark-file.ts';
import { type Kept, putInPlace, readRegister } from './register-file.ts';

/** What a merge into the register did. */
export interface RegisterMerge {
  /** One for each export; the register's own rows are not in it. */
  readonly audits: readonly FileAudit[];
  /** Incidents in the register before and after. */
  readonly before: number;
  readonly after: number;
  /** False when the register already held all of it: then nothing was written. */
  readonly isChanged: boolean;
  /** Ids of incidents whose words, categories or day a later text replaced, in the order of the register. */
  readonly replaced: readonly string[];
}

const NOT_OURS = 'Give another name after --into, so that nothing of yours is overwritten.';

/** What stands at the register's place and can be none, in words that do not speak of an export. */
const NO_REGISTER: Readonly<Partial<Record<ErrorCode, readonly [string, string]>>> = {
  'file/folder': ['is a folder, not a register', 'Give the name of a file in it after --into.'],
  'file/empty': [
    'is there already and is empty, so it is no register that Termwise wrote',
    'Remove it, or give another name after --into.',
  ],
  'file/not_csv': ['is there already and is not a register that Termwise wrote', NOT_OURS],
};

async function exists(path: string): Promise<boolean> {
  try {
    await examineFile(path);
    return true;
  } catch (error) {
    if (!(error instanceof TermwiseError)) throw error;
    if (error.code === 'file/missing') return false;
    const said = NO_REGISTER[error.code];
    if (said === undefined) throw error;
    throw new TermwiseError('output/exists', `${basename(path)} ${said[0]}`, said[1]);
  }
}

/** What an incident says, as one number: two texts are told apart without keeping the older one. */
function hashText({ date, time, text }: Kept): number {
  const hash = startHash();
  for (const part of [date, time ?? '', text.categoryText, text.narrative, text.action]) hash.add(part);
  return hash.value();
}

async function readHeld(path: string, options: ImportOptions): Promise<ReadonlyMap<string, number>> {
  const { incidents } = await readRegister(path, options, NOT_OURS);
  return new Map(incidents.map((incident) => [incident.key, hashText(incident)]));
}

/**
 * Merges exports into the register at `path` by the same rules as several exports read together, the register
 * first: known incidents are not counted again, a later text replaces an older one. Written whole or not at
 * all, and not touched when nothing changed.
 */
export async function mergeRegister(
  path: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<RegisterMerge> {
  const mark = await markFile(path);
  const isThere = await exists(path);
  const held = isThere ? await readHeld(path, options) : new Map<string, number>();
  const all = isThere ? [path, ...files] : [...files];
  const result = await importDigested(all, { ...options, register: path }, (text) => text);
  const isChanged = await putInPlace(path, result, mark);
  return {
    audits: isThere ? result.audits.slice(1) : result.audits,
    before: held.size,
    after: result.incidents.length,
    isChanged,
    replaced: result.incidents
      .filter((incident) => held.has(incident.key) && held.get(incident.key) !== hashText(incident))
      .map(({ id }) => id),
  };
}
