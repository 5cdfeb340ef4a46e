/** A small seeded generator (mulberry32), so that a failing mutation can be made again from its number. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TOKENS = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  "'",
  '=',
  '<b>',
  '&amp;',
  'sep=;\n',
  '31/02/2026',
  '13/25/2026',
  'é',
];

/** Flips, cuts, splices, repeats and inserts in a file's bytes: one to four changes. */
export function mutateFile(bytes: Buffer, others: readonly Buffer[], seed: number): Buffer {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * Math.max(1, limit));
  let changed = Buffer.from(bytes);
  for (let change = 0, changes = 1 + below(4); change < changes; change++) {
    const at = below(changed.length);
    const length = 1 + below(Math.min(200, changed.length - at));
    const [before, after] = [changed.subarray(0, at), changed.subarray(at)];
    const other = others[below(others.length)] ?? bytes;
    const from = below(other.length);
    switch (below(8)) {
      case 0:
        changed = Buffer.from(changed);
        if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        changed = Buffer.concat([before, changed.subarray(at + length)]);
        break;
      case 2:
        changed = Buffer.concat([before, Buffer.from(TOKENS[below(TOKENS.length)] ?? '"'), after]);
        break;
      case 3:
        changed = Buffer.concat([before, other.subarray(from, from + 1 + below(400)), after]);
        break;
      case 4:
        changed = Buffer.concat([
          before,
          changed.subarray(at, at + length),
          changed.subarray(at, at + length),
          after,
        ]);
        break;
      case 5:
        changed = Buffer.from(before);
        break;
      case 6:
        changed = Buffer.concat([before, Buffer.from([below(256), below(256)]), after]);
        break;
      default:
        changed = Buffer.concat([after, before]);
    }
  }
  return changed;
}

const NAMES = ['Ann Lee', '"Lee, Ann"', 'Bo Ray', 'Zoë Dee', 'TBC'];

/** Small exports of several kinds, to be mutated. */
export function seedFiles(): Buffer[] {
  const rows = (delimiter: string, end: string): string =>
    [
      [
        'Incident ID',
        'Student',
        'UPN',
        'DOB',
        'Date/Time of incident',
        'Categories',
        'Incident details',
        'Linked Students',
        'Last Updated',
      ].join(delimiter),
      ...Array.from({ length: 12 }, (_, index) =>
        [
          String(index % 9),
          NAMES[index % NAMES.length],
          index % 2 === 0 ? `A${index % 3}` : '',
          '01/02/2015',
          `${10 + index}/01/2026 1${index % 10}:05`,
          '"Bullying; Fighting"',
          `"He said ""no""${delimiter} then${end}left, <b>${index}</b> &amp; ran"`,
          index % 4 === 0 ? '"Ray, Bo; Fox, Cy"' : '',
          `${10 + index}/02/2026 09:00`,
        ].join(delimiter),
      ),
      'Total,12',
      '',
    ].join(end);
  const plain = rows(',', '\r\n');
  return [
    Buffer.from(plain),
    Buffer.from(`\ufeff${plain}`),
    Buffer.from(`\ufeff${rows('\t', '\r\n')}`, 'utf16le'),
    Buffer.from(rows(';', '\n'), 'latin1'),
    Buffer.from(`Report of incidents\r\n\r\n${rows('|', '\r')}`),
    Buffer.from(`sep=;\n${rows(';', '\n')}`),
  ];
}
