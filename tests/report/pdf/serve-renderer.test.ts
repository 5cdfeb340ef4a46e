import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/report/pdf/render-pdf.ts';
import {
  type RendererAnswer,
  type RenderRequest,
  serveRenderer,
} from '../../../src/report/pdf/serve-renderer.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import { demoReport } from '../helpers/demo-report.ts';

/** Sends documents to a renderer, all at once, and gives its answers in order. */
async function answers(...documents: readonly unknown[]): Promise<readonly RendererAnswer[]> {
  const sent: RendererAnswer[] = [];
  let take: (request: RenderRequest) => void = () => undefined;
  const served = serveRenderer({
    on: (_, listener) => {
      take = listener;
    },
    postMessage: (answer) => {
      sent.push(answer);
    },
  });
  for (const document of documents) take({ document: document as ReportDocument, options: {} });
  await served;
  await expect.poll(() => sent.length).toBe(documents.length);
  return sent;
}

describe('serveRenderer', () => {
  it('draws what renderPdf draws, also right after the specimen page and twice in a row', async () => {
    const bytes = await renderPdf(demoReport());
    const [first, second] = await answers(demoReport(), demoReport());
    expect(first).toEqual({ kind: 'drawn', bytes });
    expect(second).toEqual({ kind: 'drawn', bytes });
  });

  it('says why there is no file, and draws the next one', async () => {
    const [refused, failed, drawn] = await answers(
      { ...demoReport(), title: 'Records of 漢' },
      { ...demoReport(), sections: null },
      demoReport(),
    );
    expect(refused).toMatchObject({ kind: 'refused', message: expect.stringContaining('漢') });
    expect(failed).toMatchObject({ kind: 'failed', stack: expect.stringContaining('Error') });
    expect(drawn?.kind).toBe('drawn');
  });
});
