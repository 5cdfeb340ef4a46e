import type { Weight } from '../charts/font-weight.ts';
import { applyMatrix, type CanvasPath, createPath, type Matrix, multiply } from './canvas-path.ts';
import { parseColour } from './css-colour.ts';
import type { Paper } from './paper.ts';

/** Names under which the document's faces are registered. */
export const FACES: Record<Weight, string> = { regular: 'r', semibold: 'b' };

interface State {
  matrix: Matrix;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDashOffset: number;
  dash: readonly number[];
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
}

/** Cap height, ascent and descent of Source Sans 3 as shares of the size. */
const VERTICAL = { cap: 0.66, ascent: 1.024, descent: -0.4 };

/** The part of CanvasRenderingContext2D that Chart.js and our plugins use. */
export interface CanvasAdapter extends Omit<State, 'matrix' | 'dash'> {
  readonly canvas: { width: number; height: number; readonly style: object; getContext(): CanvasAdapter };
  save(): void;
  restore(): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  resetTransform(): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise?: boolean): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    start: number,
    end: number,
    counterclockwise?: boolean,
  ): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(rule?: string): void;
  stroke(): void;
  clip(rule?: string): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  clearRect(): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): {
    width: number;
    actualBoundingBoxAscent: number;
    actualBoundingBoxDescent: number;
  };
  setLineDash(segments: readonly number[]): void;
  getLineDash(): number[];
  drawImage(): never;
  createLinearGradient(): never;
  createRadialGradient(): never;
  createPattern(): never;
}

/**
 * A canvas on `width` by `height` points at `x`, `y` of the paper, `scale` points to its pixel, that draws vectors and
 * real text straight on it: into the PDF, or the picture of a web page. Has what Chart.js uses and throws for pictures and gradients, so that no raster slips in. Text is
 * measured with the embedded font, so layout and print agree exactly. Every `save` must be matched: an open one
 * would leak its clip into the page.
 */
