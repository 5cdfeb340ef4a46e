import type { MarkedFinding } from '../../detect/mark-findings.ts';
import { type CsvCell, writeCsv } from '../../import/write-csv.ts';
import type { Finding } from '../../incident/finding.ts';

const HEADER = [
  'kind',
  'subject',
  'category',
  'direction',
  'from',
  'to',
  'tier',
  'status',
  'observed',
  'expected',
  'ratio',
  'low',
  'high',
  'p',
  'q',
  'sentence',
  'evidence',
];

/** One question that was asked, and what there was to answer it with. */
export interface LookedFor {
  /** The detector. */
  readonly about: string;
  readonly said: string;
}

function* listRows(
  findings: readonly Finding[],
  over: readonly Finding[],
  lookedFor: readonly LookedFor[],
): Iterable<readonly CsvCell[]> {
  for (const one of findings) yield rowOf(one, (one as Partial<MarkedFinding>).status ?? null);
  for (const one of over) yield rowOf(one, 'over');
  for (const { about, said } of lookedFor)
    yield HEADER.map((name) => ({ kind: 'looked_for', subject: about, sentence: said })[name] ?? null);
}

function rowOf(one: Finding, status: string | null): readonly CsvCell[] {
  const { kind, subject, category, direction, from, to, tier, observed, expected, ratio, p, q } = one;
  const numbers = [observed, expected, ratio, one.interval?.[0], one.interval?.[1], p, q].map(show);
  const what = [kind, subject, category, direction, from, to, tier, status].map((cell) => cell ?? null);
  return [...what, ...numbers, one.sentence, one.evidence?.join(' ') ?? null];
}

function show(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/**
 * One row a finding, for a spreadsheet. `status` is empty unless the findings are held against an earlier analysis;
 * what is over then has a row too. Last come rows of the kind `looked_for`, which are no findings: what each detector
 * looked at and had too little of. Of an earlier analysis no more is taken for granted than kind, subject and sentence.
 */
export function analysisCsv(
  findings: readonly Finding[],
  over: readonly Finding[] = [],
  lookedFor: readonly LookedFor[] = [],
): string {
  return writeCsv(HEADER, listRows(findings, over, lookedFor), { bom: true });
}
