import type { CommitteeEdition } from '../../../privacy/make-committee-edition.ts';
import type { ReportBlock } from '../../report-document.ts';
import { formatRate, joinWords } from '../sentences/format-number.ts';
import type { TrustContext } from './trust-context.ts';

type Groups = CommitteeEdition['groups'];
type Pooled = NonNullable<Groups[number]['pooled']>;

/**
 * Pooled groups with the spread between schools, and which are not pooled. Of two groups that are all there is of a
 * characteristic one row says both: the ratio of the other is its inverse.
 */
export function groupBlocks(groups: Groups, { words, terms }: TrustContext): readonly ReportBlock[] {
  const unpooled = nameUnpooled(groups, words);
  const pooled = groups.flatMap(({ pooled, ...group }) => (pooled === null ? [] : { ...group, pooled }));
  if (pooled.length === 0)
    return unpooled.length === 0
      ? []
      : [{ type: 'paragraph', text: words.say_('groups_unpooled', { groups: joinWords(unpooled) }).trim() }];
  const kept = pooled.filter((group) => !isOtherHalf(group, groups));
  // One row is no table.
  const listed = kept.length < 2 ? pooled : kept;
  return [
    {
      type: 'table',
      caption: `Groups of pupils over all schools, ${terms}`,
      columns: [
        { header: 'Group', align: 'left', width: 0.5 },
        { header: 'Ratio', align: 'right', width: 0.14 },
        { header: '95% interval', align: 'right', width: 0.18 },
        { header: 'Spread', align: 'right', width: 0.18 },
      ],
      rows: listed.map(({ characteristic, group, pooled: { ratio, interval, spread } }) => ({
        cells: [
          `${words.group(characteristic)}: ${words.group(group)}`,
          formatRate(ratio),
          `${formatRate(interval[0])} to ${formatRate(interval[1])}`,
          `${formatRate(spread[0])} to ${formatRate(spread[1])}`,
        ],
      })),
      note: [
        words.say_('groups_note'),
        ...(listed.length < pooled.length ? [words.say_('groups_halves')] : []),
        ...(unpooled.length === 0
          ? []
          : [words.say_('groups_unpooled', { groups: joinWords(unpooled) }).trim()]),
      ].join(' '),
    },
  ];
}

/** How far two ratios may be from each other's inverse, as a share: what rounding makes of them. */
const ROUNDING = 0.01;

/** Whether two pooled ratios say the same of each other: not where some pupils are in neither group, or schools differ. */
function areInverse(one: Pooled, other: Pooled): boolean {
  const near = (value: number, inverse: number): boolean => Math.abs(value * inverse - 1) < ROUNDING;
  return (
    near(one.ratio, other.ratio) &&
    near(one.interval[0], other.interval[1]) &&
    near(one.interval[1], other.interval[0]) &&
    near(one.spread[0], other.spread[1]) &&
    near(one.spread[1], other.spread[0])
  );
}

/** Whether a group is one of two that say the same and the other is the one to list: not `No`, else the higher. */
function isOtherHalf(
  own: { readonly characteristic: string; readonly group: string },
  groups: Groups,
): boolean {
  const both = groups.filter(({ characteristic }) => characteristic === own.characteristic);
  const [first, second] = both;
  if (both.length !== 2 || first?.pooled == null || second?.pooled == null) return false;
  if (!areInverse(first.pooled, second.pooled)) return false;
  const no = both.find(({ group }) => group === 'No');
  const left = no ?? (first.pooled.ratio < second.pooled.ratio ? first : second);
  return left.group === own.group;
}

/** Groups that too few schools have; a characteristic with none pooled by its name alone. */
function nameUnpooled(groups: Groups, words: TrustContext['words']): string[] {
  const isWhole = (name: string): boolean =>
    groups.every(({ characteristic, pooled }) => characteristic !== name || pooled === null);
  const names = groups.flatMap(({ characteristic, group, pooled }) => {
    if (pooled !== null) return [];
    const name = words.group(characteristic);
    return [isWhole(characteristic) ? name : `${name} (${words.group(group)})`];
  });
  return [...new Set(names)];
}
