import fc from 'fast-check';
import { expect, it } from 'vitest';
import { doubleEscapedQuotes } from '../../src/import/double-escaped-quotes.ts';
import { importText } from './import-text.ts';

const HEADER = 'Student,Date,Category,Incident,Location\n';

const read = async (...rows: readonly string[]) => {
  const imported = await importText(HEADER + rows.join('\n'));
  return {
    rejected: imported.rejected,
    texts: imported.incidents.map(({ narrative }) => narrative),
    places: imported.incidents.map(({ location }) => location),
    isSaid: imported.audit.warnings.some((warning) => warning.includes('backslash')),
  };
};

it('reads quotes of the text with a backslash before them, commas behind them too', async () => {
  const { rejected, texts, places, isSaid } = await read(
    String.raw`"Abel, Kim",12/01/2026,Fighting,"Kim said \"go, away\", and left",Hall`,
    String.raw`"Bray, Lee",13/01/2026,Fighting,"Lee said \"no\"","Field"`,
    String.raw`"Cole, Ann",14/01/2026,Fighting,"Ann wrote ""x"" and \"y\"",""`,
  );
  expect(rejected).toEqual([]);
  expect(texts).toEqual(['Kim said "go, away", and left', 'Lee said "no"', 'Ann wrote "x" and "y"']);
  expect(places).toEqual(['Hall', 'Field', null]);
  expect(isSaid).toBe(true);
});

it('keeps a backslash that itself has one before it', async () => {
  const { rejected, texts } = await read(
    String.raw`"Abel, Kim",12/01/2026,Fighting,"Saved in N:\\photos\\",Hall`,
    String.raw`"Bray, Lee",13/01/2026,Fighting,"Lee said \"no\" again",Field`,
  );
  expect(rejected).toEqual([]);
  expect(texts).toEqual([String.raw`Saved in N:\\photos\\`, 'Lee said "no" again']);
});

it.each([
  ['a path at the end of a cell', [String.raw`"Saved in N:\photos\"`, `${String.raw`Saved in N:\photos`}\\`]],
  ['a doubled quote behind a backslash', [String.raw`"Wrote \""x\"" there"`, String.raw`Wrote \"x\" there`]],
  ['a cell without quotes', [String.raw`Said \"no\" to Lee`, String.raw`Said \"no\" to Lee`]],
  ['quotes that are not closed where a cell ends', ['"Said "no" again"', 'Said "no" again']],
])('leaves %s as it is', async (_, [cell, text]) => {
  const { rejected, texts, places, isSaid } = await read(
    `"Abel, Kim",12/01/2026,Fighting,${cell},Hall`,
    '"Bray, Lee",13/01/2026,Fighting,"Refused, again",Field',
  );
  expect(rejected).toEqual([]);
  expect(texts).toEqual([text, 'Refused, again']);
  expect(places).toEqual(['Hall', 'Field']);
  expect(isSaid).toBe(false);
});

it('doubles the same quotes wherever a piece of the file ends', () => {
  const text = `${String.raw`a,"b \"c\" \\","d"`}\n${String.raw`\"e\","\"",`}"f""g"\n`;
  const doubled = `${String.raw`a,"b ""c"" \\","d"`}\n${String.raw`\"e\","""",`}"f""g"\n`;
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length })), (cuts) => {
      const bytes = Buffer.from(text);
      const double = doubleEscapedQuotes();
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, index) => double(bytes.subarray(places[index], end)));
      expect(Buffer.concat([...pieces, double(null)]).toString()).toBe(doubled);
    }),
  );
});
