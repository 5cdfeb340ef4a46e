import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order and no spaces: equal values give equal text. */
function writeCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${writeCanonical(one)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * SHA-256 over the canonical text of everything in a return but the signature itself, in hex. It shows a figure
 * changed by hand or a file cut short; it is no proof of who made the return, which needs a key that schools keep.
 */
export function signReturn(body: Readonly<Record<string, unknown>>): string {
  const { signature: _signature, ...signed } = body;
  return createHash('sha256').update(writeCanonical(signed)).digest('hex');
}
