/**
 * A colour as canvas writes it (`#rgb`, `#rrggbb`, `rgb()`, `rgba()`, `white`, `black`, `transparent`) as a solid
 * `#rrggbb`, or null when nothing of it would be seen. Transparency is mixed with white paper, so that a print
 * needs no blending; a name we do not know throws rather than turning black in silence.
 */
export function parseColour(colour: string, alpha = 1): string | null {
  const text = colour.trim().toLowerCase();
  const named: Record<string, string> = { white: '#ffffff', black: '#000000', transparent: '#00000000' };
  const channels = readHex(named[text] ?? text) ?? readFunction(text);
  if (channels === null) throw new Error(`Not a colour that is understood: ${colour}`);
  const [red, green, blue, own] = channels;
  const opacity = own * alpha;
  if (opacity <= 0) return null;
  const mix = (value: number): string =>
    Math.round(value * opacity + 255 * (1 - opacity))
      .toString(16)
      .padStart(2, '0');
  return `#${mix(red)}${mix(green)}${mix(blue)}`;
}

function readHex(text: string): [number, number, number, number] | null {
  if (!/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(text)) return null;
  const digits = text.length <= 5 ? [...text.slice(1)].map((digit) => digit + digit).join('') : text.slice(1);
  const at = (index: number): number => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  return [at(0), at(1), at(2), digits.length === 8 ? at(3) / 255 : 1];
}

function readFunction(text: string): [number, number, number, number] | null {
  const match = /^rgba?\(([^)]*)\)$/.exec(text);
  const parts = (match?.[1] ?? '')
    .split(/[\s,/]+/)
    .filter((part) => part !== '')
    .map(Number);
  const [red, green, blue, alpha = 1] = parts;
  if (red === undefined || green === undefined || blue === undefined || parts.some(Number.isNaN)) return null;
  return [red, green, blue, alpha];
}
