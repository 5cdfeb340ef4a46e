import { createHash } from 'node:crypto';
import { writeCanonical } from './write-canonical.ts';

/**
 * SHA-256 over everything in a trust's analysis but the signature itself, in hex, key by key and entry by entry, since
 * a thousand schools do not fit one pleasant string. It shows a file changed by hand; it is no proof of who made it.
 */
export function signTrust(body: object): string {
  const hash = createHash('sha256');
  for (const [key, value] of Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (key === 'signature' || value === undefined) continue;
    hash.update(`\n${key}`);
    for (const item of Array.isArray(value) ? value : [value]) hash.update(`\n${writeCanonical(item)}`);
  }
  return hash.digest('hex');
}
