/**
 * Stands in for what danfojs brings along to read and write files, fetch addresses, draw in a browser and print to a
 * terminal (xlsx, papaparse, request, node-fetch, stream-json, plotly and table), and for the cipher that pdfkit brings
 * along to lock a file. This program reads files itself, never touches the network and locks nothing, so none of it is
 * built in. Should anything ever call one of them, it says so plainly instead of failing as 'undefined is not a
 * function'.
 */
function leftOut() {
  throw new Error(
    'reading, fetching and printing through danfojs, and locking a PDF, are left out of this program',
  );
}
leftOut.get = leftOut;
leftOut.parse = leftOut;
// biome-ignore lint/style/noDefaultExport: request, node-fetch and papaparse are asked for by their default.
export default leftOut;

// xlsx
export const read = leftOut;
export const readFile = leftOut;
export const writeFile = leftOut;
export const utils = {
  sheet_to_json: leftOut,
  aoa_to_sheet: leftOut,
  book_new: leftOut,
  book_append_sheet: leftOut,
};
// stream-json
export const parser = leftOut;
export const streamArray = leftOut;
// table
export const table = leftOut;
// @noble/ciphers
export const cbc = leftOut;
export const ecb = leftOut;
