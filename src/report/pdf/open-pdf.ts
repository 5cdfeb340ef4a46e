import PDFDocument from 'pdfkit';
import { loadFont } from '../charts/font-files.ts';
import type { ReportDocument } from '../report-document.ts';
import { FACES } from './canvas-adapter.ts';
import { PDFUA_XMP } from './xmp-schema.ts';

export interface OpenPdf {
  readonly doc: PDFKit.PDFDocument;
  /** The element that holds the whole report. */
  readonly root: PDFKit.PDFStructureElement;
  /** Ends the file and gives its bytes; throws if the file is not complete. */
  finish(): Promise<Uint8Array>;
}

/**
 * An empty tagged file that will be PDF/A-2a and PDF/UA-1 at once, dated by the data rather than the clock, so
 * that the same report gives the same bytes.
 */
export function openPdf(document: ReportDocument): OpenPdf {
  // Noon in UTC: the same day on every clock that may show it.
  const date = new Date(`${document.date}T12:00:00Z`);
  const options = {
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    subset: 'PDF/A-2a',
    bufferPages: true,
    autoFirstPage: false,
    // A path here would be parsed again for every text.
    font: null,
    info: {
      Title: document.title,
      Author: document.author,
      Subject: document.subject,
      Creator: 'Termwise',
      Producer: 'PDFKit',
      CreationDate: date,
      ModDate: date,
    },
  } as const;
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  escapeMetadata(doc);
  for (const weight of ['regular', 'semibold'] as const) {
    doc.registerFont(FACES[weight], loadFont(weight) as unknown as Uint8Array);
  }
  doc.font(FACES.regular);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  return {
    doc,
    root,
    finish: async () => {
      const ended = new Promise<void>((resolve, reject) => {
        doc.on('end', resolve);
        doc.on('error', reject);
      });
      root.end();
      doc.appendXML(PDFUA_XMP);
      doc.end();
      await ended;
      return checkComplete(Buffer.concat(chunks));
    },
  };
}

/** PDFKit writes title and author into the XMP as they are, and a `&` would make it malformed. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const inner = doc as unknown as { info: Record<string, unknown>; _addInfo(): void };
  const addInfo = inner._addInfo.bind(doc);
  inner._addInfo = () => {
    const plain = inner.info;
    inner.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    );
    addInfo();
    inner.info = plain;
  };
}

/** The five characters that XML reserves. */
function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
  return text.replaceAll(/[&<>"']/g, (character) => `&${names[character] ?? ''};`);
}

/** A tag that was never attached leaves a file without its end and no error: the last line tells. */
function checkComplete(bytes: Uint8Array): Uint8Array {
  const tail = new TextDecoder('latin1').decode(bytes.slice(-16));
  if (!tail.trimEnd().endsWith('%%EOF')) throw new Error('The PDF is not complete: an element was left open');
  return bytes;
}
