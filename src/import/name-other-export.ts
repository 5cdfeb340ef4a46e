import { headerWords, loosenHeader } from './loosen-header.ts';
import otherExports from './other-exports.yaml';

interface OtherExports {
  readonly incident_words: readonly string[];
  readonly kinds: readonly { readonly is: string; readonly telling: readonly string[] }[];
}

const { incident_words, kinds } = otherExports as OtherExports;
const INCIDENT_WORDS = new Set(incident_words);
const KINDS = kinds.map(({ is, telling }) => ({ is, telling: new Set(telling.map(loosenHeader)) }));

/** What a header that is no incident list belongs to, with the names that tell it. */
export interface OtherExport {
  /** Such as `an attendance export`. */
  readonly is: string;
  readonly telling: readonly string[];
  /** True when the names tell it so clearly that the file must not be read as incidents. */
  readonly isCertain: boolean;
}

/** Whether a column bears a word that only lists of incidents have. */
export function namesIncidents(headers: readonly string[]): boolean {
  return headers.some((header) => headerWords(header).some((word) => INCIDENT_WORDS.has(word)));
}

/**
 * Names the kind of export that a header belongs to when it is not a list of incidents (attendance, assessment,
 * contacts …). A file of marks has dates, pupils and comments too, and would otherwise be read as incidents.
 */
export function nameOtherExport(headers: readonly string[]): OtherExport | null {
  const isIncident = namesIncidents(headers);
  let best: OtherExport | null = null;
  for (const kind of KINDS) {
    const telling = headers.filter((header) => kind.telling.has(loosenHeader(header)));
    if (telling.length === 0 || telling.length <= (best?.telling.length ?? 0)) continue;
    best = { is: kind.is, telling, isCertain: telling.length > 1 && !isIncident };
  }
  return best;
}
