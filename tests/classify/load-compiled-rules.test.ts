import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../src/classify/compile-knowledge.ts';
import { compileRules } from '../../src/classify/compile-rules.ts';
import { readKnowledge } from '../../src/classify/knowledge.ts';
import { loadCompiledRules, readCompiledRules } from '../../src/classify/load-compiled-rules.ts';
import { loadSources } from '../../src/classify/load-sources.ts';
import { ROOT } from '../helpers/run-built.ts';

const built = join(ROOT, 'dist', 'knowledge.bin');

describe('loadCompiledRules', () => {
  it('finds in the built program what the sources compile to', () => {
    expect(existsSync(built)).toBe(true);
    expect(loadSources(pathToFileURL(join(ROOT, 'dist', 'knowledge.json')).href)).toEqual(readKnowledge());
    expect(readCompiledRules(pathToFileURL(built))).toEqual(compileRules(readKnowledge()));
  });

  it('is what the build writes', () => {
    const { compiled, sources } = compileKnowledge();
    expect(deserialize(compiled)).toEqual(compileRules(readKnowledge()));
    expect(JSON.parse(sources)).toEqual(readKnowledge());
  });

  it('compiles where there is nothing to read', () => {
    expect(readCompiledRules(pathToFileURL(join(ROOT, 'dist', 'no-such-file')))).toBeNull();
    expect(readCompiledRules(pathToFileURL(join(ROOT, 'package.json')))).toBeNull();
    expect(loadCompiledRules().version).toBe(compileRules(readKnowledge()).version);
  });

  it('puts rules of a school in', () => {
    const own = loadCompiledRules({ lexicon: [{ classes: { CARE: 'zzyzx' } }] });
    expect(own.version).not.toBe(loadCompiledRules().version);
  });
});
