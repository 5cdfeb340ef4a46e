import { describe, expect, it } from 'vitest';
import { createCanvas, parseFont } from '../../../src/report/pdf/canvas-adapter.ts';

/** Stands in for a PDF document: writes down every drawing call. */
function recordingDoc(): { doc: PDFKit.PDFDocument; calls: string[] } {
  const calls: string[] = [];
  const round = (value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(2)) + 0 : value;
  const doc: unknown = new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'widthOfString') return (text: string) => text.length * 5;
        return (...values: unknown[]) => {
          const shown = values
            .filter((value) => typeof value !== 'object' || Array.isArray(value))
            .map(round);
          calls.push([String(name), ...shown].join(' '));
          return doc;
        };
      },
    },
  );
  return { doc: doc as PDFKit.PDFDocument, calls };
}

function setup(place = { x: 100, y: 50, width: 200, height: 100 }) {
  const { doc, calls } = recordingDoc();
  const ctx = createCanvas(doc, place).getContext();
  return { ctx, calls, drawn: (name: string) => calls.filter((call) => call.startsWith(`${name} `)) };
}

describe('createCanvas: paths', () => {
  it('places a path on the page and fills it with the current colour', () => {
    const { ctx, calls } = setup();
    ctx.fillStyle = '#12436D';
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(10, 0);
    ctx.lineTo(10, 10);
    ctx.closePath();
    ctx.fill();
    expect(calls).toEqual([
      'fillColor #12436d',
      'moveTo 100 50',
      'lineTo 110 50',
      'lineTo 110 60',
      'closePath',
      'fill non-zero',
    ]);
  });

  it('fills even-odd when asked to', () => {
    const { ctx, calls } = setup();
    ctx.rect(0, 0, 10, 10);
    ctx.rect(2, 2, 4, 4);
    ctx.fill('evenodd');
    expect(calls.at(-1)).toBe('fill even-odd');
    expect(calls.filter((call) => call === 'closePath')).toHaveLength(2);
  });

  it('leaves out calls with numbers that are not finite, as a browser does', () => {
    const { ctx, drawn } = setup();
    ctx.beginPath();
    ctx.moveTo(0, Number.NaN);
    ctx.lineTo(Number.POSITIVE_INFINITY, 0);
    ctx.arc(0, 0, Number.NaN, 0, 1);
    ctx.rect(Number.NaN, 0, 1, 1);
    ctx.bezierCurveTo(0, 0, Number.NaN, 0, 1, 1);
    ctx.stroke();
    ctx.fillText('away', Number.NaN, 0);
    expect(drawn('moveTo')).toEqual([]);
    expect(drawn('stroke')).toEqual([]);
    expect(drawn('text')).toEqual([]);
  });

  it('keeps what is drawn already where it is when the transform changes', () => {
    const { ctx, drawn } = setup();
    ctx.beginPath();
    ctx.moveTo(1, 1);
    ctx.translate(50, 0);
    ctx.scale(2, 2);
    ctx.lineTo(1, 1);
    ctx.stroke();
    expect(drawn('moveTo')).toEqual(['moveTo 101 51']);
    expect(drawn('lineTo')).toEqual(['lineTo 152 52']);
  });

  it('draws a quarter circle clockwise and the other way round', () => {
    const { ctx, drawn } = setup({ x: 0, y: 0, width: 10, height: 10 });
    ctx.beginPath();
    ctx.arc(0, 0, 10, 0, Math.PI / 2);
    ctx.stroke();
    expect(drawn('bezierCurveTo')).toEqual(['bezierCurveTo 10 5.52 5.52 10 0 10']);
    ctx.beginPath();
    ctx.arc(0, 0, 10, 0, Math.PI / 2, true);
    ctx.stroke();
    expect(drawn('bezierCurveTo')).toHaveLength(1 + 3);
    expect(drawn('bezierCurveTo').at(1)).toBe('bezierCurveTo 10 -5.52 5.52 -10 0 -10');
  });

  it('draws a whole ellipse for a full turn, and turns it by its rotation', () => {
    const { ctx, drawn } = setup({ x: 0, y: 0, width: 10, height: 10 });
    ctx.beginPath();
    ctx.ellipse(0, 0, 10, 5, Math.PI / 2, 0, Math.PI * 2);
    ctx.fill();
    expect(drawn('bezierCurveTo')).toHaveLength(4);
    expect(drawn('moveTo')).toEqual(['moveTo 0 10']);
    expect(drawn('bezierCurveTo').at(0)).toMatch(/-5 0$/);
  });

  it('turns a quadratic curve into the cubic one of the same shape', () => {
    const { ctx, drawn } = setup({ x: 0, y: 0, width: 10, height: 10 });
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.quadraticCurveTo(3, 6, 6, 0);
    ctx.stroke();
    expect(drawn('bezierCurveTo')).toEqual(['bezierCurveTo 2 4 4 4 6 0']);
  });

  it('scales line width and dashes with the drawing', () => {
    const { ctx, calls } = setup();
    ctx.scale(2, 2);
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    ctx.strokeRect(0, 0, 5, 5);
    expect(calls).toContain('lineWidth 3');
    expect(calls).toContain('dash 8,6');
    expect(ctx.getLineDash()).toEqual([4, 3]);
    ctx.setLineDash([2]);
    expect(ctx.getLineDash()).toEqual([2, 2]);
    ctx.setLineDash([0, 0]);
    expect(ctx.getLineDash()).toEqual([]);
  });
});

