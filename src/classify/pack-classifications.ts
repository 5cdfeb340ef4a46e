import type {
  Classification,
  Evidence,
  Label,
  LabelStatus,
  ReviewReason,
  SuppressedLabel,
} from '../incident/classification.ts';
import type { PupilKey, PupilRole } from '../incident/incident.ts';
import type { RecordWords } from './record-words.ts';

/**
 * Classifications as numbers and a list of the few strings that come back in them. Made of objects they would take
 * longer to cross between threads than to find.
 */
export interface PackedClassifications {
  readonly numbers: Int32Array;
  readonly strings: readonly string[];
}

const FIELDS = ['category', 'narrative', 'action'] as const;

function fieldText(record: RecordWords, field: Evidence['field']): string {
  return field === 'category' ? record.categoryText : record[field];
}

/** Stands for words that are shown as they are in the record: only masked ones are carried along. */
const AS_WRITTEN = -1;
const NO_CODE = -1;

/** Packs classifications, in order, with the records that they are of. */
export function packClassifications(
  records: readonly RecordWords[],
  classifications: readonly Classification[],
): PackedClassifications {
  const numbers: number[] = [];
  const strings: string[] = [];
  const known = new Map<string, number>();
  const intern = (text: string): number => {
    let place = known.get(text);
    if (place === undefined) {
      place = strings.push(text) - 1;
      known.set(text, place);
    }
    return place;
  };
  const packEvidence = (record: RecordWords, evidence: readonly Evidence[]): void => {
    numbers.push(evidence.length);
    for (const { field, start, end, text, rule } of evidence) {
      const asWritten = text === fieldText(record, field).slice(start, end);
      numbers.push(FIELDS.indexOf(field), start, end, asWritten ? AS_WRITTEN : intern(text), intern(rule));
    }
  };
  classifications.forEach(({ labels, suppressed, review, roles }, index) => {
    const record = records[index] as RecordWords;
    numbers.push(labels.length);
    for (const { code, status, strength, evidence } of labels) {
      numbers.push(intern(code), intern(status), strength);
      packEvidence(record, evidence);
    }
    numbers.push(suppressed.length);
    for (const { code, reason, evidence } of suppressed) {
      numbers.push(intern(code), intern(reason));
      packEvidence(record, evidence);
    }
    numbers.push(review.length);
    for (const { reason, code, priority, field, start, end, like, missing } of review) {
      numbers.push(intern(reason), code === null ? NO_CODE : intern(code), priority);
      numbers.push(
        FIELDS.indexOf(field),
        start,
        end,
        like === undefined ? NO_CODE : intern(like),
        missing ?? 0,
      );
    }
    numbers.push(roles.size);
    record.involvements.forEach(({ pupil }, place) => {
      const role = roles.get(pupil);
      if (role !== undefined) numbers.push(place, intern(role));
    });
  });
  return { numbers: Int32Array.from(numbers), strings };
}

/** Unpacks classifications onto the same records; these may know their pupils by other keys. */
export function unpackClassifications(
  records: readonly RecordWords[],
  { numbers, strings }: PackedClassifications,
): Classification[] {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const nextString = (): string => strings[next()] ?? '';
  const nextField = (): Evidence['field'] => FIELDS[next()] ?? 'narrative';
  const list = <T>(read: () => T): T[] => {
    const items: T[] = [];
    for (let left = next(); left > 0; left--) items.push(read());
    return items;
  };
  return records.map((record) => {
    const readEvidence = (): Evidence => {
      const field = nextField();
      const start = next();
      const end = next();
      const shown = next();
      const text = shown === AS_WRITTEN ? fieldText(record, field).slice(start, end) : (strings[shown] ?? '');
      return { field, start, end, text, rule: nextString() };
    };
    const labels = list((): Label => {
      const code = nextString();
      const status = nextString() as LabelStatus;
      return { code, status, strength: next() as Label['strength'], evidence: list(readEvidence) };
    });
    const suppressed = list((): SuppressedLabel => {
      const code = nextString();
      return { code, reason: nextString(), evidence: list(readEvidence) };
    });
    const review = list((): ReviewReason => {
      const reason = nextString();
      const code = next();
      const priority = next();
      const field = nextField();
      const [start, end, like, missing] = [next(), next(), next(), next()];
      const asked = {
        reason,
        code: code === NO_CODE ? null : (strings[code] ?? ''),
        priority,
        field,
        start,
        end,
      };
      return {
        ...asked,
        ...(like === NO_CODE ? {} : { like: strings[like] ?? '' }),
        ...(missing === 0 ? {} : { missing }),
      };
    });
    const roles = new Map<PupilKey, PupilRole>();
    for (let left = next(); left > 0; left--) {
      const pupil = record.involvements[next()]?.pupil ?? '';
      roles.set(pupil, nextString() as PupilRole);
    }
    return { labels, suppressed, review, roles };
  });
}
