import type { Weight } from '../charts/font-weight.ts';
import { measureText } from '../charts/measure-text.ts';
import { FACES } from '../pdf/canvas-adapter.ts';
import type { Matrix } from '../pdf/canvas-path.ts';
import type { Paper } from '../pdf/paper.ts';
import { escapeHtml } from './escape-html.ts';

/** Paper that ends up as the inside of an `svg` element. */
export interface SvgPaper extends Paper {
  /** What has been drawn, every group closed. */
  finish(): string;
}

interface State {
  fill: string;
  stroke: string;
  width: number;
  cap: string;
  join: string;
  miter: number;
  dash: string;
  /** Groups to close when this state is left. */
  groups: number;
}

/** Two decimals of a point are finer than any screen or printer, and shorter. */
function round(value: number): string {
  return String(Number(value.toFixed(2)) + 0);
}

/**
 * Paper that writes SVG. Texts carry the width that they were laid out with, so that a reader's browser, which may
 * lack the report's font, cannot make them longer than the room they have. `prefix` makes ids unique on a page.
 */
export function createSvgPaper(prefix: string): SvgPaper {
  const out: string[] = [];
  const stack: State[] = [];
  let state: State = {
    fill: '#000000',
    stroke: '#000000',
    width: 1,
    cap: 'butt',
    join: 'miter',
    miter: 10,
    dash: '',
    groups: 0,
  };
  let path = '';
  let [clips, size] = [0, 10];
  let weight: Weight = 'regular';
  const add = (command: string, ...values: number[]): void => {
    path += command + values.map(round).join(' ');
  };
  const takePath = (): string => {
    const taken = path;
    path = '';
    return taken;
  };
  const open = (tag: string): void => {
    out.push(tag);
    state.groups += 1;
  };
  const close = (groups: number): void => {
    out.push('</g>'.repeat(groups));
  };
  const ruleOf = (rule: string, name: string): string => (rule === 'even-odd' ? ` ${name}="evenodd"` : '');
  return {
    save() {
      stack.push(state);
      state = { ...state, groups: 0 };
    },
    restore() {
      const saved = stack.pop();
      if (saved === undefined) return;
      close(state.groups);
      state = saved;
    },
    transform(...matrix: Matrix) {
      open(`<g transform="matrix(${matrix.map((value) => Number(value.toFixed(5)) + 0).join(' ')})">`);
    },
    moveTo: (x, y) => add('M', x, y),
    lineTo: (x, y) => add('L', x, y),
    bezierCurveTo: (...points) => add('C', ...points),
    closePath: () => add('Z'),
    clip(rule) {
      clips += 1;
      const id = `${prefix}-clip-${clips}`;
      out.push(`<clipPath id="${id}"><path d="${takePath()}"${ruleOf(rule, 'clip-rule')}/></clipPath>`);
      open(`<g clip-path="url(#${id})">`);
    },
    fill(rule) {
      out.push(`<path d="${takePath()}" fill="${state.fill}"${ruleOf(rule, 'fill-rule')}/>`);
    },
    stroke() {
      const { stroke, width, cap, join, miter, dash } = state;
      const usual = cap === 'butt' && join === 'miter' && miter === 10;
      const ends = usual
        ? ''
        : ` stroke-linecap="${cap}" stroke-linejoin="${join}" stroke-miterlimit="${miter}"`;
      out.push(
        `<path d="${takePath()}" fill="none" stroke="${stroke}" stroke-width="${round(width)}"${ends}${dash}/>`,
      );
    },
    fillColor: (colour) => {
      state.fill = colour;
    },
    strokeColor: (colour) => {
      state.stroke = colour;
    },
    lineWidth: (width) => {
      state.width = width;
    },
    lineCap: (style) => {
      state.cap = style;
    },
    lineJoin: (style) => {
      state.join = style;
    },
    miterLimit: (limit) => {
      state.miter = limit;
    },
    dash(lengths, { phase }) {
      const pattern = (lengths as unknown as readonly number[]).map(round).join(' ');
      state.dash = ` stroke-dasharray="${pattern}"${phase === 0 ? '' : ` stroke-dashoffset="${round(phase)}"`}`;
    },
    font: (face) => {
      weight = face === FACES.semibold ? 'semibold' : 'regular';
    },
    fontSize: (points) => {
      size = points;
    },
    widthOfString: (text) => measureText(text, size, weight),
    text(text, x, baseline) {
      const bold = weight === 'semibold' ? ' font-weight="600"' : '';
      const width = round(measureText(text, size, weight));
      out.push(
        `<text x="${round(x)}" y="${round(baseline)}" font-size="${round(size)}"${bold} fill="${state.fill}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeHtml(text)}</text>`,
      );
    },
    finish() {
      while (stack.length > 0) {
        close(state.groups);
        state = stack.pop() as State;
      }
      close(state.groups);
      state.groups = 0;
      return out.join('');
    },
  };
}
