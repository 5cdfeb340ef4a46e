import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A folder of this test file's own, removed when its tests are done, also where it is made in the middle of one. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `termwise-${name}-`));
  folders.push(folder);
  return folder;
}

/** Removes all that was made; every test file ends with it (remove-folders.ts). */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
