import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TermwiseError } from '../errors.ts';
import { findSingleQuotes } from './find-single-quotes.ts';
import { hasEscapedQuotes } from './has-escaped-quotes.ts';
import { nameBinaryKind } from './name-binary-kind.ts';

export type Encoding = 'utf-8' | 'utf-16-le' | 'utf-16-be' | 'windows-1252';

/** What a first pass over the bytes of a file found. */
export interface FileExamination {
  readonly path: string;
  /** Base name, as messages and audits give it. */
  readonly file: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Stray NULs that are removed on reading; 0 for UTF-16. */
  readonly nuls: number;
  /** Line ends met anywhere, so that the parser need only look for these. */
  readonly lineEnds: { readonly crlf: boolean; readonly lf: boolean; readonly cr: boolean };
  /** Line of the first byte that keeps a file written in UTF-8 from being read so, near its start; or null. */
  readonly badByteLine: number | null;
  /** True where quotes of the text are written `\"`; they are doubled on reading. */
  readonly escapesQuotes: boolean;
  /** The delimiter of a table with its cells in single quotes, which are turned into double ones on reading; else null. */
  readonly singleQuoted: string | null;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
}

const CHUNK = 1 << 20;
const ENCODING_NAMES = new Map<string, Encoding>([
  ['utf8', 'utf-8'],
  ['utf16', 'utf-16-le'],
  ['utf16le', 'utf-16-le'],
  ['ucs2', 'utf-16-le'],
  ['utf16be', 'utf-16-be'],
  ['windows1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso88591', 'windows-1252'],
]);

function namedEncoding(name: string): Encoding {
  const encoding = ENCODING_NAMES.get(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (encoding !== undefined) return encoding;
  throw new TermwiseError(
    'usage',
    `The encoding "${name}" is not one that Termwise reads.`,
    'Use utf-8, utf-16-le, utf-16-be or windows-1252, or leave the option out.',
  );
}

function encodingOfBom(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16-le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16-be';
  return null;
}

/** UTF-16 without a mark: text of Western Europe has a NUL in every other byte. */
function encodingOfNuls(head: Buffer): Encoding | null {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.2) return 'utf-16-le';
  return even > half * 0.7 && odd < half * 0.2 ? 'utf-16-be' : null;
}

/** Bytes at the end of a chunk that begin a character whose rest is in the next one (0 to 3). */
function unfinishedTail(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Two bytes of UTF-8 for a letter of Western Europe, or three for a curly quote or a dash: no words of Windows-1252. */
const WRITTEN_AS_UTF8 = /[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x90-\xbf]/;

/** Where a text that holds characters in UTF-8 first breaks its rules; null when it holds none, or keeps them. */
function findBadByte(head: Buffer): number | null {
  if (!WRITTEN_AS_UTF8.test(head.toString('latin1'))) return null;
  let line = 1;
  for (let at = 0; at < head.length; line++) {
    const end = head.indexOf(10, at);
    if (end === -1) return isUtf8(head.subarray(at, head.length - unfinishedTail(head))) ? null : line;
    if (!isUtf8(head.subarray(at, end))) return line;
    at = end + 1;
  }
  return null;
}

function countNuls(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) count += 1;
  return count;
}

interface Scan {
  head: Buffer;
  digest: string;
  utf8: boolean;
  nuls: number;
  crlf: boolean;
  lf: boolean;
  cr: boolean;
  /** Whether `\"` stands anywhere. */
  escape: boolean;
}

function noteLineEnds(scan: Scan, chunk: Buffer, previous: number): void {
  if (!scan.lf) {
    for (let at = chunk.indexOf(10); at !== -1 && !scan.lf; at = chunk.indexOf(10, at + 1)) {
      const before = at === 0 ? previous : chunk[at - 1];
      if (before !== 13) scan.lf = true;
      else scan.crlf = true;
    }
  } else if (!scan.crlf) {
    scan.crlf = chunk.includes('\r\n') || (previous === 13 && chunk[0] === 10);
  }
  if (!scan.cr) {
    for (let at = chunk.indexOf(13); at !== -1 && !scan.cr; at = chunk.indexOf(13, at + 1)) {
      if (at + 1 < chunk.length && chunk[at + 1] !== 10) scan.cr = true;
    }
    if (previous === 13 && chunk[0] !== 10) scan.cr = true;
  }
}

