import { deserialize, serialize } from 'node:v8';
import type { ReaderModel } from './second-reader.ts';

/** The model of the second reader as bytes for its file. */
export function packReaderModel(model: ReaderModel): Uint8Array {
  return serialize(model);
}

/** The model from the bytes of its file. */
export function unpackReaderModel(bytes: Uint8Array): ReaderModel {
  return deserialize(bytes) as ReaderModel;
}
