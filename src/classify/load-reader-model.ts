import { readFileSync } from 'node:fs';
import { unpackReaderModel } from './pack-reader-model.ts';
import type { ReaderModel } from './second-reader.ts';

/** What the second reader has learned: from beside the built program, or from the sources. */
export function loadReaderModel(): ReaderModel {
  const file = typeof TERMWISE_READER === 'undefined' ? './data/second-reader.bin' : TERMWISE_READER;
  return unpackReaderModel(readFileSync(new URL(file, import.meta.url)));
}
