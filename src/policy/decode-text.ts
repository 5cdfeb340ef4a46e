/**
 * The text of a small file that a person or a shell wrote, whatever editor saved it: a byte order mark decides (a
 * Windows shell writes UTF-16), else UTF-8 where the bytes are, else Windows-1252, so that no letter of a school's name
 * becomes a mark of what could not be read. The mark itself is dropped.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = WIDE.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1]);
  if (wide !== undefined) return new TextDecoder(wide.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // As a stream, since Node decodes it as Latin-1 otherwise, without dashes, quotes and the euro.
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}

const WIDE = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