async function scanBytes(path: string): Promise<Scan> {
  const scan: Scan = {
    head: Buffer.alloc(0),
    digest: '',
    utf8: true,
    nuls: 0,
    crlf: false,
    lf: false,
    cr: false,
    escape: false,
  };
  const hash = createHash('sha256');
  const handle = await open(path, 'r').catch((error) => refuseUnopened(error, path));
  try {
    let carry = Buffer.alloc(0);
    let previous = -1;
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      if (scan.head.length === 0) scan.head = Buffer.from(chunk.subarray(0, 65_536));
      scan.nuls += countNuls(chunk);
      noteLineEnds(scan, chunk, previous);
      scan.escape ||= chunk.includes('\\"') || (previous === 92 && chunk[0] === 34);
      previous = chunk[chunk.length - 1] ?? -1;
      if (scan.utf8) {
        const joined = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
        const tail = unfinishedTail(joined);
        const whole = joined.subarray(0, joined.length - tail);
        scan.utf8 = isUtf8(whole);
        carry = Buffer.from(joined.subarray(joined.length - tail));
      }
    }
    if (previous === 13) scan.cr = true;
  } finally {
    await handle.close();
  }
  scan.digest = hash.digest('hex');
  return scan;
}

function refuse(
  code: 'file/missing' | 'file/closed' | 'file/folder' | 'file/empty' | 'file/not_csv',
  text: string,
): never {
  throw new TermwiseError(code, text);
}

async function sizeOf(path: string, file: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      refuse('file/folder', `${file} is a folder, not a CSV export. Name the export file inside it.`);
    }
    if (!found.isFile())
      refuse(
        'file/not_csv',
        `${path} is no file but a pipe or a device, and what is read is read more than once. Save it as a file and name that.`,
      );
    return found.size;
  } catch (error) {
    if (error instanceof TermwiseError) throw error;
    return refuseUnopened(error as NodeJS.ErrnoException, path);
  }
}

function refuseUnopened({ code }: NodeJS.ErrnoException, path: string): never {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return refuse('file/missing', `${path} was not found. Check the name and the folder.`);
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(
      'file/closed',
      `${path} may not be read by you. Ask whoever it belongs to, or take a copy of your own.`,
    );
  return refuse('file/closed', `${path} could not be opened (${code ?? 'unknown reason'}).`);
}

/** Whether a file holds no letter or figure at all, only blanks and line ends. */
function isBlank(head: Buffer, bytes: number): boolean {
  return (
    bytes <= head.length &&
    /^[\s\u00ef\u00bb\u00bf\u00ff\u00fe,;|"]*$/.test(head.toString('latin1').replaceAll('\0', ''))
  );
}

/**
 * Reads a file through once and says what it is, by content and never by name: its encoding (a mark decides;
 * else NULs in every other byte, valid UTF-8, or Windows-1252), its line ends and its digest. Refuses what is
 * no text export (PDF, workbook, picture, folder, empty …) with one line that names it.
 */
export async function examineFile(path: string, encoding?: string): Promise<FileExamination> {
  const file = basename(path);
  const bytes = await sizeOf(path, file);
  if (bytes === 0)
    refuse('file/empty', `${file} is empty (0 bytes): there is no data in it. Export it again.`);
  const scan = await scanBytes(path);
  const fromBom = encodingOfBom(scan.head);
  const isWide = fromBom === 'utf-16-le' || fromBom === 'utf-16-be' || encodingOfNuls(scan.head) !== null;
  if (isBlank(scan.head, bytes)) {
    refuse('file/empty', `${file} is empty: it holds no data, only blank lines. Export it again.`);
  }
  const kind = nameBinaryKind(scan.head, isWide);
  if (kind !== null) refuse('file/not_csv', `${file} is ${kind}`);
  const named = encoding === undefined ? null : namedEncoding(encoding);
  const chosen = fromBom ?? named ?? encodingOfNuls(scan.head) ?? (scan.utf8 ? 'utf-8' : 'windows-1252');
  const wide = chosen === 'utf-16-le' || chosen === 'utf-16-be';
  return {
    path,
    file,
    bytes,
    encoding: chosen,
    bom: fromBom !== null,
    nuls: wide ? 0 : scan.nuls,
    lineEnds: wide
      ? { crlf: true, lf: true, cr: true }
      : { crlf: scan.crlf, lf: scan.lf, cr: scan.cr || scan.nuls > 0 },
    badByteLine: chosen === 'windows-1252' && named === null ? findBadByte(scan.head) : null,
    singleQuoted: wide ? null : findSingleQuotes(scan.head.toString('latin1')),
    escapesQuotes: !wide && scan.escape && (await hasEscapedQuotes(path)),
    digest: scan.digest,
  };
}
