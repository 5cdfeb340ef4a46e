import { PALETTE } from '../charts/palette.ts';

/** Sizes of the large-print page against the usual one: 22 pixels are 16.5 points. */
const [USUAL, LARGE] = ['100%', '137.5%'];

/**
 * The page's one style sheet. Sizes in rem, so that a reader's own text size and zoom are obeyed; the column is as wide
 * as a line can be read; tables that are wider scroll by themselves. On paper the numbers of each figure are opened.
 */
export function pageStyle(isLarge: boolean): string {
  return `
:root { font-size: ${isLarge ? LARGE : USUAL}; }
body { margin: 0; color: ${PALETTE.ink}; background: ${PALETTE.white}; line-height: 1.5;
  font-family: "Source Sans 3", "Source Sans Pro", Arial, "Liberation Sans", sans-serif; }
header, nav, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1.5rem 0 0.25rem; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; color: ${PALETTE.blue}; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.25rem; }
a { color: ${PALETTE.blue}; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid ${PALETTE.concern}; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: ${PALETTE.white}; }
.skip:focus { left: 0; top: 0; z-index: 1; }
.muted { color: ${PALETTE.muted}; }
.handling { font-weight: 600; border: 2px solid ${PALETTE.concern}; padding: 0.5rem 0.75rem; }
nav ul { list-style: none; padding: 0; }
nav li { margin: 0.35rem 0; }
li { margin: 0.35rem 0; }
.wide { overflow-x: auto; margin: 1.5rem 0 0.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid ${PALETTE.rule}; text-align: left; vertical-align: top;
  font-variant-numeric: tabular-nums; }
thead th { background: ${PALETTE.band}; font-weight: 600; }
tbody th { font-weight: 400; }
.number { text-align: right; }
.total > * { background: ${PALETTE.band}; font-weight: 600; }
figure { margin: 2rem 0; }
.title { font-weight: 600; margin: 0 0 0.15rem; }
.subtitle, .source, .note { color: ${PALETTE.muted}; font-size: 0.9rem; margin: 0 0 0.5rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font-family: "Source Sans 3", "Source Sans Pro", Arial, "Liberation Sans", sans-serif; white-space: pre; }
summary { cursor: pointer; color: ${PALETTE.blue}; padding: 0.25rem 0; }
footer { border-top: 1px solid ${PALETTE.rule}; margin-top: 3rem; padding-bottom: 2rem; color: ${PALETTE.muted}; }
@media print {
  @page { size: A4; margin: 18mm; }
  :root { font-size: ${isLarge ? '16pt' : '11pt'}; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  h1, h2, h3, caption, .title { break-after: avoid; }
  figure > svg, tr, figcaption { break-inside: avoid; }
  thead { display: table-header-group; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
}
`;
}
