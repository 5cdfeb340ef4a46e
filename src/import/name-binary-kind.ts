const SAVE_AS_CSV =
  'Open it in Excel (or another spreadsheet), choose File, Save As, "CSV UTF-8", and give that file.';
const EXPORT_AS_CSV = 'Export the incidents as CSV and try again.';

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function nameArchive(head: Buffer): string {
  const names = head.toString('latin1');
  if (/xl\/|\[Content_Types\]\.xml|worksheets/.test(names) && !/word\/|ppt\//.test(names)) {
    return `an Excel workbook (XLSX spreadsheet), not a CSV export. ${SAVE_AS_CSV}`;
  }
  if (names.includes('opendocument.spreadsheet')) {
    return `an OpenDocument spreadsheet (ODS), not a CSV export. ${SAVE_AS_CSV}`;
  }
  if (/word\//.test(names)) return `a Word document (DOCX), not a CSV export. ${EXPORT_AS_CSV}`;
  return `a ZIP archive, not a CSV export. Unpack it and give the CSV file inside.`;
}

function nameText(head: Buffer): string | null {
  const text = head
    .toString('latin1')
    .replaceAll('\u0000', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart()
    .slice(0, 2000)
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta)/.test(text)) {
    return `a web page (HTML), not a CSV export. It may be a sign-in or error page saved by mistake, or a report saved as HTML. ${EXPORT_AS_CSV}`;
  }
  if (/^<\?xml|^<[a-z]+:?[a-z]*\s+xmlns/.test(text)) {
    return text.includes('spreadsheet')
      ? `an Excel XML spreadsheet, not a CSV export. ${SAVE_AS_CSV}`
      : text.includes('<html')
        ? `a web page (HTML), not a CSV export. ${EXPORT_AS_CSV}`
        : `an XML document, not a CSV export. ${EXPORT_AS_CSV}`;
  }
  if (/^(?:from:[^\n]*\n)?mime-version:/.test(text))
    return `a web archive (MHTML), not a CSV export. ${SAVE_AS_CSV}`;
  if (text.startsWith('{\\rtf')) return `a rich-text document (RTF), not a CSV export. ${EXPORT_AS_CSV}`;
  if (/^[[{]\s*(?:["{[]|$)/.test(text)) return `JSON data, not a CSV export. ${EXPORT_AS_CSV}`;
  return null;
}

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], `a PDF, not a CSV export. ${EXPORT_AS_CSV}`],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    `an old Excel workbook (XLS) or Office document, not a CSV export. ${SAVE_AS_CSV}`,
  ],
  [[0x09, 0x08], `an old Excel workbook (XLS), not a CSV export. ${SAVE_AS_CSV}`],
  [[0x1f, 0x8b], 'a gzip-compressed file, not a CSV export. Unpack it and give the CSV file inside.'],
  [[0x89, 0x50, 0x4e, 0x47], `a picture (PNG image), not a CSV export. ${EXPORT_AS_CSV}`],
  [[0xff, 0xd8, 0xff], `a picture (JPEG image), not a CSV export. ${EXPORT_AS_CSV}`],
  [[0x47, 0x49, 0x46, 0x38], `a picture (GIF image), not a CSV export. ${EXPORT_AS_CSV}`],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive, not a CSV export. Unpack it and give the CSV file inside.'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive, not a CSV export. Unpack it and give the CSV file inside.'],
  [[0x42, 0x5a, 0x68], 'a bzip2-compressed file, not a CSV export. Unpack it and give the CSV file inside.'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], `a SQLite database, not a CSV export. ${EXPORT_AS_CSV}`],
  [[0x00, 0x01, 0x00, 0x00, 0x53, 0x74], `an Access database, not a CSV export. ${EXPORT_AS_CSV}`],
];

/**
 * Whether so many bytes are neither text nor blanks that no encoding makes sense of them. NULs do not count: systems
 * pad files with them, and they are removed.
 */
function isBinary(head: Buffer): boolean {
  let odd = 0;
  for (const byte of head) {
    if ((byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) odd += 1;
  }
  return head.length > 0 && odd > Math.max(2, head.length * 0.05);
}

/**
 * Names a file that is no CSV text from its first bytes, as the end of the sentence "FILE is …", with what to
 * do about it; null for text. A workbook is not read: the spreadsheet reader at hand has known holes, and a
 * school can save the sheet as CSV in three clicks.
 */
export function nameBinaryKind(head: Buffer, isWide: boolean): string | null {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    return nameArchive(head);
  }
  for (const [bytes, kind] of SIGNATURES) if (startsWith(head, bytes)) return kind;
  const text = nameText(head);
  if (text !== null) return text;
  if (!isWide && isBinary(head)) return `not text (it is undecodable as a CSV export). ${EXPORT_AS_CSV}`;
  return null;
}
