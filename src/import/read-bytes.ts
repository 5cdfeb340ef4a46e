import { open } from 'node:fs/promises';
import { doubleEscapedQuotes } from './double-escaped-quotes.ts';
import type { FileExamination } from './examine-file.ts';
import { turnSingleQuotes } from './turn-single-quotes.ts';

const CHUNK = 1 << 18;
const NOTHING = Buffer.alloc(0);

function dropNuls(chunk: Buffer): Buffer {
  if (!chunk.includes(0)) return chunk;
  const kept = Buffer.allocUnsafe(chunk.length);
  let length = 0;
  for (const byte of chunk) {
    if (byte !== 0) {
      kept[length] = byte;
      length += 1;
    }
  }
  return kept.subarray(0, length);
}

function makeDecoder(examined: FileExamination): (chunk: Buffer | null) => Buffer {
  if (examined.encoding === 'utf-8') {
    return examined.nuls > 0
      ? (chunk) => dropNuls(chunk ?? Buffer.alloc(0))
      : (chunk) => chunk ?? Buffer.alloc(0);
  }
  const label = examined.encoding.replace('utf-16-', 'utf-16');
  /** Half a character at the very end of a wide file is none. */
  const isWide = examined.encoding !== 'windows-1252';
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (chunk) => {
    const text = chunk === null ? (isWide ? '' : decoder.decode()) : decoder.decode(chunk, { stream: true });
    return Buffer.from(text.includes('\u0000') ? text.replaceAll('\u0000', '') : text, 'utf8');
  };
}

/** What turns the quotes of a file into those that all readers know. */
function openRewriting({ singleQuoted, escapesQuotes }: FileExamination): (piece: Buffer | null) => Buffer {
  if (singleQuoted !== null) return turnSingleQuotes(singleQuoted);
  return escapesQuotes ? doubleEscapedQuotes() : (piece) => piece ?? NOTHING;
}

/**
 * Reads a file as UTF-8 whatever it was written in, without its byte order mark and stray NULs and with the quotes of its
 * text doubled, in pieces of about 256 KB. Each piece is a buffer of its own.
 */
export async function* readAsUtf8(
  examined: FileExamination,
  onBytes: (bytesRead: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const decoded = makeDecoder(examined);
  const double = openRewriting(examined);
  const decode = (piece: Buffer | null): Buffer =>
    piece === null ? Buffer.concat([double(decoded(null)), double(null)]) : double(decoded(piece));
  const mark = examined.bom ? (examined.encoding === 'utf-8' ? 3 : 2) : 0;
  const handle = await open(examined.path, 'r');
  try {
    let position = mark;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      const chunk = decode(buffer.subarray(0, bytesRead));
      if (chunk.length > 0) yield chunk;
      onBytes(position);
    }
    const rest = decode(null);
    if (rest.length > 0) yield rest;
  } finally {
    await handle.close();
  }
}
