import { expect } from 'vitest';
import type { PageTexts } from './read-texts.ts';

/** Side margins and the least distance to the foot, in points, as the page design has them. */
const [SIDE, FOOT, TOP] = [54, 20, 40];

/** Nothing runs off a page, into its margins or over the footer, and every letter can be read back. */
export function checkRoom(pages: readonly PageTexts[]): void {
  for (const { width, height, texts } of pages) {
    const footer = Math.max(
      ...texts
        .filter(({ tag }) => tag === 'Artifact')
        .map(({ y, size }) => (y < height * 0.4 ? y + size : 0)),
    );
    for (const { text, x, y, size, width: own, tag } of texts) {
      expect(text).not.toContain('\ufffd');
      expect(x, text).toBeGreaterThanOrEqual(SIDE - 0.5);
      // Text is set with kerning, which only ever tightens it.
      expect(x + own * 0.985, `${tag}: ${text}`).toBeLessThanOrEqual(width - SIDE + 1);
      expect(y + size, text).toBeLessThanOrEqual(height - TOP);
      expect(y, text).toBeGreaterThanOrEqual(FOOT);
      if (tag !== 'Artifact') expect(y, text).toBeGreaterThan(footer);
    }
  }
}

/** No page is empty or holds a title alone, and no heading is the last thing on a page. */
export function checkHeadings(pages: readonly PageTexts[]): void {
  for (const { texts } of pages) {
    const content = texts.filter(({ tag }) => tag !== 'Artifact');
    expect(content.length).toBeGreaterThan(0);
    const last = content.at(-1);
    expect(last?.tag, last?.text).not.toMatch(/^(H\d|Caption)$/);
    expect(
      content.some(({ tag }) => !/^(H\d|Caption)$/.test(tag)),
      content.map(({ text }) => text).join(' '),
    ).toBe(true);
  }
}
