import type { ReaderModel } from './second-reader.ts';

/** The numbers of a model, in the order of its file; the rest is told by the head of JSON before them. */
interface Head {
  readonly heads: readonly string[];
  readonly examples: readonly { readonly text: string; readonly heads: readonly number[] }[];
  readonly buckets: number;
}

/** How many buckets have weights. */
function countLearned(rarity: Uint8Array): number {
  let learned = 0;
  for (const rare of rarity) if (rare > 0) learned++;
  return learned;
}

/** The model of the second reader as bytes for its file: the same on every machine and version of Node. */
export function packReaderModel({ heads, bias, step, weights, rarity, examples }: ReaderModel): Uint8Array {
  const head: Head = {
    heads,
    examples: examples.map(({ text, heads: own }) => ({ text, heads: own })),
    buckets: rarity.length,
  };
  const json = Buffer.from(JSON.stringify(head));
  const floats = Buffer.alloc(8 * heads.length);
  heads.forEach((_, place) => {
    floats.writeFloatLE(bias[place] ?? 0, 8 * place);
    floats.writeFloatLE(step[place] ?? 0, 8 * place + 4);
  });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const bytes = (array: Int8Array | Uint8Array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([
    length,
    json,
    floats,
    bytes(rarity),
    bytes(weights),
    ...examples.map(({ likely }) => bytes(likely)),
  ]);
}

/** The model from the bytes of its file, without copying them. */
export function unpackReaderModel(file: Uint8Array): ReaderModel {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let at = 4 + bytes.readUInt32LE(0);
  const { heads, examples, buckets } = JSON.parse(bytes.toString('utf8', 4, at)) as Head;
  const bias = new Float32Array(heads.length);
  const step = new Float32Array(heads.length);
  heads.forEach((_, place) => {
    bias[place] = bytes.readFloatLE(at + 8 * place);
    step[place] = bytes.readFloatLE(at + 8 * place + 4);
  });
  at += 8 * heads.length;
  const take = (length: number): Uint8Array => {
    at += length;
    return new Uint8Array(bytes.buffer, bytes.byteOffset + at - length, length);
  };
  const rarity = take(buckets);
  const weights = take(countLearned(rarity) * heads.length);
  return {
    heads,
    bias,
    step,
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
    rarity,
    examples: examples.map((example) => ({ ...example, likely: take(heads.length) })),
  };
}
