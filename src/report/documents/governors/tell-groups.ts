import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorGroupRow } from '../../../privacy/governor-edition.ts';
import { capitalise, formatCount, formatRatio, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { ANY_SEN } from './governor-context.ts';

/** How running text calls the pupils of a group. */
export function callGroup({
  characteristic,
  group,
}: Pick<GovernorGroupRow, 'characteristic' | 'group'>): string {
  if (characteristic === 'Sex' && /^(Girls|Boys)$/.test(group)) return uncapitalise(group);
  if (characteristic === 'Year group' || characteristic === 'Sex') return `${group} pupils`;
  if (group === ANY_SEN) return 'pupils with SEN support or an EHC plan';
  if (characteristic === 'SEN')
    return group === 'No SEN'
      ? 'pupils without SEN'
      : `pupils with ${/^SEN/.test(group) ? group : `an ${group}`}`;
  if (characteristic === 'ALN')
    return group === 'No ALN'
      ? 'pupils without ALN'
      : `pupils with ${group.startsWith('ALN') ? group.replace(', ', ' and ') : `an ${group}`}`;
  if (characteristic === 'Pupil premium')
    return group === 'Yes' ? 'pupils with pupil premium' : 'pupils without pupil premium';
  if (characteristic === 'Looked after')
    return group === 'Yes' ? 'looked-after pupils' : 'pupils who are not looked after';
  if (/additional language/.test(characteristic)) {
    return group === 'Yes'
      ? 'pupils with English as an additional language'
      : 'pupils with English as a first language';
  }
  return `pupils recorded as ${group}`;
}

/** Groups that are only the rest of another: their numbers stand in the annex, and nothing is said of them. */
const COMPLEMENTS: readonly string[] = ['No', 'No SEN', 'No ALN', 'Not recorded'];

/** Whether a group is only the rest of another, such as pupils without SEN. */
export function isComplement({ group }: Pick<GovernorGroupRow, 'group'>): boolean {
  return COMPLEMENTS.includes(group);
}

type Side = 'above' | 'below' | null;

/** Which side of 1 the whole interval of a group's ratio lies on; null when it covers 1 or there is none. */
function sideOf({ ratio_interval }: GovernorGroupRow): Side {
  if (ratio_interval === null) return null;
  const [low, high] = ratio_interval;
  return low > 1 ? 'above' : high !== null && high < 1 ? 'below' : null;
}

/** Clearly different: the test over all groups says so, and so does the interval that is drawn. */
export function isClearGroup(row: GovernorGroupRow): boolean {
  return row.stands_out && sideOf(row) !== null;
}

const ratioOf = ({ ratio }: GovernorGroupRow): number => ratio ?? 1;

/** Groups of one side, the furthest from other pupils first. */
function listGroups(
  rows: readonly GovernorGroupRow[],
  side: 'above' | 'below',
  clear: boolean,
): GovernorGroupRow[] {
  return rows
    .filter((row) => !isComplement(row) && sideOf(row) === side && isClearGroup(row) === clear)
    .sort((a, b) => (side === 'above' ? ratioOf(b) - ratioOf(a) : ratioOf(a) - ratioOf(b)));
}

/** Of the groups that stand out above all others, the one whose interval starts highest. Null when there is none. */
export function pickUnequalGroup(rows: readonly GovernorGroupRow[]): GovernorGroupRow | null {
  const low = ({ ratio_interval }: GovernorGroupRow): number => ratio_interval?.[0] ?? 0;
  return listGroups(rows, 'above', true).sort((a, b) => low(b) - low(a))[0] ?? null;
}

/** Names of up to this many groups; more are counted. */
const MOST_NAMED = 4;

function nameGroups(rows: readonly GovernorGroupRow[]): string {
  return rows.length > MOST_NAMED ? `${formatCount(rows.length)} groups` : joinWords(rows.map(callGroup));
}

/** What the figure of groups shows, as a sentence without its stop. */
export function titleGroups(rows: readonly GovernorGroupRow[]): string {
  const [above, maybe, below] = [
    listGroups(rows, 'above', true),
    listGroups(rows, 'above', false),
    listGroups(rows, 'below', true),
  ];
  const [first] = above;
  if (first !== undefined && above.length === 1)
    return `${capitalise(callGroup(first))} were in incidents ${formatRatio(ratioOf(first))} times as often as other pupils`;
  if (above.length > 1)
    return `${capitalise(nameGroups(above))} were clearly in incidents more often than other pupils`;
  if (maybe.length > 0)
    return `${capitalise(nameGroups(maybe))} may have been in incidents more often than other pupils`;
  if (below.length > 0)
    return `${capitalise(nameGroups(below))} were clearly in incidents less often than other pupils`;
  return 'No group was clearly in incidents more often than other pupils';
}

/** `pupils with an EHC plan (2.5 times, between 1.3 and 4.7)`. */
function tellBriefly(row: GovernorGroupRow): string {
  return `${callGroup(row)} (${formatRatio(ratioOf(row))} times, ${tellInterval(row)})`;
}

function tellInterval({ ratio_interval }: GovernorGroupRow): string {
  const [low, high] = ratio_interval ?? [0, null];
  return high === null
    ? `at least ${formatRatio(low)}`
    : `between ${formatRatio(low)} and ${formatRatio(high)}`;
}

/** What may be said of the groups: who is clearly above, who perhaps, who clearly below. */
export function tellGroups(rows: readonly GovernorGroupRow[]): string {
  if (!rows.some(({ ratio }) => ratio !== null))
    return 'Groups are not compared: too few pupils are on roll or in incidents, or it would tell a hidden number.';
  const [above, maybe, below] = [
    listGroups(rows, 'above', true),
    listGroups(rows, 'above', false),
    listGroups(rows, 'below', true).filter((row) => !isToldByOther(row, rows)),
  ];
  const brief = (groups: readonly GovernorGroupRow[]): string => joinWords(groups.map(tellBriefly));
  return [
    above.length === 0
      ? 'No group of pupils was clearly involved more often than other pupils.'
      : `${capitalise(joinWords(above.map(tellTimes)))}.`,
    maybe.length === 0 ? '' : `Perhaps more often, but not beyond doubt: ${brief(maybe)}.`,
    below.length === 0 ? '' : `Clearly less often: ${brief(below)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Girls need no word of their own where boys, who are all the others, are told of. */
function isToldByOther(row: GovernorGroupRow, rows: readonly GovernorGroupRow[]): boolean {
  const same = rows.filter(({ characteristic }) => characteristic === row.characteristic);
  return (
    same.length === 2 && same.some((other) => other !== row && !isComplement(other) && isClearGroup(other))
  );
}

function tellTimes(row: GovernorGroupRow): string {
  return `${callGroup(row)} were in incidents ${formatRatio(ratioOf(row))} times as often as other pupils (${tellInterval(row)} times)`;
}

/** One group against all other pupils, with its interval. */
export function tellGroup(row: GovernorGroupRow): string {
  const { ratio, ratio_interval, pupils, on_roll } = row;
  if (ratio === null || ratio_interval === null || !isShown(pupils) || !isShown(on_roll)) {
    return `${capitalise(callGroup(row))}: too few to compare.`;
  }
  return `${capitalise(tellTimes(row))}. This does not say why.`;
}
