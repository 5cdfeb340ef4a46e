import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawChartPng } from '../../../src/report/charts/draw-chart-png.ts';
import { DEMO_CHARTS } from '../helpers/demo-report.ts';

/** Width and height in pixels, from the first chunk of a PNG. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('drawChartPng', () => {
  it.each(Object.keys(DEMO_CHARTS) as (keyof typeof DEMO_CHARTS)[])(
    'draws %s at the asked size',
    async (kind) => {
      const png = await drawChartPng(DEMO_CHARTS[kind], { width: 480, scale: 2 });
      expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
      expect(sizeOf(png)[0]).toBe(960);
      expect(png.length).toBeGreaterThan(5000);
    },
  );

  it('draws the same picture again, also after another of another size', async () => {
    const hash = async (): Promise<string> =>
      createHash('sha256')
        .update(await drawChartPng(DEMO_CHARTS.bars, { scale: 1 }))
        .digest('hex');
    const first = await hash();
    await drawChartPng(DEMO_CHARTS.strip, { width: 300, scale: 1, theme: 'large_print' });
    expect(await hash()).toBe(first);
  });
});
