import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { ExclusionCase, ExclusionKind, ListedExclusion } from '../incident/exclusion-list.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { keyOfName } from '../incident/key-of-name.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import { listActors } from '../incident/list-actors.ts';
import { findReasonCodes, findUnknownCodes, implyReason, readReasonCell } from './exclusion-reasons.ts';
import { readListedKind } from './read-listed-kind.ts';
import { readSuspensionDays } from './read-suspension-days.ts';
import { readSuspensionLength } from './read-suspension-length.ts';

/** One exclusion as a record or a list tells it: what is counted, checked and listed is this and nothing else. */
export interface OneExclusion {
  /** Incident id, or `line 4` of the second system's list. */
  readonly reference: string;
  readonly source: ExclusionCase['source'];
  readonly kind: ExclusionKind;
  readonly date: IsoDate;
  readonly pupils: readonly ExcludedPupil[];
  /** School days of a suspension; null where it is not said, and for any other kind. */
  readonly days: number | null;
  /** National reason codes, the first the main one: as given, else as the labels of the record imply. */
  readonly reasons: readonly string[];
  /** What stands in the reason cell of a list as a code and is none of the national list, such as `X49`. */
  readonly unknown_reasons: readonly string[];
}

/** Who was excluded: `key` tells pupils apart (a row's own reference where nobody can tell which), `label` is printed. */
interface ExcludedPupil {
  readonly key: string;
  readonly label: string;
}

const KINDS = [
  ['permanent', 'exclusion.permanent'],
  ['suspension', 'exclusion.suspension'],
  ['internal', 'exclusion.internal'],
] as const satisfies readonly (readonly [ExclusionKind, string])[];

/** The exclusions that the export's records name, one for each label of one, so that they are as many as the labels. */
export function readRecordedExclusions(
  labelled: readonly LabelledIncident[],
  pupils: ReadonlyMap<PupilKey, Pupil>,
  calendar: SchoolCalendar,
): OneExclusion[] {
  return labelled.flatMap((each) => {
    const { incident, codes } = each;
    if (!isBehaviourIncident(incident)) return [];
    const kinds = KINDS.filter(([, code]) => codes.has(code)).map(([kind]) => kind);
    if (kinds.length === 0) return [];
    const text = readExclusionText(each);
    const given = findReasonCodes(text);
    return kinds.map((kind) => ({
      reference: incident.id,
      source: 'export' as const,
      kind,
      date: incident.date,
      pupils: listActors(each).map((key) => ({ key, label: pupils.get(key)?.label ?? key })),
      days: kind === 'suspension' ? readSuspensionLength(text, incident.date, calendar) : null,
      reasons: kind === 'internal' ? [] : given.length > 0 ? given : implyReason(codes),
      unknown_reasons: [],
    }));
  });
}

/** The school days of a record's suspension; null where it does not say them. */
export function readRecordedLength(one: LabelledIncident, calendar: SchoolCalendar): number | null {
  return readSuspensionLength(readExclusionText(one), one.incident.date, calendar);
}

/** The words of a record that its exclusion may be told in. */
function readExclusionText({ incident }: LabelledIncident): string {
  return `${incident.categoryText}\n${incident.action}\n${incident.narrative}`;
}

/** The exclusions of a second system's list, row by row; what a row does not say its incident may. */
export function readListedExclusions(
  list: readonly ListedExclusion[],
  labelled: readonly LabelledIncident[],
  pupils: ReadonlyMap<PupilKey, Pupil>,
): OneExclusion[] {
  const byId = new Map(labelled.map((each) => [each.incident.id, each]));
  const byUpn = new Map<string, Pupil>();
  const byName = new Map<string, Pupil[]>();
  for (const pupil of pupils.values()) {
    if (pupil.upn !== null) byUpn.set(pupil.upn, pupil);
    const key = keyOfName(pupil.name);
    byName.set(key, [...(byName.get(key) ?? []), pupil]);
  }
  return list.map((row) => {
    const linked = row.incidentId === null ? undefined : byId.get(row.incidentId);
    const kind = readListedKind(row);
    const given = readReasonCell(row.reason);
    return {
      reference: `line ${row.line}`,
      source: 'second_system',
      kind,
      date: row.start,
      pupils: [findExcluded(row, byUpn, byName, linked)],
      days: kind === 'suspension' ? (row.days ?? readSuspensionDays(`${row.type}\n${row.reason}`)) : null,
      reasons: kind === 'internal' ? [] : given.length > 0 ? given : implyReason(linked?.codes ?? new Set()),
      unknown_reasons: findUnknownCodes(row.reason),
    };
  });
}

/**
 * The pupil of a row: the one with its UPN, else its name. Of several with its name it is the one that its incident
 * names; else nobody can tell, and it is taken for none of them and for no other row's: days added up for the wrong
 * child are worse than none.
 */
function findExcluded(
  { line, name, upn }: ListedExclusion,
  byUpn: ReadonlyMap<string, Pupil>,
  byName: ReadonlyMap<string, readonly Pupil[]>,
  linked: LabelledIncident | undefined,
): ExcludedPupil {
  const named = new Set(linked?.incident.involvements.map(({ pupil }) => pupil));
  const namesakes = (byName.get(keyOfName(name)) ?? []).filter(
    (pupil) => upn === null || pupil.upn === null || pupil.upn === upn,
  );
  const near = namesakes.filter(({ key }) => named.has(key));
  const [only] = [near, namesakes].find(({ length }) => length === 1) ?? [];
  const own = (upn === null ? undefined : byUpn.get(upn)) ?? only;
  if (own !== undefined) return { key: own.key, label: own.label };
  if (namesakes.length > 0) return { key: `line ${line}`, label: name };
  return { key: upn === null ? `name ${keyOfName(name)}` : `upn ${upn}`, label: name };
}
