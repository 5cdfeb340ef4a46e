import { readFileSync } from 'node:fs';
import type { KnowledgeFiles } from './compile-rules.ts';

/** The words and rules as they are written, from the file beside the built program that the build made of them. */
export function loadSources(file: string): KnowledgeFiles {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as KnowledgeFiles;
}
