import type { Classification, Evidence } from '../incident/classification.ts';
import type { PupilKey, PupilRole } from '../incident/incident.ts';
import type { RecordWords } from './record-words.ts';

/** A name in a text and the one in its place. */
export interface Swap {
  readonly start: number;
  readonly end: number;
  readonly blindStart: number;
  readonly blindEnd: number;
}

/** The names in each field, in their order. */
export type Swaps = Readonly<Record<Evidence['field'], readonly Swap[]>>;

/** Where a place in a blind text is in the text as it was written. */
function moveBack(at: number, swaps: readonly Swap[], isEnd: boolean): number {
  let shift = 0;
  for (const { start, end, blindStart, blindEnd } of swaps) {
    if (at <= blindStart) break;
    if (at < blindEnd) return isEnd ? end : start;
    shift = end - blindEnd;
  }
  return at + shift;
}

/** The shown words of evidence with the pupils' own names in them; what is masked stays so. */
function showNames(shown: string, from: number, text: string, swaps: readonly Swap[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, blindStart, blindEnd } of swaps) {
    if (blindStart < from || blindEnd > from + shown.length) continue;
    out += shown.slice(at, blindStart - from) + text.slice(start, end);
    at = blindEnd - from;
  }
  return out + shown.slice(at);
}

const FIELDS = ['narrative', 'action'] as const;

function restoreEvidence(evidence: Evidence, record: RecordWords, swaps: Swaps): Evidence {
  const { field, start, end, text } = evidence;
  const own = swaps[field];
  if (field === 'category' || own.length === 0) return evidence;
  const [from, to] = [moveBack(start, own, false), moveBack(end, own, true)];
  const shown = showNames(text, start, record[field], own);
  const written = record[field].slice(from, to);
  // The same words out of the text as it was written: those out of the other text would keep all of it in memory.
  return { ...evidence, start: from, end: to, text: shown === written ? written : shown };
}

/**
 * Puts what a record was found to be, with other names in it, onto the record as it was written: places, shown words and
 * the keys of its pupils, of which `found` knows only the places in the list of the record.
 */
export function restoreClassification(
  found: Classification,
  record: RecordWords,
  swaps: Swaps,
): Classification {
  const isSame = FIELDS.every((field) => swaps[field].length === 0);
  if (isSame && found.roles.size === 0) return found;
  const roles = new Map<PupilKey, PupilRole>();
  for (const [place, role] of found.roles) {
    const pupil = record.involvements[Number(place)]?.pupil;
    if (pupil !== undefined) roles.set(pupil, role);
  }
  if (isSame) return { ...found, roles };
  const put = <T extends { readonly evidence: readonly Evidence[] }>(label: T): T => ({
    ...label,
    evidence: label.evidence.map((one) => restoreEvidence(one, record, swaps)),
  });
  return {
    labels: found.labels.map(put),
    suppressed: found.suppressed.map(put),
    review: found.review.map((reason) => ({
      ...reason,
      start: moveBack(reason.start, swaps[reason.field], false),
      end: moveBack(reason.end, swaps[reason.field], true),
    })),
    roles,
  };
}
