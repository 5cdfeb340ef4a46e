import { TermwiseError } from '../../errors.ts';
import type { RenderOptions } from '../render-options.ts';
import type { ReportDocument } from '../report-document.ts';
import { renderPdf } from './render-pdf.ts';
import specimen from './specimen.yaml';

/** A document to draw, and how. */
export interface RenderRequest {
  readonly document: ReportDocument;
  readonly options: RenderOptions;
}

/** What comes back for a document: its file, or why there is none. */
export type RendererAnswer =
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array }
  /** A TermwiseError, taken apart: an error loses its class on the way between threads. */
  | {
      readonly kind: 'refused';
      readonly code: TermwiseError['code'];
      readonly message: string;
      readonly hint: string | null;
    }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined };

/** The end of a thread's letter box that this needs. */
export interface RendererPort {
  readonly on: (event: 'message', take: (request: RenderRequest) => void) => unknown;
  readonly postMessage: (answer: RendererAnswer) => void;
}

async function answer({ document, options }: RenderRequest): Promise<RendererAnswer> {
  try {
    return { kind: 'drawn', bytes: await renderPdf(document, options) };
  } catch (error) {
    if (error instanceof TermwiseError) {
      return { kind: 'refused', code: error.code, message: error.message, hint: error.hint };
    }
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    return { kind: 'failed', message, stack };
  }
}

/**
 * Draws each document that comes in and sends back its file. Before any comes it draws the specimen page: what is
 * loaded, parsed and compiled for that need not be while a person waits. It changes no byte of a later file. The first
 * thread of a process has no port (null), and nothing to do here.
 */
export async function serveRenderer(port: RendererPort | null): Promise<void> {
  if (port === null) return;
  let last: Promise<unknown> = renderPdf(specimen as ReportDocument);
  port.on('message', (request) => {
    last = last.then(async () => port.postMessage(await answer(request)));
  });
  await last;
}
