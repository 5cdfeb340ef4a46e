import { open } from 'node:fs/promises';
import { scanEscapedQuotes } from './scan-escaped-quotes.ts';

const CHUNK = 1 << 20;

/**
 * Whether a file writes the quotes of its text as `\"`, as databases and scripts do, and not doubled. The whole file must
 * say so: one with a backslash at the end of a cell (`"N:\photos\"`) is in good order as it is. Its marks must be bytes
 * of their own, as in any encoding but UTF-16.
 */
export async function hasEscapedQuotes(path: string): Promise<boolean> {
  const quotes = scanEscapedQuotes();
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    while (!quotes.isBroken()) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) break;
      quotes.scan(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
  return quotes.isSound();
}
