import { serialize } from 'node:v8';
import { compileRules } from './compile-rules.ts';
import { readKnowledge } from './knowledge.ts';

/**
 * The built-in words and rules for `dist/`: compiled, as bytes that `loadCompiledRules` reads, and as they are written,
 * as JSON that `readKnowledge` reads. The build calls it.
 */
export function compileKnowledge(): { readonly compiled: Uint8Array; readonly sources: string } {
  const knowledge = readKnowledge();
  return { compiled: serialize(compileRules(knowledge)), sources: JSON.stringify(knowledge) };
}
