import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermwiseError } from '../../../src/errors.ts';
import { loadFont } from '../../../src/report/charts/font-files.ts';
import { makePrintable, printableText } from '../../../src/report/pdf/printable-text.ts';
import { demoReport } from '../helpers/demo-report.ts';

describe('printableText', () => {
  it.each([
    ['Zofia Wiśniewska, Siôn Ŵyn-Prŷs, Łukasz, Ştefan', 'Zofia Wiśniewska, Siôn Ŵyn-Prŷs, Łukasz, Ştefan'],
    ['tab\tand\nline', 'tab and line'],
    ['hidden\u0000\u200b\u202e letters\u00ad', 'hidden letters'],
    ['e\u0301te\u0301', 'été'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'Full width'],
    ['well done 👍🏽👍🏽', 'well done [symbol]'],
    ['flag 🇬🇧 and tick ✓', 'flag [symbol] and tick ✓'],
    ['a\u20e3\u0489b', 'ab'],
  ])('%j becomes %j', (given, expected) => {
    expect(printableText(given)).toBe(expected.normalize('NFC'));
  });

  it('throws a plain error that quotes the text for a letter without a base the font has', () => {
    expect(() => printableText('名前 in a comment')).toThrow(TermwiseError);
    expect(() => printableText(`${'x'.repeat(80)}名`)).toThrow(/U\+540D.*x{60}…/);
  });

  it('gives text that is printable to the last letter, and once only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        let printable: string;
        try {
          printable = printableText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TermwiseError);
          return;
        }
        for (const character of printable) {
          expect(loadFont('regular').hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).toBe(true);
        }
        expect(printableText(printable)).toBe(printable);
      }),
      { numRuns: 300 },
    );
  });
});

describe('makePrintable', () => {
  it('reaches every text of a report and leaves the rest as it was', () => {
    const report = demoReport();
    expect(makePrintable(report)).toEqual(report);
    const changed = makePrintable({ ...report, subtitle: 'a\u0007b', sections: report.sections.slice(0, 1) });
    expect(changed.subtitle).toBe('ab');
  });
});
