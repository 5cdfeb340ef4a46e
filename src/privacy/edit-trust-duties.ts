import type { TrustAnalysis, TrustDuty } from '../incident/trust-analysis.ts';
import { sumsTo } from './cell-system.ts';
import { collectCells, ofSchool } from './collect-cells.ts';
import { type CountCell, HIDDEN, isShown } from './count-cell.ts';
import { hideCells } from './hide-cells.ts';
import type { HidingRules } from './hiding-rules.ts';
import { measureCell } from './trust-cells.ts';
import { type EditionDuty, type EditionSchool, MOST_SCHOOLS } from './trust-edition.ts';

/** No percentage of fewer cases. */
const LEAST_CASES = 10;
const NO_CASES = { cases: 0, met: 0, not_met: 0, not_evidenced: 0 } as const;

interface EditedDuties {
  readonly totals: readonly EditionDuty[];
  /** A row a school, duties with cases there. */
  readonly schools: readonly EditionSchool['duties'][];
}

/**
 * Duties over the trust in counts and by school in per cent. Cases that are as many as a hidden number of the same
 * school (or of the trust) are that number under another name, and are hidden too; then whatever sums would give away.
 */
export function editTrustDuties(
  trust: TrustAnalysis,
  rules: HidingRules,
  exact: boolean,
  show: (id: string) => CountCell,
): EditedDuties {
  const schools = trust.schools.length <= MOST_SCHOOLS ? trust.schools : [];
  const edited = trust.duties.map((duty) => editDuty(trust, duty, schools, rules, exact, show));
  return {
    totals: edited.map(({ total }) => total),
    schools: trust.schools.map((_, at) => edited.flatMap(({ shares }) => shares[at] ?? [])),
  };
}

function editDuty(
  trust: TrustAnalysis,
  whole: TrustDuty,
  schools: TrustAnalysis['schools'],
  rules: HidingRules,
  exact: boolean,
  show: (id: string) => CountCell,
) {
  const into = collectCells();
  const repeats = (cases: number, at: number | null, rates: TrustAnalysis['schools'][number]['rates']) =>
    rates.some(({ code, count }) => {
      const cell = at === null ? measureCell(code) : ofSchool(measureCell(code), at);
      return cases > 0 && count === cases && !isShown(show(cell));
    });
  const own = schools.map(({ duties }) => duties.find(({ duty }) => duty === whole.duty) ?? NO_CASES);
  into.addColumn(
    'cases',
    own.map(({ cases }) => cases),
    (at) => (repeats(own[at]?.cases ?? 0, at, schools[at]?.rates ?? []) ? { always: true } : {}),
  );
  for (const part of ['met', 'not_met', 'not_evidenced'] as const)
    into.addColumn(
      part,
      own.map((each) => each[part]),
    );
  const totals = trust.schools[0]?.rates.map((rate, index) => ({
    ...rate,
    count: trust.schools.reduce((sum, { rates }) => sum + (rates[index]?.count ?? 0), 0),
  }));
  into.add('cases', whole.cases, {
    keep: true,
    ...(repeats(whole.cases, null, totals ?? []) ? { always: true } : {}),
  });
  for (const part of ['met', 'not_met', 'not_evidenced'] as const)
    into.add(part, whole[part], { keep: true });
  for (const end of [...own.map((_, at) => `.${at}`), '']) {
    into.tie(sumsTo(`cases${end}`, [`met${end}`, `not_met${end}`, `not_evidenced${end}`]));
  }
  const system = into.finish();
  const hidden = exact ? new Set<string>() : hideCells(system, rules.threshold);
  const cell = (id: string): CountCell => (hidden.has(id) ? HIDDEN : (system.cells.get(id)?.value ?? 0));
  const share = (end: string): number | null => {
    const [cases, met, notMet, silent] = ['cases', 'met', 'not_met', 'not_evidenced'].map((name) =>
      cell(name + end),
    );
    const whole = [cases, met, notMet, silent].every((each) => each !== undefined && isShown(each));
    return whole && Number(cases) >= LEAST_CASES ? Number(met) / Number(cases) : null;
  };
  const total: EditionDuty = {
    duty: whole.duty,
    schools: trust.schools.filter(({ duties }) =>
      duties.some(({ duty, cases }) => duty === whole.duty && cases > 0),
    ).length,
    cases: cell('cases'),
    met: cell('met'),
    not_met: cell('not_met'),
    not_evidenced: cell('not_evidenced'),
    per_cent: share(''),
  };
  const shares = own.map(({ cases }, at) =>
    cases === 0 ? [] : [{ duty: whole.duty, per_cent: share(`.${at}`) }],
  );
  return { total, shares };
}
