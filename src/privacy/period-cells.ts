import type { PeriodCounts } from '../incident/analysis.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { atMost, atMostSum, type Cell, type CellSystem, type Relation, sumsTo } from './cell-system.ts';

/** Says only that a record has no time, and is printed nowhere. */
const NO_TIME = 'Time not recorded';
const BANDS = ['one', 'two_to_five', 'six_or_more'] as const;

/**
 * All published numbers of one period as cells, with every relation between them that a reader knows: what sums to
 * what, and which labels follow from which. `keep` names the labels of the headline table, hidden last.
 */
export function listPeriodCells(
  prefix: string,
  counts: PeriodCounts,
  keep: ReadonlySet<string>,
  threshold: number,
): CellSystem {
  const cells = new Map<string, Cell>();
  const add = (id: string, value: number, extra: Partial<Cell> = {}): string => {
    cells.set(prefix + id, { value, sensitive: true, ...extra });
    return prefix + id;
  };
  const addTable = (name: string, table: Readonly<Record<string, number>>, kept = false): string[] =>
    Object.entries(table).map(([key, value]) =>
      add(`${name}.${key}`, value, {
        sensitive: key !== NO_TIME,
        keep: kept && keep.has(key),
      }),
    );
  const incidents = add('incidents', counts.incidents, { keep: true });
  const inBands = BANDS.reduce((sum, band) => sum + counts.bands[band].pupils, 0);
  // The total of so few pupils is what a table of groups hides as theirs, in a report of this period or another.
  const involvements = add('involvements', counts.involvements, {
    keep: true,
    always: isFew(inBands, threshold),
  });
  const pupils = add('pupils', counts.pupils, { keep: true });
  const records = addTable('records', counts.records, true);
  const categories = addTable('categories', counts.categories);
  const places = addTable('places', counts.places);
  const slots = Object.entries(counts.weekday_period).flatMap(([day, row]) =>
    addTable(`weekday_period.${day}`, row),
  );
  const years = Object.entries(counts.year_groups).map(([year, value]) =>
    // As in the table of groups: a number that few pupils share describes them, in whichever report it stands.
    add(`year_groups.${year}`, value, { always: isFew(counts.year_group_pupils[year] ?? 0, threshold) }),
  );
  const harmed = add('harmed_or_witness', counts.harmed_or_witness);
  const bandPupils = BANDS.map((band) => add(`bands.${band}.pupils`, counts.bands[band].pupils));
  const bandInvolvements = BANDS.map((band) =>
    add(`bands.${band}.involvements`, counts.bands[band].involvements, {
      // So few pupils share these incidents that the number would describe them one by one.
      always: isFew(counts.bands[band].pupils, threshold),
    }),
  );
  addTable('labels', counts.labels, true);
  addTable('families', counts.families, true);
  const behaviour = records.filter((id) => /records\.(behaviour|uncategorised)$/.test(id));
  const relations: Relation[] = [
    sumsTo(incidents, behaviour),
    sumsTo(incidents, places),
    sumsTo(incidents, slots),
    sumsTo(involvements, years),
    sumsTo(involvements, [...bandInvolvements, harmed]),
    atMost(pupils, involvements),
    { terms: [...bandPupils.map((id) => [id, 1] as const), [pupils, -1]], holds: 'at_most' },
    atMostSum(pupils, [...bandPupils, harmed]),
    ...tieTotals(pupils, involvements, bandPupils, bandInvolvements),
    ...BANDS.flatMap((_, i) => tieBand(bandPupils[i] ?? '', bandInvolvements[i] ?? '', i)),
    ...categories.map((id) => atMost(id, incidents)),
    ...relateLabels(prefix, incidents),
  ];
  if (counts.incidents > 0) relations.push(tieCategories(incidents, categories, counts));
  return { cells, relations };
}

/**
 * An incident may have several categories. Where they add up to the incidents each has one, and who sees that they
 * nearly do will take the difference for what is hidden.
 */
function tieCategories(
  incidents: string,
  categories: readonly string[],
  { categories: table, incidents: all }: PeriodCounts,
): Relation {
  const sum = Object.values(table).reduce((total, count) => total + count, 0);
  return sum === all ? sumsTo(incidents, categories) : atMostSum(incidents, categories);
}

function isFew(pupils: number, threshold: number): boolean {
  return pupils > 0 && pupils < threshold;
}

/**
 * Involvements beyond one a pupil are those of the upper bands, or of pupils who were harmed: said outright, since it
 * follows only from several of the other relations together.
 */
function tieTotals(
  pupils: string,
  involvements: string,
  [, twoPupils = '', sixPupils = '']: readonly string[],
  [, twoInvolvements = '', sixInvolvements = '']: readonly string[],
): Relation[] {
  const beyond = [[pupils, 1] as const, [involvements, -1] as const];
  return [
    { terms: [[twoPupils, 1], [sixPupils, 5], ...beyond], holds: 'at_most' },
    {
      terms: [[twoInvolvements, 1], [twoPupils, -1], [sixInvolvements, 1], [sixPupils, -1], ...beyond],
      holds: 'at_most',
    },
  ];
}

/** One incident each; two to five each; at least six each. */
function tieBand(pupils: string, involvements: string, band: number): Relation[] {
  const least = [1, 2, 6][band] ?? 1;
  const most = [1, 5, null][band] ?? null;
  const relation = (pupilWeight: number, involvementWeight: number): Relation => ({
    terms: [
      [pupils, pupilWeight],
      [involvements, involvementWeight],
    ],
    holds: 'at_most',
  });
  return most === null ? [relation(least, -1)] : [relation(least, -1), relation(-most, 1)];
}

/** A label is at most each label it implies, its family and the total; a family is at most the sum of its labels. */
function relateLabels(prefix: string, incidents: string): Relation[] {
  const { labels } = readTaxonomy();
  const label = (code: string): string => `${prefix}labels.${code}`;
  const family = (name: string): string => `${prefix}families.${name}`;
  const families = [...new Set(labels.map((each) => each.family))];
  return [
    ...labels.flatMap((each) => [
      atMost(label(each.code), family(each.family)),
      ...each.implies.map((implied) => atMost(label(each.code), label(implied))),
    ]),
    ...families.flatMap((name) => [
      atMost(family(name), incidents),
      ...rootsOf(name).map((code) => sumsTo(family(name), [label(code)])),
      atMostSum(
        family(name),
        labels.filter((each) => each.family === name).map((each) => label(each.code)),
      ),
    ]),
  ];
}

/** The label that every other label of a family implies, if there is one: family and label are then one number. */
function rootsOf(family: string): string[] {
  const members = readTaxonomy().labels.filter((label) => label.family === family);
  return members
    .filter((root) => members.every((label) => label === root || label.implies.includes(root.code)))
    .map(({ code }) => code);
}
