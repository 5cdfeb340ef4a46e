/** `[a, b, c, d, e, f]` as canvas and PDF write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A path in the space of the paper, so that transforms between its calls cannot move what is already there. */
export type PathCommand =
  | { readonly op: 'move' | 'line'; readonly at: readonly [number, number] }
  | { readonly op: 'curve'; readonly at: readonly [number, number, number, number, number, number] }
  | { readonly op: 'close' };

export interface CanvasPath {
  readonly commands: PathCommand[];
  moveTo(matrix: Matrix, x: number, y: number): void;
  lineTo(matrix: Matrix, x: number, y: number): void;
  curveTo(matrix: Matrix, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  ellipse(matrix: Matrix, arc: EllipseArc): void;
  close(): void;
}

/** Angles in radians, clockwise on the paper unless `counterclockwise`. */
export interface EllipseArc {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotation: number;
  readonly start: number;
  readonly end: number;
  readonly counterclockwise: boolean;
}

/** The matrix that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where a point of the current space lies on the paper. */
export function applyMatrix([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/**
 * The angle an arc sweeps, by the rules of canvas: a full turn when the angles are a full turn or more apart in
 * the arc's own direction, otherwise the way round that direction goes.
 */
export function sweepOf(start: number, end: number, counterclockwise: boolean): number {
  const turn = Math.PI * 2;
  const forward = counterclockwise ? start - end : end - start;
  const angle = forward >= turn ? turn : ((forward % turn) + turn) % turn;
  return counterclockwise ? -angle : angle;
}

/**
 * A path under construction. Calls with a number that is not finite are left out, as a browser does: Chart.js
 * sends them for missing points.
 */
export function createPath(): CanvasPath {
  const commands: PathCommand[] = [];
  const finite = (...values: number[]): boolean => values.every(Number.isFinite);
  const path: CanvasPath = {
    commands,
    moveTo(matrix, x, y) {
      if (finite(x, y)) commands.push({ op: 'move', at: applyMatrix(matrix, x, y) });
    },
    lineTo(matrix, x, y) {
      if (!finite(x, y)) return;
      commands.push({ op: commands.length === 0 ? 'move' : 'line', at: applyMatrix(matrix, x, y) });
    },
    curveTo(matrix, x1, y1, x2, y2, x, y) {
      if (!finite(x1, y1, x2, y2, x, y)) return;
      if (commands.length === 0) path.moveTo(matrix, x1, y1);
      commands.push({
        op: 'curve',
        at: [...applyMatrix(matrix, x1, y1), ...applyMatrix(matrix, x2, y2), ...applyMatrix(matrix, x, y)],
      });
    },
    ellipse(matrix, arc) {
      const { x, y, radiusX, radiusY, rotation, start, end } = arc;
      if (finite(x, y, radiusX, radiusY, rotation, start, end)) addEllipse(path, matrix, arc);
    },
    close() {
      if (commands.length > 0) commands.push({ op: 'close' });
    },
  };
  return path;
}

/** An arc as Bézier curves of at most a quarter turn, each within 0.03% of the true circle. */
function addEllipse(path: CanvasPath, matrix: Matrix, arc: EllipseArc): void {
  const cos = Math.cos(arc.rotation);
  const sin = Math.sin(arc.rotation);
  const { radiusX: rx, radiusY: ry } = arc;
  const local = multiply(matrix, [rx * cos, rx * sin, -ry * sin, ry * cos, arc.x, arc.y]);
  const sweep = sweepOf(arc.start, arc.end, arc.counterclockwise);
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / pieces;
  const handle = (4 / 3) * Math.tan(step / 4);
  // Canvas joins an arc to the path before it with a straight line.
  path.lineTo(local, Math.cos(arc.start), Math.sin(arc.start));
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = arc.start + piece * step;
    const to = from + step;
    const [c0, s0, c1, s1] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
    path.curveTo(local, c0 - handle * s0, s0 + handle * c0, c1 + handle * s1, s1 - handle * c1, c1, s1);
  }
}
