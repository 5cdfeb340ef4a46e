import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** One element of the tag tree. */
export interface TagNode {
  readonly type: string;
  readonly alt: string | null;
  readonly scope: string | null;
  readonly bbox: readonly number[] | null;
  /** Pieces of marked content in it. */
  readonly marks: number;
  readonly children: readonly TagNode[];
}

export interface ReadPdf {
  readonly pdf: PDFDocument;
  readonly catalog: PDFDict;
  readonly xmp: string;
  readonly root: TagNode;
  readonly bookmarks: readonly string[];
  /** Name and whether the file holds the font itself, one a font. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Drawing operators of each page. */
  readonly contents: readonly string[];
}

/** Reads a PDF back with a library that did not write it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = pdf;
  const at = (dict: PDFDict, key: string): PDFObject | undefined =>
    pdf.context.lookup(dict.get(PDFName.of(key)));
  const text = (value: PDFObject | undefined): string | null =>
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
  const name = (value: PDFObject | undefined): string | null =>
    value instanceof PDFName ? value.decodeText() : null;

  const kids = (value: PDFObject | undefined): PDFObject[] =>
    value instanceof PDFArray ? value.asArray() : value ? [value] : [];
  const readTag = (dict: PDFDict): TagNode => {
    const attributes = at(dict, 'A');
    const inside = kids(at(dict, 'K')).map((kid) => (kid instanceof PDFRef ? pdf.context.lookup(kid) : kid));
    const box = attributes instanceof PDFDict ? at(attributes, 'BBox') : undefined;
    return {
      type: name(at(dict, 'S')) ?? '',
      alt: text(at(dict, 'Alt')),
      scope: attributes instanceof PDFDict ? name(at(attributes, 'Scope')) : null,
      bbox:
        box instanceof PDFArray
          ? box.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN))
          : null,
      marks: inside.filter(
        (kid) => kid instanceof PDFNumber || (kid instanceof PDFDict && kid.has(PDFName.of('MCID'))),
      ).length,
      children: inside
        .filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(PDFName.of('S')))
        .map(readTag),
    };
  };
  const tree = at(catalog, 'StructTreeRoot') as PDFDict;
  const [top] = kids(at(tree, 'K')).map((kid) => pdf.context.lookup(kid) as PDFDict);
  if (top === undefined) throw new Error('No tag tree');

  const bookmarks: string[] = [];
  const outlines = at(catalog, 'Outlines');
  for (
    let item = outlines instanceof PDFDict ? at(outlines, 'First') : undefined;
    item instanceof PDFDict;
    item = at(item, 'Next')
  ) {
    bookmarks.push(text(at(item, 'Title')) ?? '');
  }
  const dicts = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const fonts = dicts
    .filter(
      (object): object is PDFDict =>
        object instanceof PDFDict && name(at(object, 'Type')) === 'FontDescriptor',
    )
    .map((object) => ({
      name: name(at(object, 'FontName')) ?? '',
      embedded: object.has(PDFName.of('FontFile2')),
    }));
  const metadata = at(catalog, 'Metadata') as PDFRawStream;
  return {
    pdf,
    catalog,
    xmp: new TextDecoder().decode(metadata.contents),
    root: readTag(top),
    bookmarks,
    fonts,
    contents: pdf.getPages().map((page) => {
      const stream = pdf.context.lookup(page.node.get(PDFName.of('Contents'))) as PDFRawStream;
      return inflateSync(stream.contents).toString('latin1');
    }),
  };
}

/** Every element of one type, in reading order. */
export function findTags(node: TagNode, type: string): TagNode[] {
  return [...(node.type === type ? [node] : []), ...node.children.flatMap((child) => findTags(child, type))];
}
