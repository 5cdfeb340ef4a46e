import { readFile } from 'node:fs/promises';

/** Reads a small text file that a person wrote, in UTF-8; a byte order mark that an editor put there is dropped. */
export async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
