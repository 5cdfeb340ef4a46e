import { brotliDecompressSync } from 'node:zlib';

/**
 * Stands in for brotli, which fontkit loads in case a font is WOFF2: Node's own does the same and needs no dictionary
 * unpacked at every start (1.3 MB of code, 80 ms).
 */
// biome-ignore lint/style/noDefaultExport: fontkit asks for the default.
export default (bytes) => brotliDecompressSync(bytes);
