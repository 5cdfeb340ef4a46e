import { describe, expect, it } from 'vitest';
import { createSvgPaper } from '../../../src/report/html/svg-paper.ts';
import { createCanvas } from '../../../src/report/pdf/canvas-adapter.ts';

describe('createSvgPaper', () => {
  it('writes paths, colours, widths and dashes as they are asked for', () => {
    const paper = createSvgPaper('f');
    const context = createCanvas(paper, { x: 0, y: 0, width: 100, height: 50 }).getContext();
    context.fillStyle = '#12436D';
    context.fillRect(1, 2, 3.256, 4);
    context.strokeStyle = 'rgb(0, 0, 0)';
    context.lineWidth = 0.75;
    context.setLineDash([4, 3]);
    context.lineDashOffset = 1;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(10, 0);
    context.bezierCurveTo(1, 1, 2, 2, 3, 3);
    context.stroke();
    expect(paper.finish()).toBe(
      '<path d="M1 2L4.26 2L4.26 6L1 6Z" fill="#12436d"/>' +
        '<path d="M0 0L10 0C1 1 2 2 3 3" fill="none" stroke="#000000" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="miter" stroke-miterlimit="10" stroke-dasharray="4 3" stroke-dashoffset="1"/>',
    );
  });

  it('closes the groups of a clip and a turn where the state they belong to ends', () => {
    const paper = createSvgPaper('f');
    const context = createCanvas(paper, { x: 0, y: 0, width: 100, height: 50 }).getContext();
    context.save();
    context.beginPath();
    context.rect(0, 0, 5, 5);
    context.clip('evenodd');
    context.font = '600 10px x';
    context.rotate(Math.PI / 2);
    context.fillText('a < b', 0, 0);
    context.restore();
    context.fillText('c', 1, 2);
    const svg = paper.finish();
    expect(svg).toMatch(
      /^<clipPath id="f-clip-1"><path d="M0 0L5 0L5 5L0 5Z" clip-rule="evenodd"\/><\/clipPath><g clip-path="url\(#f-clip-1\)"><g transform="matrix\(0 1 -1 0 0 0\)"><text [^>]*font-weight="600"[^>]*>a &lt; b<\/text><\/g><\/g><text x="1" y="2" /,
    );
  });

  it('leaves nothing open where a drawing ends early', () => {
    const paper = createSvgPaper('f');
    paper.restore();
    paper.save();
    paper.transform(1, 0, 0, 1, 0, 0);
    paper.save();
    paper.clip('non-zero');
    const svg = paper.finish();
    expect(svg.split('<g ').length).toBe(svg.split('</g>').length);
  });

  it('says how wide each text was meant to be', () => {
    const paper = createSvgPaper('f');
    paper.font('b');
    paper.fontSize(10);
    paper.text('Łodź', 1, 2, { lineBreak: false, baseline: 'alphabetic' });
    expect(paper.finish()).toContain(`textLength="${Number(paper.widthOfString('Łodź').toFixed(2))}"`);
  });
});
