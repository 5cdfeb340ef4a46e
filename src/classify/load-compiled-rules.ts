import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { type CompiledRules, compileRules, type KnowledgeFiles } from './compile-rules.ts';
import { readKnowledge } from './knowledge.ts';

/**
 * The words and rules ready to use. The built program reads them as the build compiled them, since compiling takes
 * longer than classifying a thousand records; from sources, with rules of a school's own, or where this version of
 * Node cannot read what the build wrote, they are compiled here, to the same tables.
 */
export function loadCompiledRules(extra?: Partial<KnowledgeFiles>): CompiledRules {
  const built = extra === undefined && typeof TERMWISE_KNOWLEDGE !== 'undefined';
  return (
    (built ? readCompiledRules(new URL(TERMWISE_KNOWLEDGE, import.meta.url)) : null) ??
    compileRules(readKnowledge(extra))
  );
}

/** Compiled rules from a file that `compileKnowledge` made; null when it cannot be read. */
export function readCompiledRules(file: URL): CompiledRules | null {
  try {
    return deserialize(readFileSync(file)) as CompiledRules;
  } catch {
    return null;
  }
}
