import { readFile } from 'node:fs/promises';
import { decodeText } from '../policy/decode-text.ts';

/** Reads a small text file that a person wrote, in the encoding its editor chose. */
export async function readText(path: string): Promise<string> {
  return decodeText(await readFile(path));
}
