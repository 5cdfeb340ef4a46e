import type { Analysis, GroupRow } from '../incident/analysis.ts';
import { atMost, atMostSum, type Cell, type CellSystem, type Relation, sumsTo } from './cell-system.ts';
import { countFindings } from './count-findings.ts';
import type { HidingRules } from './hiding-rules.ts';

/**
 * The cells that only one report has: groups, findings and the pupils missing from the roll, with what ties them to the
 * cells of its period (whose ids start with `now.`). `hidden` are the cells of the period that it hides: a reader who is
 * not told that nobody was harmed cannot take it for granted.
 */
export function listEditionCells(
  analysis: Analysis,
  rules: HidingRules,
  hidden: ReadonlySet<string>,
): CellSystem {
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  const add = (id: string, value: number, extra: Partial<Cell> = {}): string => {
    cells.set(id, { value, sensitive: true, ...extra });
    return id;
  };
  addGroups(analysis.groups, rules, add, relations);
  for (const [name, count] of Object.entries(countFindings(analysis))) add(`findings.${name}`, count);
  const { pupils_not_on_roll: notOnRoll } = analysis.quality;
  if (notOnRoll !== null) {
    add('not_on_roll', notOnRoll);
    relations.push(...relateGroups(analysis, notOnRoll, hidden, add));
  }
  return { cells, relations };
}

type AddCell = (id: string, value: number, extra?: Partial<Cell>) => string;

/** Id of one number of one group. */
export function groupCell(row: GroupRow, name: 'on_roll' | 'pupils' | 'involvements'): string {
  return `group.${row.characteristic}.${row.group}.${name}`;
}

const APART = 'apart.';

/** Whether a cell is what the year groups of the record and of the roll leave: printed nowhere, and told only as few. */
export function isApart(id: string): boolean {
  return id.startsWith(APART);
}

const BAND_NAMES = ['one', 'two_to_five', 'six_or_more'] as const;

/**
 * What ties the roll's table to the period's own: pupils of the bands are those of `All pupils` and some who are not
 * on the roll, so one hidden band is that row less the other two. Equal when nobody is missing from the roll. A year
 * group of the roll has no more involvements than the record gives that year, which also counts harmed and witness: the
 * difference is how many those were, a number of its own.
 */
function relateGroups(
  { groups, counts }: Analysis,
  notOnRoll: number,
  hidden: ReadonlySet<string>,
  add: AddCell,
): Relation[] {
  const [all, ...parts] = groups;
  if (all === undefined) return [];
  const cells = (ids: readonly string[], weight: number) => ids.map((id) => [id, weight] as const);
  const bands = (name: 'pupils' | 'involvements') => BAND_NAMES.map((band) => `now.bands.${band}.${name}`);
  const own = { pupils: groupCell(all, 'pupils'), involvements: groupCell(all, 'involvements') };
  const relations: Relation[] = [
    { terms: [...cells(bands('pupils'), 1), [own.pupils, -1], ['not_on_roll', -1]], holds: 'at_most' },
    {
      terms: [
        [own.pupils, 1],
        ['not_on_roll', 1],
        ['now.pupils', -1],
      ],
      holds: 'at_most',
    },
    {
      terms: [
        ['now.pupils', 1],
        [own.pupils, -1],
        ['not_on_roll', -1],
        ['now.harmed_or_witness', -1],
      ],
      holds: 'at_most',
    },
  ];
  for (const name of ['pupils', 'involvements'] as const)
    relations.push(notOnRoll === 0 ? sumsTo(own[name], bands(name)) : atMostSum(own[name], bands(name)));
  for (const row of parts) {
    if (row.characteristic !== 'Year group' || !(row.group in counts.year_groups)) continue;
    const [ofRoll, ofRecord] = [groupCell(row, 'involvements'), `now.year_groups.${row.group}`];
    const same = notOnRoll === 0 && counts.harmed_or_witness === 0 && !hidden.has('now.harmed_or_witness');
    const apart = (counts.year_groups[row.group] ?? 0) - row.involvements;
    if (same) relations.push(sumsTo(ofRoll, [ofRecord]));
    else if (apart < 0) relations.push(atMost(ofRoll, ofRecord));
    else relations.push(sumsTo(ofRecord, [ofRoll, add(APART + row.group, apart)]));
  }
  return relations;
}

/**
 * Each characteristic divides the pupils of the first row, `All pupils`, so its columns sum to that. A group under the minimum, or
 * with fewer pupils involved than the threshold, shows neither how many pupils nor how often.
 */
function addGroups(
  groups: readonly GroupRow[],
  rules: HidingRules,
  add: AddCell,
  relations: Relation[],
): void {
  const someone = (groups[0]?.involvements ?? 0) > 0;
  const isFew = ({ pupils }: GroupRow): boolean => pupils > 0 && pupils < rules.threshold;
  // Of a few pupils in all each group's nought tells what they are: boys where no girl was involved.
  const fewInAll = groups.slice(0, 1).some(isFew);
  for (const row of groups) {
    // Where nobody at all was involved every reader knows each group's nought.
    const always = (row.on_roll < rules.groupMinimum && someone) || isFew(row) || fewInAll;
    const keep = row === groups[0];
    const onRoll = add(groupCell(row, 'on_roll'), row.on_roll, { keep });
    const pupils = add(groupCell(row, 'pupils'), row.pupils, { always, keep });
    const involvements = add(groupCell(row, 'involvements'), row.involvements, { always, keep });
    relations.push(atMost(pupils, onRoll), atMost(pupils, involvements));
  }
  const [all, ...parts] = groups;
  if (all === undefined) return;
  for (const characteristic of new Set(parts.map((row) => row.characteristic))) {
    const rows = parts.filter((row) => row.characteristic === characteristic);
    for (const name of ['on_roll', 'pupils', 'involvements'] as const) {
      relations.push(
        sumsTo(
          groupCell(all, name),
          rows.map((row) => groupCell(row, name)),
        ),
      );
    }
  }
}
