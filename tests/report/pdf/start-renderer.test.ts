import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPdf } from '../../../src/report/pdf/render-pdf.ts';
import { makeFolder } from '../../helpers/make-folder.ts';
import { ROOT } from '../../helpers/run-built.ts';
import { demoReport } from '../helpers/demo-report.ts';

/** What the build makes of renderer-thread.ts. */
const BUILT = resolve(ROOT, 'dist/renderer-thread.js');
const folder = makeFolder('renderer');

/** A fresh module each time: it holds the one thread of a process. */
let renderer: typeof import('../../../src/report/pdf/start-renderer.ts');
beforeEach(async () => {
  vi.resetModules();
  renderer = await import('../../../src/report/pdf/start-renderer.ts');
});

describe('renderAside', () => {
  it('draws the same bytes in the second thread as here', async () => {
    renderer.startRenderer(BUILT);
    const aside = await renderer.renderAside(demoReport());
    expect(Buffer.from(aside).equals(Buffer.from(await renderPdf(demoReport())))).toBe(true);
    expect(Buffer.from(await renderer.renderAside(demoReport())).equals(Buffer.from(aside))).toBe(true);
  });

  it('gives each of several documents its own file, and the theme that was asked for', async () => {
    renderer.startRenderer(BUILT);
    const [one, two, large] = await Promise.all([
      renderer.renderAside(demoReport()),
      renderer.renderAside(demoReport('restricted')),
      renderer.renderAside(demoReport(), { theme: 'large_print' }),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(await renderPdf(demoReport())))).toBe(true);
    expect(Buffer.from(two).equals(Buffer.from(await renderPdf(demoReport('restricted'))))).toBe(true);
    const expected = await renderPdf(demoReport(), { theme: 'large_print' });
    expect(Buffer.from(large).equals(Buffer.from(expected))).toBe(true);
  });

  it('draws here where no thread was started, as in a checkout', async () => {
    renderer.startRenderer();
    expect(
      Buffer.from(await renderer.renderAside(demoReport()))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('throws what the thread refuses as what it is, and what fails with its stack', async () => {
    renderer.startRenderer(BUILT);
    const refused = renderer.renderAside({ ...demoReport(), title: 'Records of 漢' });
    await expect(refused).rejects.toMatchObject({
      name: 'TermwiseError',
      exitCode: 2,
      message: expect.stringContaining('漢'),
    });
    const broken = { ...demoReport(), sections: null } as unknown as ReturnType<typeof demoReport>;
    await expect(renderer.renderAside(broken)).rejects.toMatchObject({
      stack: expect.stringContaining('renderer'),
    });
  });

  it('draws here when the thread ends before it has answered', async () => {
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, "throw new Error('no thread today');\n");
    renderer.startRenderer(broken);
    expect((await renderer.renderAside(demoReport())).length).toBeGreaterThan(1000);
    // Nor is it asked again.
    expect((await renderer.renderAside(demoReport())).length).toBeGreaterThan(1000);
  });
});
