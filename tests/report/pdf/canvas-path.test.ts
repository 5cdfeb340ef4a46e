import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyMatrix,
  createPath,
  type Matrix,
  multiply,
  sweepOf,
} from '../../../src/report/pdf/canvas-path.ts';

const unit: Matrix = [1, 0, 0, 1, 0, 0];
const finite = fc.double({ min: -100, max: 100, noNaN: true });

describe('sweepOf', () => {
  it.each([
    ['a quarter on', 0, Math.PI / 2, false, Math.PI / 2],
    ['a quarter back', Math.PI / 2, 0, true, -Math.PI / 2],
    ['three quarters on', Math.PI / 2, 0, false, (3 * Math.PI) / 2],
    ['a full turn', 0, 2 * Math.PI, false, 2 * Math.PI],
    ['more than a turn', 0, 7, false, 2 * Math.PI],
    ['a full turn back', 2 * Math.PI, 0, true, -2 * Math.PI],
    ['no turn', 1, 1, false, 0],
  ])('sweeps %s', (_, start, end, back, expected) => {
    expect(sweepOf(start, end, back)).toBeCloseTo(expected, 12);
  });
});

describe('multiply', () => {
  it('applies the inner matrix first', () => {
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length: 12 }, () => finite)), finite, finite, (numbers, x, y) => {
        const outer = numbers.slice(0, 6) as unknown as Matrix;
        const inner = numbers.slice(6) as unknown as Matrix;
        const [left, top] = applyMatrix(multiply(outer, inner), x, y);
        const [expectedLeft, expectedTop] = applyMatrix(outer, ...applyMatrix(inner, x, y));
        expect(left).toBeCloseTo(expectedLeft, 3);
        expect(top).toBeCloseTo(expectedTop, 3);
      }),
    );
  });
});

describe('createPath', () => {
  it('keeps every point of an arc within 0.03% of its circle', () => {
    const path = createPath();
    path.ellipse(unit, {
      x: 3,
      y: 4,
      radiusX: 10,
      radiusY: 10,
      rotation: 0,
      start: 0.3,
      end: 5.9,
      counterclockwise: false,
    });
    let from: readonly number[] = [];
    for (const command of path.commands) {
      if (command.op === 'curve') {
        const [x0 = 0, y0 = 0] = from;
        const [x1, y1, x2, y2, x3, y3] = command.at;
        for (let t = 0; t <= 1; t += 0.1) {
          const s = 1 - t;
          const x = s ** 3 * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t ** 3 * x3;
          const y = s ** 3 * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t ** 3 * y3;
          expect(Math.abs(Math.hypot(x - 3, y - 4) - 10)).toBeLessThan(0.003);
        }
      }
      if (command.op !== 'close') from = command.at.slice(-2);
    }
    expect(path.commands.filter((command) => command.op === 'curve')).toHaveLength(4);
  });

  it('joins an arc to the path before it with a line, and begins with a move', () => {
    const path = createPath();
    path.close();
    path.lineTo(unit, 0, 0);
    path.ellipse(unit, {
      x: 5,
      y: 0,
      radiusX: 1,
      radiusY: 1,
      rotation: 0,
      start: 0,
      end: 1,
      counterclockwise: false,
    });
    path.close();
    expect(path.commands.map((command) => command.op)).toEqual(['move', 'line', 'curve', 'close']);
  });

  it('begins a path of one curve at its first handle', () => {
    const path = createPath();
    path.curveTo(unit, 1, 2, 3, 4, 5, 6);
    expect(path.commands[0]).toEqual({ op: 'move', at: [1, 2] });
  });
});
