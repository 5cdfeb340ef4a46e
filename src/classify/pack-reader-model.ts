import { endianness } from 'node:os';
import { countFilters, PHRASE_FIELDS, type PhraseModel, type PhraseSpan } from './phrase-reader.ts';
import type { ReaderModel } from './second-reader.ts';

/** The numbers of a model, in the order of its file; the rest is told by the head of JSON before them. */
interface Head {
  readonly heads: readonly string[];
  readonly examples: readonly { readonly text: string; readonly heads: readonly number[] }[];
  readonly features: number;
  readonly phrases: {
    readonly words: number;
    readonly size: number;
    readonly spans: readonly PhraseSpan[];
    readonly units: number;
  };
}

/** Four bytes for each number. */
function packNumbers(numbers: Float32Array | Uint32Array): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  const isWhole = numbers instanceof Uint32Array;
  numbers.forEach((value, at) => {
    if (isWhole) bytes.writeUInt32LE(value, 4 * at);
    else bytes.writeFloatLE(value, 4 * at);
  });
  return bytes;
}

/** Numbers of four bytes each, copied to where they may stand and turned about where the machine needs it. */
function alignNumbers(bytes: Buffer): ArrayBuffer {
  const aligned = new Uint8Array(bytes);
  if (endianness() === 'BE') Buffer.from(aligned.buffer).swap32();
  return aligned.buffer;
}

function unpackFloats(bytes: Buffer): Float32Array {
  return new Float32Array(alignNumbers(bytes));
}

function unpackWhole(bytes: Buffer): Uint32Array {
  return new Uint32Array(alignNumbers(bytes));
}

/** The model of the second reader as bytes for its file: the same on every machine and version of Node. */
export function packReaderModel(model: ReaderModel): Uint8Array {
  const { heads, bias, step, features, weights, rarity, examples, phrases } = model;
  const head: Head = {
    heads,
    examples: examples.map(({ text, heads: own }) => ({ text, heads: own })),
    features: features.length,
    phrases: {
      words: phrases.words.length,
      size: phrases.size,
      spans: phrases.spans,
      units: phrases.units,
    },
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
    packNumbers(features),
    bytes(rarity),
    bytes(weights),
    ...examples.map(({ likely }) => bytes(likely)),
    bytes(phrases.vectors),
    packNumbers(phrases.words),
    packNumbers(phrases.steps),
    packNumbers(phrases.kernels),
    packNumbers(phrases.starts),
    packNumbers(phrases.weights),
    packNumbers(phrases.bias),
    packNumbers(phrases.unitWeights),
  ]);
}

/** The model from the bytes of its file, without copying them. */
export function unpackReaderModel(file: Uint8Array): ReaderModel {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let at = 4 + bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, at)) as Head;
  const { heads, examples } = head;
  const bias = new Float32Array(heads.length);
  const step = new Float32Array(heads.length);
  heads.forEach((_, place) => {
    bias[place] = bytes.readFloatLE(at + 8 * place);
    step[place] = bytes.readFloatLE(at + 8 * place + 4);
  });
  at += 8 * heads.length;
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const features = unpackWhole(take(4 * head.features));
  const rarity = take(head.features);
  const weights = toSigned(take(head.features * heads.length));
  const quoted = examples.map((example) => ({ ...example, likely: take(heads.length) }));
  const phrases = unpackPhrases(head, take);
  return { heads, bias, step, features, weights, rarity, phrases, examples: quoted };
}

function toSigned(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The part that reads words in their order, from the bytes that `take` gives one after the other. */
function unpackPhrases({ heads, phrases }: Head, take: (length: number) => Buffer): PhraseModel {
  const { words: count, size, spans, units } = phrases;
  const outs = heads.length + units;
  const { filters, columns } = countFilters(spans);
  const vectors = toSigned(take((count + 1) * size));
  const words = unpackWhole(take(4 * count));
  return {
    size,
    spans,
    units,
    vectors,
    words,
    steps: unpackFloats(take(4 * (count + 1))),
    kernels: unpackFloats(take(4 * columns * size)),
    starts: unpackFloats(take(4 * filters)),
    weights: unpackFloats(take(4 * outs * filters * PHRASE_FIELDS.length)),
    bias: unpackFloats(take(4 * outs)),
    unitWeights: unpackFloats(take(4 * units * heads.length)),
  };
}