export function createCanvas(
  doc: Paper,
  place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly scale?: number;
  },
): CanvasAdapter['canvas'] {
  const { scale: zoom = 1 } = place;
  const base: Matrix = [zoom, 0, 0, zoom, place.x, place.y];
  let state: State = initialState(base);
  const stack: State[] = [];
  let path: CanvasPath = createPath();
  const scaleOf = (): number => {
    const [a, b, c, d] = state.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  };

  const emit = (commands: CanvasPath['commands']): void => {
    for (const command of commands) {
      if (command.op === 'move') doc.moveTo(...command.at);
      else if (command.op === 'line') doc.lineTo(...command.at);
      else if (command.op === 'curve') doc.bezierCurveTo(...command.at);
      else doc.closePath();
    }
  };
  const fillPath = (target: CanvasPath, rule?: string): void => {
    const colour = parseColour(asText(state.fillStyle), state.globalAlpha);
    if (colour === null || target.commands.length === 0) return;
    doc.fillColor(colour);
    emit(target.commands);
    doc.fill(rule === 'evenodd' ? 'even-odd' : 'non-zero');
  };
  const strokePath = (target: CanvasPath): void => {
    const colour = parseColour(asText(state.strokeStyle), state.globalAlpha);
    const scale = scaleOf();
    if (colour === null || target.commands.length === 0 || state.lineWidth * scale <= 0) return;
    doc.save();
    doc.lineWidth(state.lineWidth * scale);
    doc.lineCap(state.lineCap);
    doc.lineJoin(state.lineJoin);
    doc.miterLimit(state.miterLimit);
    doc.strokeColor(colour);
    if (state.dash.length > 0) {
      doc.dash(state.dash.map((length) => length * scale) as unknown as number, {
        phase: state.lineDashOffset * scale,
      });
    }
    emit(target.commands);
    doc.stroke();
    doc.restore();
  };
  const rectPath = (x: number, y: number, width: number, height: number): CanvasPath => {
    const target = createPath();
    addRect(target, state.matrix, x, y, width, height);
    return target;
  };
  const useFont = (): number => {
    const { size, weight } = parseFont(state.font);
    doc.font(FACES[weight]);
    doc.fontSize(size);
    return size;
  };

  const context: Omit<CanvasAdapter, keyof Omit<State, 'matrix' | 'dash'>> = {
    canvas: { width: place.width / zoom, height: place.height / zoom, style: {}, getContext: () => adapter },
    save() {
      stack.push({ ...state });
      doc.save();
    },
    restore() {
      const saved = stack.pop();
      if (saved === undefined) return;
      state = saved;
      doc.restore();
    },
    setTransform(...matrix) {
      state.matrix = multiply(base, matrix);
    },
    resetTransform() {
      state.matrix = base;
    },
    transform(...matrix) {
      state.matrix = multiply(state.matrix, matrix);
    },
    translate(x, y) {
      state.matrix = multiply(state.matrix, [1, 0, 0, 1, x, y]);
    },
    rotate(angle) {
      state.matrix = multiply(state.matrix, [
        Math.cos(angle),
        Math.sin(angle),
        -Math.sin(angle),
        Math.cos(angle),
        0,
        0,
      ]);
    },
    scale(x, y) {
      state.matrix = multiply(state.matrix, [x, 0, 0, y, 0, 0]);
    },
    beginPath() {
      path = createPath();
    },
    closePath() {
      path.close();
    },
    moveTo(x, y) {
      path.moveTo(state.matrix, x, y);
    },
    lineTo(x, y) {
      path.lineTo(state.matrix, x, y);
    },
    bezierCurveTo(x1, y1, x2, y2, x, y) {
      path.curveTo(state.matrix, x1, y1, x2, y2, x, y);
    },
    quadraticCurveTo(cx, cy, x, y) {
      addQuadratic(path, state.matrix, cx, cy, x, y);
    },
    arc(x, y, radius, start, end, counterclockwise = false) {
      path.ellipse(state.matrix, {
        x,
        y,
        radiusX: radius,
        radiusY: radius,
        rotation: 0,
        start,
        end,
        counterclockwise,
      });
    },
    ellipse(x, y, radiusX, radiusY, rotation, start, end, counterclockwise = false) {
      path.ellipse(state.matrix, { x, y, radiusX, radiusY, rotation, start, end, counterclockwise });
    },
    rect(x, y, width, height) {
      addRect(path, state.matrix, x, y, width, height);
    },
    fill(rule) {
      fillPath(path, rule);
    },
    stroke() {
      strokePath(path);
    },
    clip(rule) {
      if (path.commands.length === 0) return;
      emit(path.commands);
      doc.clip(rule === 'evenodd' ? 'even-odd' : 'non-zero');
    },
    fillRect(x, y, width, height) {
      fillPath(rectPath(x, y, width, height));
    },
    strokeRect(x, y, width, height) {
      strokePath(rectPath(x, y, width, height));
    },
    clearRect() {
      // Paper is clear already, and white paint over the page would hide what stands there.
    },
    fillText(text, x, y) {
      const colour = parseColour(asText(state.fillStyle), state.globalAlpha);
      if (colour === null || text === '' || !Number.isFinite(x) || !Number.isFinite(y)) return;
      const size = useFont();
      const left = x - alignShift(state.textAlign) * doc.widthOfString(text);
      drawText(doc, text, state.matrix, left, y + baselineShift(state.textBaseline) * size, colour);
    },
    measureText(text) {
      const size = useFont();
      return {
        width: doc.widthOfString(text),
        actualBoundingBoxAscent: VERTICAL.ascent * size,
        actualBoundingBoxDescent: -VERTICAL.descent * size,
      };
    },
    setLineDash(segments) {
      const even = segments.length % 2 === 1 ? [...segments, ...segments] : [...segments];
      state.dash = even.every((length) => length > 0) ? even : [];
    },
    getLineDash: () => [...state.dash],
    drawImage: () => refuse('drawImage'),
    createLinearGradient: () => refuse('createLinearGradient'),
    createRadialGradient: () => refuse('createRadialGradient'),
    createPattern: () => refuse('createPattern'),
  };

  const adapter = exposeState(context, () => state);
  return adapter.canvas;
}

