import { createHash } from 'node:crypto';
import { writeCanonical } from './write-canonical.ts';

/**
 * SHA-256 over the canonical text of everything in a return but the signature itself, in hex. It shows a figure
 * changed by hand or a file cut short; it is no proof of who made the return, which needs a key that schools keep.
 */
export function signReturn(body: Readonly<Record<string, unknown>>): string {
  const { signature: _signature, ...signed } = body;
  return createHash('sha256').update(writeCanonical(signed)).digest('hex');
}
