import { inflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import { measureText } from '../../../src/report/charts/measure-text.ts';
import type { ReadPdf } from './read-pdf.ts';

/** One text as it stands on its page, read back from the file; points from the page's left and bottom edge. */
export interface PageText {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly size: number;
  readonly width: number;
  /** The element it belongs to, such as `H2`; `Artifact` for furniture. */
  readonly tag: string;
}

export interface PageTexts {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PageText[];
}

type CodeMap = ReadonlyMap<number, string>;

/** Every text of every page in drawing order, by the file's own table of what each glyph is read as. */
export function readTexts({ pdf, contents }: ReadPdf): PageTexts[] {
  return pdf.getPages().map((page, index) => {
    const fonts = readFonts(page.node.Resources());
    return {
      width: page.getWidth(),
      height: page.getHeight(),
      texts: readPage(contents[index] ?? '', fonts),
    };
  });
}

function readFonts(resources: PDFDict | undefined): Map<string, { map: CodeMap; bold: boolean }> {
  const fonts = new Map<string, { map: CodeMap; bold: boolean }>();
  const all = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  for (const [name] of all?.entries() ?? []) {
    const font = all?.lookup(name, PDFDict);
    const stream = font?.lookup(PDFName.of('ToUnicode'));
    if (!(stream instanceof PDFRawStream)) throw new Error(`font ${name} cannot be read`);
    const bold = String(font?.get(PDFName.of('BaseFont'))).includes('SemiBold');
    fonts.set(name.decodeText(), { map: readCodeMap(inflateSync(stream.contents).toString('latin1')), bold });
  }
  return fonts;
}

function readCodeMap(cmap: string): CodeMap {
  const map = new Map<number, string>();
  for (const [, ranges = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '0', values = ''] of ranges.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
      const texts = [...values.matchAll(/<(\w*)>/g)].map(([, hex = '']) =>
        String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((part) => Number.parseInt(part, 16))),
      );
      for (const [at, text] of texts.entries()) map.set(Number.parseInt(first, 16) + at, text);
    }
  }
  return map;
}

const OPERATORS =
  /\/(\w+) <<[^\n]*>> BDC|\nEMC|1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g;

function readPage(content: string, fonts: ReturnType<typeof readFonts>): PageText[] {
  const texts: PageText[] = [];
  let tag = '';
  let [x, y, size] = [0, 0, 0];
  let font: { map: CodeMap; bold: boolean } | undefined;
  for (const [whole, opened, left, up, face, points, glyphs] of content.matchAll(OPERATORS)) {
    if (opened !== undefined) tag = opened;
    else if (whole === '\nEMC') tag = '';
    else if (left !== undefined) [x, y] = [Number(left), Number(up)];
    else if (face !== undefined) [font, size] = [fonts.get(face), Number(points)];
    else {
      const codes = [...(glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      const text = codes.map((code) => font?.map.get(Number.parseInt(code, 16)) ?? '\ufffd').join('');
      const width = measureText(text.trimEnd(), size, font?.bold === true ? 'semibold' : 'regular');
      texts.push({ text, x, y, size, width, tag });
    }
  }
  return texts;
}