function initialState(matrix: Matrix): State {
  return {
    matrix,
    fillStyle: '#000000',
    strokeStyle: '#000000',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    miterLimit: 10,
    lineDashOffset: 0,
    dash: [],
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    globalAlpha: 1,
  };
}

const EXPOSED = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'lineDashOffset',
  'font',
  'textAlign',
  'textBaseline',
  'globalAlpha',
] as const;

/** Makes the drawing state readable and writable as properties, as canvas has it. */
function exposeState(context: object, current: () => State): CanvasAdapter {
  for (const key of EXPOSED) {
    Object.defineProperty(context, key, {
      enumerable: true,
      get: () => current()[key],
      set: (value: never) => {
        // Canvas ignores undefined, and Chart.js relies on it.
        if (value !== undefined) current()[key] = value;
      },
    });
  }
  return context as CanvasAdapter;
}

function refuse(what: string): never {
  throw new Error(`${what} is not for charts on paper: only lines, shapes and text are drawn`);
}

function asText(style: unknown): string {
  if (typeof style !== 'string')
    throw new Error('Only plain colours are drawn on paper, no gradients or patterns');
  return style;
}

/** Size in points and weight of a canvas font such as `600 10px "Source Sans 3"`. */
export function parseFont(font: string): { size: number; weight: Weight } {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 10);
  return { size, weight: /\b(bold|[6-9]00)\b/.test(font) ? 'semibold' : 'regular' };
}

function alignShift(align: string): number {
  return align === 'center' ? 0.5 : align === 'right' || align === 'end' ? 1 : 0;
}

/** How far below the given y the baseline lies, as a share of the size; the middle is that of the capitals. */
function baselineShift(baseline: string): number {
  if (baseline === 'middle') return VERTICAL.cap / 2;
  if (baseline === 'top' || baseline === 'hanging')
    return baseline === 'top' ? VERTICAL.ascent : VERTICAL.cap;
  return baseline === 'bottom' || baseline === 'ideographic' ? VERTICAL.descent : 0;
}

function drawText(doc: Paper, text: string, matrix: Matrix, x: number, y: number, colour: string): void {
  const [a, b, c, d] = matrix;
  const options = { lineBreak: false, baseline: 'alphabetic' } as const;
  doc.fillColor(colour);
  if (a === 1 && b === 0 && c === 0 && d === 1) {
    const [left, base] = applyMatrix(matrix, x, y);
    doc.text(text, left, base, options);
    return;
  }
  doc.save();
  doc.transform(...matrix);
  doc.text(text, x, y, options);
  doc.restore();
}

function addRect(
  path: CanvasPath,
  matrix: Matrix,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (![x, y, width, height].every(Number.isFinite)) return;
  path.moveTo(matrix, x, y);
  path.lineTo(matrix, x + width, y);
  path.lineTo(matrix, x + width, y + height);
  path.lineTo(matrix, x, y + height);
  path.close();
}

/** A quadratic curve as the cubic one of the same shape; it starts where the path is. */
function addQuadratic(path: CanvasPath, matrix: Matrix, cx: number, cy: number, x: number, y: number): void {
  const last = path.commands.findLast((command) => command.op !== 'close');
  const from = last?.at.slice(-2) as [number, number] | undefined;
  if (from === undefined) path.moveTo(matrix, cx, cy);
  const start = from ?? applyMatrix(matrix, cx, cy);
  const control = applyMatrix(matrix, cx, cy);
  const end = applyMatrix(matrix, x, y);
  const towards = (a: readonly number[], index: 0 | 1): number =>
    (a[index] ?? 0) + (2 / 3) * (control[index] - (a[index] ?? 0));
  path.curveTo(
    [1, 0, 0, 1, 0, 0],
    towards(start, 0),
    towards(start, 1),
    towards(end, 0),
    towards(end, 1),
    end[0],
    end[1],
  );
}
