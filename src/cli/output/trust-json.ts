import type { TrustAnalysis } from '../../incident/trust-analysis.ts';
import { signTrust } from '../../trust/sign-trust.ts';

/**
 * A trust's analysis as JSON in pieces: one line a key, lists with one line an entry, since a thousand schools do not
 * fit one pleasant string. The last key is the signature by which `report trust` sees a change made by hand.
 */
export function* writeTrustJson(analysis: TrustAnalysis): Iterable<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries({ ...analysis, signature: signTrust(analysis) })) {
    yield `${before}  ${JSON.stringify(key)}: `;
    before = ',\n';
    if (Array.isArray(value)) yield* writeList(value);
    else yield JSON.stringify(value);
  }
  yield '\n}\n';
}

function* writeList(items: readonly unknown[]): Iterable<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}    ${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]' : '\n  ]';
}
