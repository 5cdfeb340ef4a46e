import type { DutyStanding } from '../incident/duty-standing.ts';
import { type CountCell, HIDDEN, isShown } from './count-cell.ts';
import type { GovernorEdition } from './governor-edition.ts';
import { hideSheet } from './hide-sheet.ts';

/** How a duty stands, as an edition may hold it. */
export interface GovernorDuty {
  readonly duty: string;
  readonly title: string;
  readonly cases: CountCell;
  readonly met: CountCell;
  readonly not_met: CountCell;
  readonly not_evidenced: CountCell;
  /** Null under ten cases, and where a number that it is made of is hidden. */
  readonly per_cent: number | null;
}

const PARTS = ['met', 'not_met', 'not_evidenced'] as const;

/**
 * Whether the cases of a duty are few more than the incidents of its label: welfare records are cases too and no
 * incidents, so the difference would be how many of those there are.
 */
function tellsWelfare({ cases, codes }: DutyStanding, { counts, rules }: GovernorEdition): boolean {
  const [code = ''] = codes;
  const incidents = codes.length === 0 ? counts.incidents : (counts.labels[code] ?? HIDDEN);
  if (codes.length > 1 || !isShown(incidents)) return false;
  return cases > incidents && cases - incidents < rules.threshold;
}

/** Hides the small numbers of duties as all counts: their cases are those of labels, and their parts sum to the cases. */
export function hideDuties(standings: readonly DutyStanding[], edition: GovernorEdition): GovernorDuty[] {
  return standings.map((standing) => {
    const { duty, title, cases, per_cent, codes } = standing;
    const { total, rows } = hideSheet(
      {
        id: duty,
        total: cases,
        // A duty about no label is about every incident.
        base: codes.length === 0 && cases > 0 ? ['incidents'] : codes.map((code) => `labels.${code}`),
        pupils: null,
        holds: 'parts',
        named_by: 'termwise',
        rows: PARTS.map((name) => ({ name, count: standing[name], pupils: null, others: null })),
      },
      edition,
    );
    const isTold = !tellsWelfare(standing, edition);
    // Without its cases a row needs one part more hidden: the largest, which says least of what is amiss.
    const most = Math.max(...PARTS.map((name) => standing[name]));
    const kept = isTold ? undefined : PARTS.find((name) => standing[name] === most);
    const cell = (name: (typeof PARTS)[number]): CountCell =>
      name === kept ? HIDDEN : (rows.find((row) => row.name === name)?.count ?? HIDDEN);
    const isWhole = isTold && isShown(total) && rows.every(({ count }) => isShown(count));
    return {
      duty,
      title,
      cases: isTold ? total : HIDDEN,
      met: cell('met'),
      not_met: cell('not_met'),
      not_evidenced: cell('not_evidenced'),
      per_cent: isWhole ? per_cent : null,
    };
  });
}
