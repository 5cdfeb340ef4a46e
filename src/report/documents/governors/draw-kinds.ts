import { saysNoKind } from '../../../policy/says-no-kind.ts';
import { readTaxonomy } from '../../../policy/taxonomy.ts';
import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { GovernorCounts } from '../../../privacy/governor-edition.ts';
import type { ReportFigure } from '../../report-document.ts';
import { countNoun, formatCount, joinWords } from '../sentences/format-number.ts';
import { nameTop } from '../sentences/name-top.ts';
import { pickDrawn } from '../sentences/pick-drawn.ts';
import { fillWords } from '../words/fill-words.ts';
import {
  chooseComparison,
  type GovernorContext,
  MAX_ROWS,
  printCell,
  rankCells,
} from './governor-context.ts';
import { tellHiddenKey } from './key-hidden-cells.ts';
import { tellLengths } from './tell-lengths.ts';

interface Kind {
  readonly name: string;
  readonly count: number;
  readonly read: (counts: GovernorCounts) => CountCell;
}

/**
 * A recorded category that only sorts records (`Behaviour Incident`) and stands on more than half of them: drawn, it
 * would say no more than that there was behaviour.
 */
export function isCatchAll(category: string, counts: GovernorCounts): boolean {
  const count = counts.categories[category] ?? 0;
  const { incidents } = counts;
  if (!isShown(count) || !isShown(incidents) || count <= incidents / 2) return false;
  return saysNoKind(category);
}

/**
 * Kinds of incident now and then: by the school's own categories without catch-alls or, where that leaves fewer than
 * two, by what the records say. Null when fewer than two may be shown.
 */
export function drawKinds(context: GovernorContext): ReportFigure | null {
  const { counts } = context.edition;
  const ranked = rankCells(counts.categories).filter(({ name }) => name !== 'Not recorded');
  const left = ranked.filter(({ name }) => isCatchAll(name, counts));
  const categories = ranked
    .filter((kind) => !left.includes(kind))
    .map(({ name, count }): Kind => ({ name, count, read: (each) => each.categories[name] ?? 0 }));
  const without = left.map(
    ({ name, count }) => ` ‘${name}’ (${formatCount(count)}) says no kind, so it is left out.`,
  );
  if (categories.length > 1)
    return draw(
      categories,
      context,
      "the school's own category",
      `An incident can have several.${without.join('')}`,
    );
  const labels = readTaxonomy()
    .labels.filter(({ family }) => family !== 'response')
    .flatMap(({ code, title }): Kind[] => {
      const count = counts.labels[code] ?? 0;
      return isShown(count) && count > 0
        ? [{ name: title, count, read: (each) => each.labels[code] ?? 0 }]
        : [];
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return labels.length > 1
    ? draw(labels, context, 'what the record says (annex B)', 'An incident can be of several kinds.')
    : null;
}

function draw(
  ranked: readonly Kind[],
  context: GovernorContext,
  by: string,
  note: string,
): ReportFigure | null {
  const { calls, edition, asAt, words } = context;
  const { counts } = edition;
  const [top] = ranked;
  if (top === undefined || !isShown(counts.incidents)) return null;
  const { drawn, told } = pickDrawn(ranked, MAX_ROWS);
  const title = tellMost(
    ranked.filter(({ count }) => count === top.count).map(({ name }) => name),
    `${formatCount(top.count)} of ${countNoun(counts.incidents, 'incident')}`,
  );
  const subtitle = `Behaviour incidents by ${by}, ${calls.now}${told === '' ? '' : `; ${told}`}. ${note}`;
  const named = nameTop(drawn);
  const fewest = `The fewest drawn is ${formatCount(drawn.at(-1)?.count ?? 0)}. All numbers are in annex A.`;
  const other = chooseComparison(context);
  if (other === null)
    return {
      type: 'figure',
      title,
      subtitle,
      source: fillWords(words.bars_source, { date: asAt }),
      alt: `Bar chart of ${drawn.length} kinds of incident ${calls.now}. Most recorded: ${named}. ${fewest}`,
      chart: {
        kind: 'bars',
        xLabel: 'incidents',
        rows: drawn.map(({ name, count }) => ({ label: name, value: count, text: formatCount(count) })),
      },
    };
  return {
    type: 'figure',
    title,
    subtitle,
    source: `${fillWords(words.dot_source, { date: asAt, before: other.name, now: calls.now })}${tellLengths(edition.counts.school_days, other.counts.school_days)}${drawn.every(({ read }) => isShown(read(other.counts))) ? '' : ` ${tellHiddenKey(edition.rules.symbol)}`}`,
    alt: `Dot plot of ${drawn.length} kinds of incident, ${calls.now} against ${other.name}. Most recorded: ${named}. ${fewest}`,
    chart: {
      kind: 'dot_plot',
      xLabel: 'incidents',
      thenLabel: other.name,
      nowLabel: calls.now,
      rows: drawn.map(({ name, count, read }) => {
        const before = read(other.counts);
        return {
          label: name,
          // biome-ignore lint/suspicious/noThenProperty: the chart contract's word; a number is no promise
          then: isShown(before) ? before : null,
          now: count,
          text: `${printCell(before, context)} → ${formatCount(count)}`,
        };
      }),
    },
  };
}

/** The kind recorded most, or those that tie; four or more are not listed. */
function tellMost(names: readonly string[], count: string): string {
  if (names.length === 1) return `${names[0]} was recorded most: ${count}`;
  if (names.length > 3)
    return `No one kind was recorded most: ${count} in each of ${formatCount(names.length)} kinds`;
  return `${joinWords(names)} were recorded most: ${count} each`;
}