describe('createCanvas: state', () => {
  it('nests clips in saves, so that a restore ends them', () => {
    const { ctx, calls } = setup();
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, 50, 50);
    ctx.clip();
    ctx.save();
    ctx.beginPath();
    ctx.rect(10, 10, 10, 10);
    ctx.clip('evenodd');
    ctx.restore();
    ctx.restore();
    const order = calls.filter((call) => /^(save|restore|clip)/.test(call));
    expect(order).toEqual(['save', 'clip non-zero', 'save', 'clip even-odd', 'restore', 'restore']);
  });

  it('gives back every property with restore and passes over a restore too many', () => {
    const { ctx, calls } = setup();
    ctx.fillStyle = '#ff0000';
    ctx.save();
    ctx.fillStyle = '#00ff00';
    ctx.font = '600 14px "Source Sans 3"';
    ctx.restore();
    expect(ctx.fillStyle).toBe('#ff0000');
    expect(ctx.font).toBe('10px sans-serif');
    ctx.restore();
    expect(calls.filter((call) => call === 'restore')).toHaveLength(1);
  });

  it('starts its transforms from the place of the canvas', () => {
    const { ctx, drawn } = setup();
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.fillRect(1, 1, 1, 1);
    ctx.resetTransform();
    ctx.fillRect(0, 0, 1, 1);
    ctx.transform(1, 0, 0, 1, 5, 5);
    ctx.fillRect(0, 0, 1, 1);
    expect(drawn('moveTo')).toEqual(['moveTo 102 52', 'moveTo 100 50', 'moveTo 105 55']);
  });

  it('paints nothing for transparent colours, zero widths and clearRect', () => {
    const { ctx, calls } = setup();
    ctx.fillStyle = 'transparent';
    ctx.fillRect(0, 0, 5, 5);
    ctx.strokeStyle = 'rgba(0,0,0,0)';
    ctx.strokeRect(0, 0, 5, 5);
    ctx.strokeStyle = '#000000';
    ctx.lineWidth = 0;
    ctx.strokeRect(0, 0, 5, 5);
    ctx.clearRect();
    ctx.fillText('unseen', 0, 0);
    expect(calls).toEqual([]);
  });

  it('refuses pictures, gradients and patterns', () => {
    const { ctx } = setup();
    expect(() => ctx.drawImage()).toThrow(/only lines, shapes and text/);
    expect(() => ctx.createLinearGradient()).toThrow(/createLinearGradient/);
    expect(() => ctx.createRadialGradient()).toThrow(/createRadialGradient/);
    expect(() => ctx.createPattern()).toThrow(/createPattern/);
    ctx.fillStyle = { gradient: true };
    expect(() => ctx.fillRect(0, 0, 1, 1)).toThrow(/plain colours/);
  });
});

describe('createCanvas: text', () => {
  it('aligns text by its measured width and centres capitals on the middle', () => {
    const { ctx, drawn } = setup({ x: 0, y: 0, width: 100, height: 100 });
    ctx.font = '10px "Source Sans 3"';
    ctx.textBaseline = 'middle';
    for (const align of ['left', 'center', 'right']) {
      ctx.textAlign = align;
      ctx.fillText('abcd', 50, 20);
    }
    expect(drawn('text')).toEqual(['text abcd 50 23.3', 'text abcd 40 23.3', 'text abcd 30 23.3']);
    expect(ctx.measureText('abcd').width).toBe(20);
  });

  it('places each baseline', () => {
    const { ctx, drawn } = setup({ x: 0, y: 0, width: 100, height: 100 });
    ctx.font = '10px x';
    for (const baseline of ['alphabetic', 'top', 'hanging', 'bottom', 'ideographic']) {
      ctx.textBaseline = baseline;
      ctx.fillText('a', 0, 0);
    }
    expect(drawn('text').map((call) => Number(call.split(' ')[3]))).toEqual([0, 10.24, 6.6, -4, -4]);
  });

  it('turns the page for rotated text and turns it back', () => {
    const { ctx, calls } = setup({ x: 10, y: 20, width: 100, height: 100 });
    ctx.translate(30, 40);
    ctx.rotate(-Math.PI / 2);
    ctx.font = 'bold 12px x';
    ctx.fillText('up', 0, 0);
    expect(calls).toContain('font b');
    const at = calls.indexOf('transform 0 -1 1 0 40 60');
    expect(calls.slice(at - 1)).toEqual(['save', 'transform 0 -1 1 0 40 60', 'text up 0 0', 'restore']);
  });

  it.each([
    ['600 10px "Source Sans 3"', { size: 10, weight: 'semibold' }],
    ['normal 400 13.5px/1.2 "Source Sans 3"', { size: 13.5, weight: 'regular' }],
    ['bold 9px x', { size: 9, weight: 'semibold' }],
    ['nonsense', { size: 10, weight: 'regular' }],
  ])('reads the font %s', (font, expected) => {
    expect(parseFont(font)).toEqual(expected);
  });
});
