import { serialize } from 'node:v8';
import { compileRules } from './compile-rules.ts';
import { readKnowledge } from './knowledge.ts';

/** The built-in words and rules, compiled, as bytes for `dist/`: the build calls it, `loadCompiledRules` reads them. */
export function compileKnowledge(): Uint8Array {
  return serialize(compileRules(readKnowledge()));
}
