/**
 * What a chart is drawn on: the few drawing calls of a PDFKit document that the canvas adapter makes, so that the same
 * adapter can draw on something else. Lengths in points, y downwards, colours `#rrggbb`.
 */
export interface Paper {
  save(): unknown;
  restore(): unknown;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): unknown;
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): unknown;
  closePath(): unknown;
  /** Makes the path drawn so far the edge of what is drawn until `restore`. */
  clip(rule: 'even-odd' | 'non-zero'): unknown;
  fill(rule: 'even-odd' | 'non-zero'): unknown;
  stroke(): unknown;
  fillColor(colour: string): unknown;
  strokeColor(colour: string): unknown;
  lineWidth(width: number): unknown;
  lineCap(style: string): unknown;
  lineJoin(style: string): unknown;
  miterLimit(limit: number): unknown;
  /** PDFKit's types know one length; a list of them is what a pattern needs. */
  dash(lengths: number, options: { readonly phase: number }): unknown;
  /** One of the names of `FACES`. */
  font(face: string): unknown;
  fontSize(size: number): unknown;
  widthOfString(text: string): number;
  text(
    text: string,
    x: number,
    baseline: number,
    options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
  ): unknown;
}
