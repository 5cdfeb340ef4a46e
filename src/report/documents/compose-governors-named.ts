import { hideDuties } from '../../privacy/hide-duties.ts';
import type { ReportDocument } from '../report-document.ts';
import type { RestrictedInput } from '../restricted-input.ts';
import { composeGovernors } from './compose-governors.ts';
import { keyHiddenCells } from './governors/key-hidden-cells.ts';
import { namesAnnex } from './governors/names-annex.ts';
import { readGovernorWords } from './words/read-governor-words.ts';

/**
 * The head's own copy of the report to governors: the same pages with the same numbers hidden, so that both can lie on
 * the table, and an annex with the names behind them. Restricted, and says so on every page.
 */
export function composeGovernorsNamed({
  analysis,
  listCases,
  duties,
  makeEdition,
}: Pick<RestrictedInput, 'analysis' | 'listCases' | 'duties' | 'makeEdition'>): ReportDocument {
  const words = readGovernorWords();
  const { names } = words;
  const edition = makeEdition();
  const document = keyHiddenCells(
    composeGovernors(
      edition,
      { ...words, subject: names.subject, bands_note: names.bands_note },
      hideDuties(duties, edition),
    ),
    edition.rules.symbol,
  );
  const out = listCases(['exclusion.suspension', 'exclusion.permanent']);
  return {
    ...document,
    title: names.title,
    edition: 'restricted',
    handling: names.handling,
    sections: [...document.sections, namesAnnex(analysis, out, names, analysis.meta.nation)],
  };
}
