import { expect, it } from 'vitest';
import { decodeText } from '../../src/policy/decode-text.ts';

const TEXT = 'school: Ysgol Llanfâr – “Tŷ”\r\n';
const wide = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16, as a Windows shell writes it', wide(TEXT)],
  ['UTF-16, the other way round', wide(TEXT).swap16()],
])('reads %s', (_, bytes) => expect(decodeText(bytes)).toBe(TEXT));

it('reads what an old editor saved in Windows-1252, and nothing of an empty file', () => {
  expect(decodeText(Buffer.from('Llanf\xe2r \x96 \x80', 'latin1'))).toBe('Llanfâr – €');
  expect(decodeText(new Uint8Array())).toBe('');
});
