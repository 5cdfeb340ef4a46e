/**
 * The colours of print and charts. Text uses only `ink`, `muted`, `blue` and `concern` (at least 4.5:1 on white
 * and on the table band); the rest are for marks, and nothing is told by colour alone.
 */
export const PALETTE = {
  ink: '#1D1D1F',
  muted: '#4B5158',
  blue: '#12436D',
  concern: '#B8480F',
  common: '#6B7278',
  orange: '#F46A25',
  teal: '#28A197',
  plum: '#801650',
  rule: '#B1B4B6',
  grid: '#DDE1E4',
  band: '#F1F3F5',
  white: '#FFFFFF',
  black: '#000000',
} as const;

/** Six steps from few to many for heat maps, each with the text colour that can be read on it. */
export const SHADES: readonly { readonly fill: string; readonly text: string }[] = [
  { fill: '#EAF1F7', text: PALETTE.ink },
  { fill: '#C3D8EA', text: PALETTE.ink },
  { fill: '#8DB8DC', text: PALETTE.ink },
  // White would be 3.6:1 here; black is 5.9:1.
  { fill: '#4B8CC4', text: PALETTE.black },
  { fill: '#20639B', text: PALETTE.white },
  { fill: '#12436D', text: PALETTE.white },
];
